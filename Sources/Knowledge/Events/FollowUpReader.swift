import NewsModel
import Primitives

/// Compares announcements with the events and sentences of articles.
struct FollowUpReader {
  private let articles: [FiledArticle]
  private let rarity: [UInt64: Float]
  /// In which articles each entity appears, in order.
  private var places: [EntityID: [Int]] = [:]
  /// The sentences of each article with a word of calling off.
  private let callingOff: [[(range: ByteRange, terms: TermSet)]]

  init(_ articles: [FiledArticle]) {
    self.articles = articles
    callingOff = articles.map { filed in
      filed.analysis.sentences.compactMap { range in
        guard !range.isEmpty else { return nil }
        let terms = TermSet(filed.text.bytes[range.start..<range.end])
        return terms.hashes.contains(where: Self.callingOffWords.contains) ? (range, terms) : nil
      }
    }
    for (index, filed) in articles.enumerated() {
      for entity in Set(filed.entities) { places[entity, default: []].append(index) }
    }
    var counts: [UInt64: Int] = [:]
    for filed in articles {
      for hash in TermSet(filed.text.bytes).hashes { counts[hash, default: 0] += 1 }
    }
    let total = Float(articles.count + 10)
    rarity = counts.mapValues { logarithm(total / (Float($0) + 0.5)) }
  }

  /// An event of an article with its days, people and words; nil when its date is no stretch of the calendar.
  func announced(_ event: NewsEvent, in index: Int) -> AnnouncedEvent? {
    let filed = articles[index]
    guard !event.range.isEmpty, let days = DateSpan.days(event.when) else { return nil }
    return AnnouncedEvent(
      passage: Passage(version: filed.version.id, range: event.range), days: days,
      participants: Set(event.participants.map { filed.entity($0) }),
      vector: TermSet(filed.text.bytes[event.range.start..<event.range.end]))
  }

  /// Whether two announcements are of one happening.
  func isSame(_ a: AnnouncedEvent, _ b: AnnouncedEvent, likeness: Float) -> Bool {
    a.days.overlaps(b.days) && !a.participants.isDisjoint(with: b.participants)
      && cosine(a.vector, b.vector) >= likeness
  }

  /// The articles from `first` on that name one of the entities, in order.
  func articles(naming entities: Set<EntityID>, from first: Int) -> [Int] {
    var found: Set<Int> = []
    for entity in entities { found.formUnion((places[entity] ?? []).filter { $0 >= first }) }
    return found.sorted()
  }

  /// The event of an article that tells that the announced one took place, with its likeness.
  func report(_ announced: AnnouncedEvent, in index: Int, slack: Int, least: Float)
    -> (passage: Passage, likeness: Float)?
  {
    let wide =
      announced.days.lowerBound.adding(
        days: -slack)...announced.days.upperBound.adding(
        days: slack)
    var best: (passage: Passage, likeness: Float)?
    for event in articles[index].analysis.events where event.status == .happened {
      guard let report = self.announced(event, in: index), report.passage != announced.passage,
        wide.contains(report.days.lowerBound), wide.contains(report.days.upperBound),
        !announced.participants.isDisjoint(with: report.participants)
      else { continue }
      let likeness = cosine(announced.vector, report.vector)
      if likeness >= least, best.map({ $0.likeness < likeness }) ?? true {
        best = (report.passage, likeness)
      }
    }
    return best
  }

  /// The sentence of an article that tells that the announced happening was put off or called off.
  func callingOff(_ announced: AnnouncedEvent, in index: Int, least: Float)
    -> (passage: Passage, likeness: Float)?
  {
    let filed = articles[index]
    var best: (passage: Passage, likeness: Float)?
    for (range, terms) in callingOff[index] {
      let likeness = cosine(announced.vector, terms)
      if likeness >= least, best.map({ $0.likeness < likeness }) ?? true {
        best = (Passage(version: filed.version.id, range: range), likeness)
      }
    }
    return best
  }

  private static let callingOffWords: Set<UInt64> = Set(
    LanguageList.rows(of: PackageResources.timeline_words_tsv).filter { $0[0] == "calling-off" }
      .compactMap(\.last).map { StableHash.of(WordStem.of(Array($0.utf8))) })

  /// The cosine of two sets of words, weighted by how few articles have them.
  private func cosine(_ a: TermSet, _ b: TermSet) -> Float {
    func square(_ hash: UInt64) -> Float { (rarity[hash] ?? 0) * (rarity[hash] ?? 0) }
    let common = a.hashes.reduce(Float(0)) { $0 + (b.contains($1) ? square($1) : 0) }
    let lengths =
      a.hashes.reduce(Float(0)) { $0 + square($1) }
      * b.hashes.reduce(Float(0)) { $0 + square($1) }
    return lengths > 0 ? common / lengths.squareRoot() : 0
  }
}
