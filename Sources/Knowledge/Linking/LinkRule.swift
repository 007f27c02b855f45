/// When an item belongs to the group of earlier ones.
package struct LinkRule: Sendable {
  /// The days between two items that are compared at most.
  let window: Int
  /// The least likeness, less what is lost for the days between.
  let threshold: Double
  /// The same for the item that began the group.
  let thresholdOfLeader: Double
  /// How many of a group's most alike items are asked: their mean likeness decides.
  let voters: Int
  /// How fast likeness falls with the days between: `decay` · ln(1 + days / `decayDays`).
  let decay: Double
  let decayDays: Double
  /// What is taken off for two items without dates.
  let undatedPenalty: Double

  /// Articles on one happening.
  ///
  /// Set on two collections of grouped articles together, one of world news and one of American politics: 0.12 to 0.14
  /// and four to eight voters differ by less than a point.
  package static let stories = LinkRule(
    window: 180, threshold: 0.13, thresholdOfLeader: 0.14, voters: 6, decay: 0.04, decayDays: 5,
    undatedPenalty: 0.06)

  /// Stories on one subject over weeks and months.
  package static let topics = LinkRule(
    window: 180, threshold: 0.2, thresholdOfLeader: 0.12, voters: 8, decay: 0.02, decayDays: 60,
    undatedPenalty: 0)

  /// By how many of its weightiest words an item is found.
  static let leadingWords = 16
  /// How many earlier items are weighed at most, those with most in common.
  static let neighbours = 32

  /// How alike two items are, less what is lost for the days between them.
  func likeness(_ a: LinkItem, _ b: LinkItem) -> Double {
    let value = a.vector.cosine(b.vector)
    guard a.order.day != PublicationOrder.undatedDay else { return value - undatedPenalty }
    let days = abs(a.order.day - b.order.day)
    return value - decay * Double(logarithm(Float(1 + Double(days) / decayDays)))
  }
}
