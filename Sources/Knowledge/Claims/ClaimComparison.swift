import NewsModel
import Primitives

/// Decides whether two mentions answer one question.
///
/// The shares were set by reading the pairs that they let through on the development stories, with figures before all: a wrong pair claims
/// a contradiction that is none.
enum ClaimComparison {
  /// The share of the smaller context that both must have.
  private static let contextShare = 0.6
  /// How many telling words both contexts must have beside what is counted.
  private static let contextWords = 3
  /// How many telling words both sentences must have where the context says what became of those counted.
  private static let sentenceWords = 3
  /// The share of words for days and denials.
  private static let happeningShare = 0.75
  /// How many telling words reports of one happening must share.
  private static let happeningWords = 4
  /// Two days of what has happened that are further apart are of two happenings.
  private static let misdated = 3

  static func answersSame(_ a: ClaimMention, _ b: ClaimMention) -> Bool {
    guard a.scene.version != b.scene.version || a.scene.sentence != b.scene.sentence,
      a.group == b.group, a.value.slot == b.value.slot
    else { return false }
    switch (a.value, b.value) {
    case (.figure, .figure): return a.scene.canMeet(b.scene) && countsSame(a, b)
    case (.days(let first, _), .days(let second, _)):
      return !a.key.isDisjoint(with: b.key) && tellsSame(a, b)
        && (a.group == EventStatus.scheduled.rawValue
          || abs(first.lowerBound.daysSinceEpoch - second.lowerBound.daysSinceEpoch) <= misdated)
    case (.culprit, .culprit): return a.scene.canMeet(b.scene) && shared(a, b) >= sentenceWords
    case (.isSo(let first), .isSo(let second)):
      return first == second ? tellsSame(a, b) : first ? holds(a, b) : holds(b, a)
    default: return false
    }
  }

  private static func countsSame(_ a: ClaimMention, _ b: ClaimMention) -> Bool {
    let counted = a.key.intersection(b.key)
    guard !counted.isEmpty || (a.group != nil && countsPeople(a) && countsPeople(b)) else {
      return false
    }
    let both = a.context.intersection(b.context).subtracting(counted)
    let least = counted.isDisjoint(with: amounts) ? contextWords : contextWords + 1
    let smaller = min(a.context.count, b.context.count)
    if both.count >= least, Double(both.count) >= contextShare * Double(smaller) {
      return true
    }
    return a.group != nil && shared(a, b) >= sentenceWords
      && Double(both.count) >= contextShare / 2 * Double(smaller)
  }

  /// Whether a mention counts people, in whatever words: "12 people killed", "12 killed".
  private static func countsPeople(_ mention: ClaimMention) -> Bool {
    mention.key.isEmpty || mention.key == [people]
  }

  private static let people = StableHash.of("people".utf8)

  /// Money and shares of a hundred: many figures of one text are of these, so more must agree.
  private static let amounts: Set<UInt64> = [
    StableHash.of("%".utf8), StableHash.of("$".utf8), StableHash.of([0xA3]), StableHash.of([0xAC]),
  ]

  private static func shared(_ a: ClaimMention, _ b: ClaimMention) -> Int {
    a.sentenceWords.intersection(b.sentenceWords).count
  }

  private static func tellsSame(_ a: ClaimMention, _ b: ClaimMention) -> Bool {
    let both = a.context.intersection(b.context).count
    let smaller = min(a.context.count, b.context.count)
    return both >= happeningWords && Double(both) >= happeningShare * Double(smaller)
  }

  /// Whether a sentence asserts what another denies.
  private static func holds(_ assertion: ClaimMention, _ denial: ClaimMention) -> Bool {
    let both = assertion.context.intersection(denial.context).count
    return both >= happeningWords && Double(both) >= happeningShare * Double(denial.context.count)
  }
}
