import Primitives

/// A rule-made sentence that a narrator may smooth: its words, and which of them are the source's own.
public struct NarratedSentence: Sendable {
  /// A stretch of words of one provenance.
  public enum Piece: Hashable, Sendable {
    /// The source's own words, or words that were worked out.
    case source(String)
    /// Words that were put in, which readers see in square brackets; `replacing` is what they stand for, empty when they
    /// stand beside it.
    case inserted(String, replacing: String)
  }

  /// Its stretches in order.
  public let pieces: [Piece]
  /// The words that answer; they must stay.
  public let answer: String?

  /// Creates a sentence.
  public init(_ pieces: [Piece], answer: String? = nil) {
    self.pieces = Self.joined(pieces)
    self.answer = answer
  }

  /// The sentence as readers see it.
  public var text: String {
    pieces.map { piece in
      switch piece {
      case .source(let words): words
      case .inserted(let words, _): Self.bracketed(words)
      }
    }.joined()
  }

  /// A capital that was put in for a small letter belongs to the word behind it.
  private static func joined(_ pieces: [Piece]) -> [Piece] {
    var result: [Piece] = []
    for piece in pieces {
      if case .source(let words) = piece, case .inserted(let letter, _)? = result.last,
        letter.count == 1, letter.first?.isUppercase == true, words.first?.isLetter == true
      {
        result[result.count - 1] = .source(letter + words)
      } else {
        result.append(piece)
      }
    }
    return result
  }

  private static func bracketed(_ words: String) -> String {
    let text = UTF8Text(words)
    let inner = text.trimmed(text.fullRange)
    return text[ByteRange(0, inner.start)] + "[" + text[inner] + "]"
      + text[ByteRange(inner.end, text.count)]
  }
}

/// The tokens of a rule-made sentence with where each comes from.
struct SentenceTokens {
  /// A token of a sentence.
  struct Item {
    var token: NarrationToken
    /// Its group when it was put in; nil when it is the source's.
    let group: Int?
    /// Where it starts in `plain`; nil when it is not part of it.
    let place: Int?
  }

  let items: [Item]
  /// For each group whether its words stand in place of the source's.
  let replaces: [Bool]
  /// The words for the parser: the source's, and what stands in their place; dates in brackets are left out.
  let plain: String

  init(_ sentence: NarratedSentence) {
    var items: [Item] = []
    var replaces: [Bool] = []
    var plain = ""
    for piece in sentence.pieces {
      switch piece {
      case .source(let words):
        let start = plain.utf8.count
        items += NarrationTokens.of(words).map {
          Item(token: Self.inner($0), group: nil, place: start + $0.start)
        }
        plain += words
      case .inserted(let words, let replaced):
        let isDate = words.utf8.contains(where: \.isASCIIDigit)
        let start = plain.utf8.count
        items += NarrationTokens.of(words).map {
          Item(
            token: Self.inner($0), group: replaces.count, place: isDate ? nil : start + $0.start)
        }
        if !isDate { plain += words }
        replaces.append(replaced.contains { !$0.isWhitespace })
      }
    }
    if let first = items.firstIndex(where: \.token.isWord) { items[first].token.isInitial = true }
    self.items = items
    self.replaces = replaces
    self.plain = plain
  }

  private static func inner(_ token: NarrationToken) -> NarrationToken {
    var token = token
    token.isInitial = false
    return token
  }
}
