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
/// A paragraph that ends inside a quotation hands it on when the next one opens with a mark; so does a quotation in which
/// a mark opens anew, as where the paragraphs of what somebody said were run together.
struct QuotationFinder {
  private let words: ArticleWords
  private let marks: [QuotationMarks.Mark]

  init(_ words: ArticleWords) {
    self.words = words
    marks = QuotationMarks(words).marks
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
      guard let open = start else {
        if opens(token) { start = token }
        continue
      }
      guard marks[token] != .none, token > open + 1 else { continue }
      if marks[token] == .opening {
        found.append(Quotation(tokens: open..<token, continues: isHandedOn, isClosed: false))
        start = token
        isHandedOn = true
      } else {
        found.append(Quotation(tokens: open..<token + 1, continues: isHandedOn, isClosed: true))
        start = nil
        isHandedOn = false
      }
    }
    if let open = start, open + 1 < words.count {
      found.append(Quotation(tokens: open..<words.count, continues: isHandedOn, isClosed: false))
    }
    return found
  }

  private func opens(_ token: Int) -> Bool {
    guard marks[token] == .opening || marks[token] == .either else { return false }
    return token + 1 < words.count && !words.startsParagraph(token + 1)
  }
}
