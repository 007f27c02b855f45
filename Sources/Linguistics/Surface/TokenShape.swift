/// What a token looks like, as far as its bytes tell.
enum TokenShape: UInt8, Sendable {
  /// A word that starts with a small letter or is of no letter case.
  case word
  /// A word that starts with a capital letter.
  case capitalised
  /// A word of two capital letters or more.
  case capitals
  /// A word that starts with a digit.
  case number
  /// `'s`, `'re`, `n't` and the like.
  case clitic
  /// A word with its full stop: `Mr.`, `Jan.`.
  case abbreviation
  /// A capital letter with its full stop: `J.`.
  case initial
  /// Letters with full stops between them: `U.S.`, `a.m.`.
  case dotted
  /// A full stop, exclamation mark, question mark or ellipsis.
  case stop
  /// A quotation mark that opens.
  case openQuote
  /// A quotation mark that closes, or an apostrophe that stands alone.
  case closeQuote
  /// A straight quotation mark.
  case straightQuote
  /// An opening bracket.
  case openBracket
  /// A closing bracket.
  case closeBracket
  /// Any other punctuation mark or symbol.
  case mark

  /// Whether the token is made of letters or digits.
  var isWord: Bool { rawValue <= Self.dotted.rawValue }
}
