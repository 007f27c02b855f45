import Linguistics
import Primitives

/// Finds how the article describes an entity: a title before the name, an apposition after it.
struct DescriptionFinder {
  private let words: ArticleWords
  /// An apposition longer than this is a sentence of its own.
  private static let longest = 24

  init(_ words: ArticleWords) {
    self.words = words
  }

  /// The descriptions of an entity with these names, in order.
  func find(_ names: [Int]) -> [ByteRange] {
    var found: [ByteRange] = []
    for name in names.prefix(6) {
      let tokens = words.names[name].tokens
      if let title = title(before: tokens.lowerBound) { found.append(words.range(title)) }
      if let apposition = apposition(after: tokens.upperBound) {
        found.append(words.range(apposition))
      }
    }
    return found
  }

  /// `secretary general` before the name.
  private func title(before token: Int) -> Range<Int>? {
    var start = token
    while start > 0, words.has(start - 1, [.title, .role]), words.nameOf[start - 1] < 0,
      words.sentenceOf[start - 1] == words.sentenceOf[token]
    { start -= 1 }
    guard start < token, token - start > 1 || !Self.address.contains(words.word(start)) else {
      return nil
    }
    return start..<token
  }

  private static let address: Set<String> = ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"]

  /// `, a law professor at Holm College,` after the name.
  private func apposition(after token: Int) -> Range<Int>? {
    guard words.word(token) == ",", ["a", "an", "the"].contains(words.word(token + 1)) else {
      return nil
    }
    let sentence = words.sentence(of: token)
    var end = token + 1
    while end < sentence.upperBound, end - token <= Self.longest {
      if words.word(end) == "," || words.has(end, .stop) && words.nameOf[end] < 0 {
        let part = token + 1..<end
        let isNominal = part.contains { words.has($0, [.role, .kin, .institution, .title]) }
        return isNominal && !part.contains { words.has($0, .auxiliary) } ? part : nil
      }
      end += 1
    }
    return nil
  }
}
