import NewsModel
import Primitives

/// Who speaks in a topic, with what each has said.
struct Speakers {
  /// A speaker with the statements.
  struct Speaker {
    let entity: EntityID
    /// Newest first.
    let quotations: [Material.Quotation]
    /// In how many origins.
    let origins: Int

    /// Whether it is mostly another outlet that is relayed, and so takes no side.
    var isOutlet: Bool {
      quotations.count { $0.statement.footing == .outlet } * 2 > quotations.count
    }
  }

  /// Quoted in most origins first, then with most statements, then by name.
  let all: [Speaker]

  init(_ material: Material) {
    var byEntity: [EntityID: [Material.Quotation]] = [:]
    for quotation in material.quotations {
      guard quotation.report.isSpoken, let speaker = quotation.speaker,
        material.naming.kind(speaker) != nil
      else { continue }
      byEntity[speaker, default: []].append(quotation)
    }
    all = byEntity.map { entity, quotations in
      Speaker(
        entity: entity,
        quotations: quotations.sorted { a, b in
          let days = (material.published(a), material.published(b))
          if days.0 != days.1 { return days.0 > days.1 }
          return (a.article, a.statement.extent) < (b.article, b.statement.extent)
        },
        origins: Set(quotations.map(\.article)).count)
    }
    .sorted { a, b in
      if a.origins != b.origins { return a.origins > b.origins }
      if a.quotations.count != b.quotations.count {
        return a.quotations.count > b.quotations.count
      }
      return a.entity < b.entity
    }
  }
}

extension Material {
  /// Days since 1970 of the publication of a statement's article; undated ones come first.
  func published(_ quotation: Quotation) -> Int {
    originals[quotation.article].version.article.published?.date.daysSinceEpoch ?? Int.min
  }
}
