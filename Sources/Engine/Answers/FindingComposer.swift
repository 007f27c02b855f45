import Answering
import Composition
import NewsModel
import Primitives
import Storage

/// Joins sentences that give the same answer, counts their origins, and makes them readable.
struct FindingComposer {
  private let composer: AnswerComposer

  init(_ library: Library, weighed: [FoundAnswer]) throws {
    var articles: [FiledArticle] = []
    var seen: Set<VersionID> = []
    for found in weighed.prefix(8) where seen.insert(found.filed.version.id).inserted {
      articles.append(found.filed)
    }
    var profiles: [EntityID: EntityProfile] = [:]
    for entity in articles.flatMap(\.entities) where profiles[entity] == nil {
      profiles[entity] = try library.store.entity(entity)
    }
    composer = AnswerComposer(articles: articles, profiles: profiles)
  }

  /// The answers, surest first: sentences with the same answering words are one answer.
  func findings(_ sure: [FoundAnswer], limit: Int) throws -> [Answer.Finding] {
    var groups: [[FoundAnswer]] = []
    for found in sure {
      if let place = groups.firstIndex(where: { Self.agree($0[0], found) }) {
        groups[place].append(found)
      } else if groups.count < limit, groups.isEmpty || Self.standsAlone(found) {
        groups.append([found])
      }
    }
    return groups.compactMap(finding)
  }

  /// Whether a sentence gives another answer, not only other words of the kind: they have to be in the place that is asked for.
  private static func standsAlone(_ found: FoundAnswer) -> Bool {
    found.judgement.answers.first?.isTied ?? true
  }

  /// The sentences that come nearest, for a question that nothing answers.
  func nearest(_ weighed: [FoundAnswer], limit: Int) -> [Answer.Finding] {
    weighed.prefix(limit).compactMap { finding([$0]) }
  }

  private func finding(_ group: [FoundAnswer]) -> Answer.Finding? {
    let best = group[0]
    var origins: Set<OriginID> = [best.filed.origin]
    let others = group.dropFirst().filter { origins.insert($0.filed.origin).inserted }
    let citations = others.compactMap { Citation($0.range, of: $0.filed) }
    guard let text = composer.cited(best.range, of: best.filed, corroborating: citations) else {
      return nil
    }
    let start = best.range.start
    let marks = best.judgement.answers.prefix(1).filter(\.isTied).map {
      ByteRange($0.range.start + start, $0.range.end + start)
    }
    return Answer.Finding(
      text: text, marks: Array(marks), confidence: best.judgement.confidence)
  }

  /// Whether two sentences give the same answer: the same words of the wanted kind, or much the same words.
  private static func agree(_ a: FoundAnswer, _ b: FoundAnswer) -> Bool {
    let first = Set(a.judgement.answers.prefix(1).map(\.spelling))
    let second = Set(b.judgement.answers.map(\.spelling))
    if !first.isEmpty, !second.isEmpty { return !first.isDisjoint(with: second) }
    return a.read.overlap(with: b.read) >= 0.5
  }
}
