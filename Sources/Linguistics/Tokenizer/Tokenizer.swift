/// Cuts a text into tokens exactly as spaCy's tokenizer does with the same rules.
///
/// A run of white space other than one space between words is a token of its own; one space is
/// noted at the token before it.
struct Tokenizer {
  private let patterns: CasePatterns

  /// Creates a tokenizer with the patterns of special cases across chunks.
  init(patterns: CasePatterns) {
    self.patterns = patterns
  }

  /// The tokens of valid UTF-8 bytes.
  /// - Complexity: O(bytes).
  func tokenize(_ text: Span<UInt8>, lexicon: inout Lexicon, into rows: inout [TokenRow]) {
    rows.removeAll(keepingCapacity: true)
    cut(text, &lexicon, &rows)
    let matches = patterns.matches(rows, lexicon.lexemes)
    if !matches.isEmpty { replace(matches, text, &lexicon, &rows) }
  }

  private func cut(_ text: Span<UInt8>, _ lexicon: inout Lexicon, _ rows: inout [TokenRow]) {
    guard !text.isEmpty else { return }
    var start = 0
    var offset = 0
    var inSpace = isSpace(text, at: 0).isSpace
    while offset < text.count {
      let (isSpace, length) = isSpace(text, at: offset)
      if isSpace != inSpace {
        if start < offset {
          lexicon.tokenize(text.extracting(start..<offset), at: start, into: &rows)
        }
        if text[offset] == 0x20, !rows.isEmpty {
          rows[rows.count - 1].isSpaceAfter = true
          start = offset + 1
        } else {
          start = offset
        }
        inSpace.toggle()
      }
      offset += length
    }
    if start < text.count {
      lexicon.tokenize(text.extracting(start..<text.count), at: start, into: &rows)
    }
  }

  @inline(__always)
  private func isSpace(_ text: Span<UInt8>, at offset: Int) -> (isSpace: Bool, length: Int) {
    let byte = text[offset]
    if byte > 0x20, byte < 0x80 { return (false, 1) }
    let (scalar, length) = Scalars.decode(text, at: offset)
    return (ScalarClass.isSpace(scalar), length)
  }

  /// Puts the tokens of special cases in the places of the tokens that were matched.
  private func replace(
    _ matches: [Range<Int>], _ text: Span<UInt8>, _ lexicon: inout Lexicon,
    _ rows: inout [TokenRow]
  ) {
    var result: [TokenRow] = []
    result.reserveCapacity(rows.count)
    var next = 0
    for match in matches {
      let last = rows[match.upperBound - 1]
      let start = Int(rows[match.lowerBound].start)
      let end = Int(last.start + lexicon.lexemes[Int(last.lexeme)].length)
      // A match over a space is no case, since the case has none there.
      guard let tokens = lexicon.caseTokens(text.extracting(start..<end)) else { continue }
      result += rows[next..<match.lowerBound]
      var offset = Int32(start)
      for token in tokens {
        result.append(TokenRow(lexeme: token, start: offset, isSpaceAfter: false))
        offset += lexicon.lexemes[Int(token)].length
      }
      result[result.count - 1].isSpaceAfter = last.isSpaceAfter
      next = match.upperBound
    }
    result += rows[next...]
    rows = result
  }
}
