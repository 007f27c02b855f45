import NewsModel

/// A statement as token ranges, before its speaker is known.
struct StatementDraft {
  /// Who is said to speak; nil when the text does not say.
  var source: Range<Int>?
  /// The words that report.
  var cue: Range<Int>?
  /// What is said, in order.
  var content: [Range<Int>]
  /// The kind of act: `say`, `deny`, ...
  var force: String
  /// Whether the words are another statement's continuation without a source of its own.
  var followsPrevious = false
  /// Whether its cue stands in what somebody else is said to say.
  var isInside = false

  /// All tokens that it takes.
  var tokens: [Int] { ([source, cue].compactMap(\.self) + content).flatMap(Array.init) }

  /// Where it starts, for the order of statements.
  var start: Int {
    min(
      content.first?.lowerBound ?? .max, source?.lowerBound ?? .max, cue?.lowerBound ?? .max)
  }

  /// The order of statements: by their first token, and what holds another before what it holds.
  static func isBefore(_ a: StatementDraft, _ b: StatementDraft) -> Bool {
    (a.start, a.isInside ? 1 : 0, a.cue?.lowerBound ?? 0) < (
      b.start, b.isInside ? 1 : 0, b.cue?.lowerBound ?? 0
    )
  }
}
