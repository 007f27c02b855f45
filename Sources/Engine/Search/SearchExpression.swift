import Primitives

/// The words of a reader's query, made safe for FTS5.
///
/// Function words are dropped unless nothing else is left: BM25 over "the" costs much and says nothing.
struct SearchExpression {
  let words: [String]

  init(_ query: String) {
    let all = Self.words(in: UTF8Text(String(query.prefix(400)))).map(\.word)
    let telling = all.filter { !Self.functionWords.contains($0) }
    words = Array((telling.isEmpty ? all : telling).prefix(24))
  }

  /// Every word must occur.
  var all: String { quoted.joined(separator: " AND ") }
  /// One word must occur.
  var any: String { quoted.joined(separator: " OR ") }

  private var quoted: [String] { words.map { "\"\($0)\"" } }

  /// The words of a text in lower case with their places; a word is a run of letters and digits.
  static func words(in text: UTF8Text) -> [(word: String, range: ByteRange)] {
    var result: [(word: String, range: ByteRange)] = []
    var start: Int?
    for index in 0...text.count {
      let isWord = index < text.count && isWordByte(text.bytes[index])
      if isWord {
        start = start ?? index
      } else if let begin = start {
        let range = ByteRange(begin, index)
        // A range between ASCII bytes never cuts a character.
        result.append((text[range].lowercased(), range))
        start = nil
      }
    }
    return result
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isASCIILetter || byte.isASCIIDigit
  }

  /// The places in `text` where a word of the query, or a word that starts like it, stands.
  func matches(in text: UTF8Text) -> [ByteRange] {
    let stems = Set(words.map(Self.stem))
    return Self.words(in: text).filter { stems.contains(Self.stem($0.word)) }.map(\.range)
  }

  /// A rough stem, for marking only: the index itself stems by Porter's algorithm.
  private static func stem(_ word: String) -> String {
    for suffix in ["ing", "ed", "es", "s", "e"] where word.hasSuffix(suffix) {
      let stem = word.dropLast(suffix.count)
      if stem.utf8.count >= 3 { return String(stem) }
    }
    return word
  }

  private static let functionWords: Set<String> = [
    "a", "about", "an", "and", "are", "as", "at", "be", "been", "but", "by", "did", "do", "does",
    "for", "from", "had", "has", "have", "he", "her", "his", "how", "i", "in", "is", "it", "its",
    "of", "on", "or", "she", "that", "the", "their", "they", "this", "to", "was", "were", "what",
    "when", "where", "which", "who", "why", "will", "with", "would",
  ]
}
