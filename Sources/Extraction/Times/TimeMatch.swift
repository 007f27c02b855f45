import NewsModel

/// A time expression as tokens.
struct TimeMatch {
  let tokens: Range<Int>
  let type: TimeExpressionType
  let value: String
}
