/// Words between quotation marks, within one paragraph.
struct Quotation: Equatable {
  /// The tokens, with the marks.
  let tokens: Range<Int>
  /// Whether it goes on from the quotation before it, whose paragraph ended without a closing mark.
  let continues: Bool
  /// Whether a closing mark was found.
  let isClosed: Bool

  /// Whether it has the form of a full utterance rather than of a few quoted words.
  func isUtterance(_ words: ArticleWords) -> Bool {
    let inner = tokens.count - 2
    guard inner >= 2 else { return false }
    return words.isCapitalised(tokens.lowerBound + 1) && (inner >= 4 || endsLikeSentence(words))
  }

  /// Whether a comma stands before the closing mark.
  func endsWithComma(_ words: ArticleWords) -> Bool {
    isClosed && words.word(tokens.upperBound - 2) == ","
  }

  /// Whether a comma or a stop stands before the closing mark.
  func endsLikeSentence(_ words: ArticleWords) -> Bool {
    let last = tokens.upperBound - (isClosed ? 2 : 1)
    return last > tokens.lowerBound && (words.has(last, .stop) || words.word(last) == ",")
  }
}

/// Pairs quotation marks, paragraph by paragraph, in one pass.
///
/// Double marks are the quotation marks of a text that has any; else single ones are, as in much of the
/// British press. A paragraph that ends inside a quotation hands it on when the next one opens with a mark.
struct QuotationFinder {
  private let words: ArticleWords
  private let opening: Set<String>
  private let closing: Set<String>

  init(_ words: ArticleWords) {
    self.words = words
    let doubles: Set<String> = ["\"", "''", "``", "“", "”", "„", "«", "»", "‟"]
    let hasDouble = words.lower.contains { doubles.contains($0) }
    opening = hasDouble ? ["\"", "''", "``", "“", "„", "«", "‟"] : ["‘", "'"]
    closing = hasDouble ? ["\"", "''", "”", "»", "“"] : ["’", "'"]
  }

  /// The quotations in order.
  func quotations() -> [Quotation] {
    var found: [Quotation] = []
    var start: Int?
    var isHandedOn = false
    for token in 0..<words.count {
      if words.startsParagraph(token), let open = start {
        found.append(Quotation(tokens: open..<token, continues: isHandedOn, isClosed: false))
        isHandedOn = opens(token)
        start = nil
      } else if words.startsParagraph(token) {
        isHandedOn = false
      }
      if let open = start {
        guard closes(token), token > open + 1 else { continue }
        found.append(Quotation(tokens: open..<token + 1, continues: isHandedOn, isClosed: true))
        start = nil
        isHandedOn = false
      } else if opens(token) {
        start = token
      }
    }
    if let open = start, open + 1 < words.count {
      found.append(Quotation(tokens: open..<words.count, continues: isHandedOn, isClosed: false))
    }
    return found
  }

  private func opens(_ token: Int) -> Bool {
    guard opening.contains(words.lower[token]), token + 1 < words.count else { return false }
    return words.isGlued(token + 1) && !words.startsParagraph(token + 1)
      || words.word(token) == "``"
  }

  private func closes(_ token: Int) -> Bool {
    guard closing.contains(words.lower[token]) else { return false }
    return words.word(token) != "“" && words.isGlued(token)
  }
}
