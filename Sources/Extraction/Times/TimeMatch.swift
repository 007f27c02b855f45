import NewsModel
import Primitives

/// A time expression as pieces of a `TimeText`.
struct TimeMatch {
  /// The pieces.
  let pieces: Range<Int>
  let type: TimeExpressionType
  /// The TIMEX3 value; empty for what looks like a date and is none.
  let value: String
}

/// A time expression that was found.
struct FoundTime {
  /// Its bytes.
  let range: ByteRange
  /// The annotator's tokens that it touches.
  let tokens: Range<Int>
  let type: TimeExpressionType
  let value: String
  /// 1 when the clause around it looks ahead, -1 when it tells what was, 0 when it does not say.
  let direction: Int
}
