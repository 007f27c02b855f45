public import NewsModel
import Primitives

/// Joins the stances of articles to positions over time.
///
/// Copies are left out: a text that ran in seven outlets shows one stance. A reversal is a change between for and against from
/// one day to a later one; both on one day is no change but two voices, and neutral words change nothing.
public struct PositionBuilder: Sendable {
  /// Creates a builder.
  public init() {}

  /// The positions that the articles show, those with most stances first, then by holder and target.
  /// - Complexity: O(stances · log stances + positions · articles).
  public func positions(in articles: [FiledArticle]) -> [Position] {
    let ordered = articles.filter { $0.isCurrent && !$0.isCopy }.inOrderOfPublication
      .map(Reading.init)
    var held: [Pair: [Position.Dated]] = [:]
    for reading in ordered {
      var seen: Set<SeenStance> = []
      for stance in reading.filed.analysis.stances where !stance.evidence.isEmpty {
        let pair = Pair(
          holder: reading.filed.entity(stance.holder), target: reading.filed.entity(stance.target))
        let once = SeenStance(pair: pair, polarity: stance.polarity, start: stance.evidence.start)
        guard pair.holder != pair.target, seen.insert(once).inserted else { continue }
        held[pair, default: []].append(reading.dated(stance))
      }
    }
    let positions = held.compactMap { pair, stances -> Position? in
      guard let all = NonEmpty(stances) else { return nil }
      return position(pair, all, ordered)
    }
    return positions.sorted { a, b in
      let counts = (a.stances.elements.count, b.stances.elements.count)
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      return (a.holder, a.target) < (b.holder, b.target)
    }
  }

  private func position(
    _ pair: Pair, _ stances: NonEmpty<Position.Dated>, _ ordered: [Reading]
  ) -> Position {
    let last = stances.compactMap(\.day).max()
    let silent = ordered.filter { reading in
      guard let last, let day = reading.day, last < day else { return false }
      return reading.mentioned.contains(pair.holder) && reading.mentioned.contains(pair.target)
    }
    return Position(
      holder: pair.holder, target: pair.target, stances: stances,
      reversals: Self.reversals(Array(stances)),
      silentAfter: silent.map(\.filed.version.article.id))
  }

  /// The changes of side: days on which both sides were shown are passed over.
  private static func reversals(_ stances: [Position.Dated]) -> [Position.Reversal] {
    let sides = stances.filter { $0.polarity != .neutral && $0.day != nil }
    var found: [Position.Reversal] = []
    var current: Position.Dated?
    for day in Set(sides.compactMap(\.day)).sorted() {
      let shown = sides.filter { $0.day == day }
      guard let first = shown.first, let latest = shown.last,
        shown.allSatisfy({ $0.polarity == first.polarity })
      else { continue }
      if let before = current, before.polarity != first.polarity {
        found.append(Position.Reversal(before: before, after: first))
      }
      current = latest
    }
    return found
  }

  private struct Pair: Hashable {
    let holder: EntityID
    let target: EntityID
  }

  private struct SeenStance: Hashable {
    let pair: Pair
    let polarity: Polarity
    let start: Int
  }

  /// An article with its day and the entities that it mentions.
  private struct Reading {
    let filed: FiledArticle
    let day: CivilDate?
    let mentioned: Set<EntityID>

    init(_ filed: FiledArticle) {
      self.filed = filed
      day = filed.version.article.published?.date
      mentioned = Set(filed.entities)
    }

    func dated(_ stance: Stance) -> Position.Dated {
      Position.Dated(
        polarity: stance.polarity,
        passage: Passage(version: filed.version.id, range: stance.evidence), day: day,
        origin: filed.origin)
    }
  }
}
