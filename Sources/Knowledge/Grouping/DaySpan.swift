/// The days that a group of items covers; nil bounds when none of them has a date.
struct DaySpan: Sendable {
  /// The first and the last day since 1970-01-01.
  let bounds: ClosedRange<Int>?

  /// The span of one item.
  init(_ day: Int?) { bounds = day.map { $0...$0 } }

  private init(_ bounds: ClosedRange<Int>?) { self.bounds = bounds }

  /// The smallest span that holds both.
  func union(_ other: DaySpan) -> DaySpan {
    guard let mine = bounds, let theirs = other.bounds else {
      return DaySpan(bounds ?? other.bounds)
    }
    return DaySpan(
      min(mine.lowerBound, theirs.lowerBound)...max(mine.upperBound, theirs.upperBound))
  }

  /// The days between two spans, zero when they touch; nil when one has no date.
  func gap(to other: DaySpan) -> Int? {
    guard let mine = bounds, let theirs = other.bounds else { return nil }
    return max(
      0, theirs.lowerBound - mine.upperBound, mine.lowerBound - theirs.upperBound)
  }
}
