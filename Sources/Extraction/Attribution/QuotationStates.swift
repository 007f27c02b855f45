import Primitives

/// Where each token stands to quotation marks, paragraph by paragraph. A mark that opens inside a quotation starts it anew.
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
    let marks = QuotationMarks(words).marks
    var start: Int?
    for token in 0..<words.count {
      if let open = start, words.startsParagraph(token) {
        note(open..<token, words)
        start = nil
      }
      let mark = marks[token]
      if let open = start {
        states[token] = mark == .none ? .inside : mark == .opening ? .opening : .closing
        if mark == .opening {
          note(open..<token, words)
          start = token
        } else if mark != .none {
          note(open..<token + 1, words)
          start = nil
        }
      } else if mark == .opening || mark == .either {
        states[token] = .opening
        start = token
      } else if mark == .closing {
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
