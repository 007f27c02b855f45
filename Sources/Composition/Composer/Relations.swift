import NewsModel
import Primitives

/// What links the entities of a topic: who stands for or against whom, and who speaks about whom.
struct Relations {
  /// How one entity is linked to another, the strongest first.
  enum Kind: Int, Comparable {
    case against, `for`, speaksOf

    static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }

    /// The words on the line.
    var words: String {
      switch self {
      case .against: "against"
      case .for: "for"
      case .speaksOf: "speaks of"
      }
    }

    /// The class of its marks.
    var name: HTML {
      switch self {
      case .against: "against"
      case .for: "for"
      case .speaksOf: "speaks"
      }
    }
  }

  /// A link with its sentences.
  struct Relation {
    let from: EntityID
    let to: EntityID
    let kind: Kind
    /// One sentence of each origin, the newest first.
    let sentences: NonEmpty<Material.Sentence>
  }

  private struct Key: Hashable {
    let from: EntityID
    let to: EntityID
    let kind: Kind
  }

  private static let mostRelations = 24
  private static let mostEntities = 25
  /// More lines from one entity than this tell the reader nothing.
  private static let mostFromOne = 6

  /// The links shown, the strongest first: a stance before speech, then by origins, then by name.
  let all: [Relation]

  init(_ material: Material, stances: StanceIndex) {
    var sentences: [Key: [Material.Sentence]] = [:]
    func note(_ key: Key, _ sentence: Material.Sentence) {
      guard key.from != key.to,
        // Those of one article come one after another.
        sentences[key]?.last?.article != sentence.article
      else { return }
      sentences[key, default: []].append(sentence)
    }
    for held in stances.all where held.polarity != .neutral {
      let kind: Kind = held.polarity == .for ? .for : .against
      note(Key(from: held.holder, to: held.target, kind: kind), held.sentence)
    }
    for quotation in material.quotations.reversed() {
      guard quotation.report.isReportable, quotation.statement.footing != .outlet,
        let speaker = quotation.speaker,
        let sentence = quotation.sentence
      else { continue }
      for subject in Self.subjects(of: quotation, material) {
        note(Key(from: speaker, to: subject, kind: .speaksOf), sentence)
      }
    }
    all = Self.strongest(sentences)
  }

  /// Whom the words of a statement name, places left out.
  private static func subjects(of quotation: Material.Quotation, _ material: Material)
    -> [EntityID]
  {
    let filed = material.originals[quotation.article]
    var result: [EntityID] = []
    for entity in filed.analysis.entities {
      let id = filed.entity(entity.id)
      guard let kind = material.naming.kind(id), kind != .place, kind != .other,
        entity.id != quotation.statement.speaker,
        entity.mentions.contains(where: { mention in
          quotation.statement.content.contains { $0.contains(mention) }
        })
      else { continue }
      result.append(id)
    }
    return result
  }

  private static func strongest(_ sentences: [Key: [Material.Sentence]]) -> [Relation] {
    let found: [Relation] = sentences.compactMap { key, sentences in
      NonEmpty(sentences).map {
        Relation(from: key.from, to: key.to, kind: key.kind, sentences: $0)
      }
    }
    let ranked = found.sorted { a, b in
      let stances = (a.kind != .speaksOf, b.kind != .speaksOf)
      if stances.0 != stances.1 { return stances.0 }
      if a.sentences.elements.count != b.sentences.elements.count {
        return a.sentences.elements.count > b.sentences.elements.count
      }
      return (a.from, a.to, a.kind) < (b.from, b.to, b.kind)
    }
    var shown: [Relation] = []
    var entities: Set<EntityID> = []
    var lines: [EntityID: Int] = [:]
    var pairs: Set<[EntityID]> = []
    for relation in ranked where shown.count < mostRelations {
      let pair = [relation.from, relation.to]
      // A stance says more about a pair than that the one speaks of the other.
      if relation.kind == .speaksOf, pairs.contains(pair) { continue }
      guard lines[relation.from, default: 0] < mostFromOne,
        entities.union(pair).count <= mostEntities
      else { continue }
      shown.append(relation)
      entities.formUnion(pair)
      lines[relation.from, default: 0] += 1
      pairs.insert(pair)
    }
    return shown
  }
}
