import Primitives

/// Where each token stands to quotation marks, paragraph by paragraph.
///
/// Double marks count where the text has any, else single ones, as in much of the British press.
struct QuotationStates {
  /// Where a token stands.
  enum State: UInt64 {
    case outside, inside, opening, closing
    /// A closing mark that nothing has opened.
    case stray
  }

  private(set) var states: [State]
  /// The length and form of the quotation that a token belongs to; 0 outside.
  private(set) var forms: [UInt64]
  /// How many marks stand before each token; one entry more than tokens.
  private(set) var marksBefore: [Int]

  private static let opening: Set<String> = ["“", "„", "«", "``", "‟"]
  private static let closing: Set<String> = ["”", "»", "''"]
  private static let stops: Set<String> = [".", ",", "!", "?", "…", "..."]

  init(_ words: ArticleWords) {
    let count = words.count
    states = Array(repeating: .outside, count: count)
    forms = Array(repeating: 0, count: count)
    marksBefore = [0]
    marksBefore.reserveCapacity(count + 1)
    findStates(words)
    for state in states {
      let isMark = state == .opening || state == .closing || state == .stray
      marksBefore.append((marksBefore.last ?? 0) + (isMark ? 1 : 0))
    }
  }

  private mutating func findStates(_ words: ArticleWords) {
    let hasDouble = words.lower.contains {
      $0 == "\"" || Self.opening.contains($0) || Self.closing.contains($0)
    }
    var start: Int?
    for token in 0..<words.count {
      if let open = start, words.startsParagraph(token) {
        note(open..<token, words)
        start = nil
      }
      let word = words.lower[token]
      var opens = Self.opening.contains(word) || (!hasDouble && word == "‘")
      var closes = Self.closing.contains(word) || (!hasDouble && word == "’")
      if word == "\"" { (opens, closes) = (start == nil, start != nil) }
      if let open = start {
        states[token] = closes ? .closing : .inside
        if closes {
          note(open..<token + 1, words)
          start = nil
        }
      } else if opens {
        states[token] = .opening
        start = token
      } else if closes {
        states[token] = .stray
      }
    }
    if let open = start { note(open..<words.count, words) }
  }

  /// Notes the form of a quotation for all its tokens.
  private mutating func note(_ tokens: Range<Int>, _ words: ArticleWords) {
    let first = tokens.lowerBound
    let last = tokens.upperBound - (states[tokens.upperBound - 1] == .closing ? 2 : 1)
    let endsLikeSentence = last > first && Self.stops.contains(words.lower[last])
    let next = first + 1
    let isCapital = next < words.count && words.bytes[words.range(next).start].isASCIIUppercase
    let form =
      FeatureHash.bucket(tokens.count, [5, 10, 20]) * 4 + (endsLikeSentence ? 2 : 0)
      + (isCapital ? 1 : 0)
    for token in tokens { forms[token] = UInt64(form) }
  }
}
