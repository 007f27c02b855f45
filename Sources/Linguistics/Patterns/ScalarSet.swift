/// A set of Unicode scalars, as a character class of a pattern names it.
struct ScalarSet: Hashable, Sendable {
  /// The classes that are defined by a property and not by ranges.
  struct Classes: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let word = Classes(rawValue: 1)
    static let digit = Classes(rawValue: 2)
    static let space = Classes(rawValue: 4)
    static let notWord = Classes(rawValue: 8)
    static let notDigit = Classes(rawValue: 16)
    static let notSpace = Classes(rawValue: 32)
  }

  /// Sorted ranges that do not touch.
  let ranges: [ClosedRange<UInt32>]
  private let classes: Classes
  private let isNegated: Bool
  // One bit for each ASCII character.
  private let low: UInt64
  private let high: UInt64

  /// Creates the set of all scalars in the ranges or the classes, or of all others.
  init(_ ranges: [ClosedRange<UInt32>], classes: Classes = [], isNegated: Bool = false) {
    self.ranges = Self.merged(ranges)
    self.classes = classes
    self.isNegated = isNegated
    var bits: (UInt64, UInt64) = (0, 0)
    for scalar in UInt32(0)..<128 {
      let found =
        ranges.contains { $0.contains(scalar) } || Self.isMember(scalar, of: classes)
      guard found != isNegated else { continue }
      if scalar < 64 { bits.0 |= 1 << UInt64(scalar) } else { bits.1 |= 1 << UInt64(scalar - 64) }
    }
    low = bits.0
    high = bits.1
  }

  /// The set of one scalar.
  init(_ scalar: UInt32) {
    self.init([scalar...scalar])
  }

  /// The only member of the set, if it has just one that ranges name.
  var single: UInt32? {
    guard let members, members.count == 1, members[0].count == 1 else { return nil }
    return members[0].lowerBound
  }

  /// The members as ranges; nil when they are defined by a property or by what they are not.
  var members: [ClosedRange<UInt32>]? { isNegated || !classes.isEmpty ? nil : ranges }

  /// Whether the scalar is a member.
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
    if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
    return (isInRanges(scalar) || Self.isMember(scalar, of: classes)) != isNegated
  }

  /// The ASCII members as 128 bits.
  var asciiBits: (UInt64, UInt64) { (low, high) }

  private func isInRanges(_ scalar: UInt32) -> Bool {
    var (first, end) = (0, ranges.count)
    while first < end {
      let middle = (first + end) / 2
      if ranges[middle].upperBound < scalar { first = middle + 1 } else { end = middle }
    }
    return first < ranges.count && ranges[first].lowerBound <= scalar
  }

  private static func merged(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound &+ 1 {
        result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private static func isMember(_ scalar: UInt32, of classes: Classes) -> Bool {
    guard !classes.isEmpty else { return false }
    if !classes.isDisjoint(with: [.word, .notWord]),
      classes.contains(ScalarClass.isWord(scalar) ? .word : .notWord)
    {
      return true
    }
    if !classes.isDisjoint(with: [.digit, .notDigit]),
      classes.contains(ScalarClass.isDecimal(scalar) ? .digit : .notDigit)
    {
      return true
    }
    return !classes.isDisjoint(with: [.space, .notSpace])
      && classes.contains(ScalarClass.isSpace(scalar) ? .space : .notSpace)
  }
}
