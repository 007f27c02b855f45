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

  /// All tokens that it takes.
  var tokens: [Int] { ([source, cue].compactMap(\.self) + content).flatMap(Array.init) }

  /// Where it starts, for the order of statements.
  var start: Int {
    min(
      content.first?.lowerBound ?? .max, source?.lowerBound ?? .max, cue?.lowerBound ?? .max)
  }
}
