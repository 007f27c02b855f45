import Primitives

/// Which quotation marks of a text open and which close.
///
/// Double marks count where the text has any, else single ones; a text that ends what people say with single marks, as much
/// of the British press does, and has a few double ones inside is read by its single marks. A straight mark opens when it is
/// glued to the word after it alone, closes when it is glued to the word before it alone.
struct QuotationMarks {
  /// What a token does.
  enum Mark: UInt8 {
    case none, opening, closing
    /// A straight mark that stands free or between two words.
    case either
  }

  private(set) var marks: [Mark]
  private let words: ArticleWords

  /// Marks that open, or close, whatever stands beside them.
  private static let opening: Set<String> = ["“", "„", "«", "``", "‟"]
  private static let closing: Set<String> = ["”", "»", "''"]
  private static let single: Set<String> = ["’", "'"]
  private static let stops: Set<String> = [",", ".", "?", "!"]
  /// So far behind a mark the end of its quotation is looked for.
  private static let reach = 80

  /// Reads a text.
  /// - Complexity: O(tokens).
  init(_ words: ArticleWords) {
    self.words = words
    marks = Array(repeating: .none, count: words.count)
    let isSingle = Self.usesSingleMarks(words)
    for token in marks.indices where Self.canBeMark(words.lower[token]) {
      marks[token] = isSingle ? singleMark(token) : doubleMark(token)
    }
    if isSingle { removeGenitives() }
  }

  private static func usesSingleMarks(_ words: ArticleWords) -> Bool {
    var (hasDouble, double, single) = (false, 0, 0)
    for (token, word) in words.lower.enumerated() where canBeMark(word) {
      let isClosing = word == "\"" || closing.contains(word)
      hasDouble = hasDouble || isClosing || opening.contains(word)
      guard token > 0, !words.startsParagraph(token), stops.contains(words.lower[token - 1]) else {
        continue
      }
      if isClosing { double += 1 }
      if Self.single.contains(word) { single += 1 }
    }
    return hasDouble ? single >= 3 && single > 3 * double : true
  }

  /// Most words are none: they begin with a letter or a digit.
  private static func canBeMark(_ word: String) -> Bool {
    word.utf8.first.map { !$0.isASCIILetter && !$0.isASCIIDigit } ?? false
  }

  private func isGlued(_ token: Int) -> Bool {
    words.isGlued(token) && !words.startsParagraph(token)
  }

  private func doubleMark(_ token: Int) -> Mark {
    let word = words.lower[token]
    if Self.opening.contains(word) { return .opening }
    if Self.closing.contains(word) { return .closing }
    guard word == "\"" else { return .none }
    let (before, after) = (isGlued(token), isGlued(token + 1))
    return before == after ? .either : after ? .opening : .closing
  }

  private func singleMark(_ token: Int) -> Mark {
    let word = words.lower[token]
    if word == "‘" { return .opening }
    guard Self.single.contains(word) else { return .none }
    let (before, after) = (isGlued(token), isGlued(token + 1))
    if before == after { return .none }
    if after { return word == "'" ? .opening : .none }
    return .closing
  }

  /// A closing mark behind "s" that another one behind a stop follows is the mark of a genitive: `the players' union`.
  private mutating func removeGenitives() {
    for token in marks.indices.dropFirst().dropLast() where marks[token] == .closing {
      guard words.lower[token - 1].hasSuffix("s"), !words.startsParagraph(token + 1),
        (0x61...0x7A).contains(words.bytes[words.range(token + 1).start])
      else { continue }
      for next in token + 1..<min(token + 1 + Self.reach, marks.count) {
        if words.startsParagraph(next) || marks[next] == .opening { break }
        if marks[next] == .closing, Self.stops.contains(words.lower[next - 1]) {
          marks[token] = .none
          break
        }
      }
    }
  }
}
