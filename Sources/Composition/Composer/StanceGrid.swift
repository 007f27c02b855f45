import NewsModel
import Primitives

/// Where the names of a topic stand: holders down, what they are for or against across.
///
/// The newest stance of each holder towards each target counts; an earlier one the other way is a reversal.
struct StanceGrid {
  /// One cell with what is cited for it.
  struct Mark {
    let polarity: Polarity
    let text: CitedText
    let isReversal: Bool
  }

  private static let mostTargets = 4
  private static let mostHolders = 10

  /// The targets with most holders first.
  let targets: [EntityID]
  /// The holders with most stances first.
  let holders: [EntityID]
  private let marks: [Key: Mark]

  private struct Key: Hashable {
    let holder: EntityID
    let target: EntityID
  }

  init(_ material: Material, stances: StanceIndex) {
    let targets = Array(stances.byTarget.prefix(Self.mostTargets).map(\.target))
    let shown = stances.all.filter { targets.contains($0.target) && $0.holder != $0.target }
    let held = Dictionary(grouping: shown) { Key(holder: $0.holder, target: $0.target) }
    marks = held.compactMapValues { Self.mark($0, material) }
    var counts: [EntityID: Int] = [:]
    for key in marks.keys { counts[key.holder, default: 0] += 1 }
    holders = Array(
      counts.sorted { a, b in a.value == b.value ? a.key < b.key : a.value > b.value }
        .map(\.key).prefix(Self.mostHolders))
    let kept = Set(holders)
    let seen = Set(marks.keys.filter { kept.contains($0.holder) }.map(\.target))
    self.targets = targets.filter(seen.contains)
  }

  /// What a holder says of a target; nil when nothing was found.
  func mark(_ holder: EntityID, _ target: EntityID) -> Mark? {
    marks[Key(holder: holder, target: target)]
  }

  /// The marks of a target, by holder.
  func marks(of target: EntityID) -> [Mark] { holders.compactMap { mark($0, target) } }

  /// The stances of one pair, newest first.
  private static func mark(_ held: [StanceIndex.Held], _ material: Material) -> Mark? {
    guard let newest = held.first, let citation = material.citation(newest.sentence) else {
      return nil
    }
    var words = newest.polarity.rawValue
    if let day = material.day(newest.sentence) { words += ", \(NewspaperStyle.day(day))" }
    let earlier = held.first { $0.polarity != newest.polarity && $0.polarity != .neutral }
    var citations = [citation]
    if let earlier, newest.polarity != .neutral, let before = material.citation(earlier.sentence) {
      let day = material.day(earlier.sentence).map { " on \(NewspaperStyle.day($0))" } ?? ""
      words += "; \(earlier.polarity.rawValue)\(day)"
      citations.append(before)
    }
    return NonEmpty(citations).map {
      Mark(
        polarity: newest.polarity, text: CitedText(computed: words, citations: $0),
        isReversal: citations.count > 1)
    }
  }
}
