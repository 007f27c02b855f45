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

  /// `secretary general`, `former Norland executive` before the name.
  private func title(before token: Int) -> Range<Int>? {
    if let trees = words.trees {
      return title(before: token, trees)
    }
    var start = token
    while start > 0, words.has(start - 1, [.title, .role]), words.nameOf[start - 1] < 0,
      words.sentenceOf[start - 1] == words.sentenceOf[token]
    { start -= 1 }
    guard start < token, token - start > 1 || !Self.address.contains(words.word(start)) else {
      return nil
    }
    return start..<token
  }

  /// The nouns and adjectives right before a name that hang on it, from the first to the one that tells what somebody is.
  private func title(before token: Int, _ trees: ArticleGrammar) -> Range<Int>? {
    let floor = max(words.sentence(of: token).lowerBound, token - Self.longestTitle)
    var start = token
    while start > floor, isTitleWord(start - 1, before: token, trees) { start -= 1 }
    // A name that stands alone in front is who is described elsewhere: "Norland Anna Holm".
    while start < token, words.has(start, .timeWord) { start += 1 }
    let title = start..<token
    let says = title.contains { words.has($0, [.role, .kin, .title]) && words.nameOf[$0] < 0 }
    guard says, !title.allSatisfy({ Self.address.contains(words.lower[$0]) }),
      title.count > 1 || !Self.vague.contains(words.lower[start])
    else { return nil }
    return title
  }

  private func isTitleWord(_ token: Int, before name: Int, _ trees: ArticleGrammar) -> Bool {
    guard let head = trees.head(token), head > token, head <= name + Self.longestName,
      ["compound", "amod", "nmod", "poss", "case", "punct"].contains(trees.label(token))
    else { return false }
    if trees.label(token) == "punct" { return words.lower[token] == "-" }
    return words.isWord(token) && !words.has(token, [.determiner, .possessive])
      || ["'s", "’s"].contains(words.lower[token])
  }

  private static let longestTitle = 7
  private static let longestName = 4
  /// Alone before a name these tell nothing.
  private static let vague: Set<String> = [
    "general", "official", "secretary", "former", "senior", "chief", "major", "head", "foreign",
    "defence", "defense", "finance", "vice", "prime",
  ]

  private static let address: Set<String> = ["mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss"]

  /// Whether a word makes a clause of what it stands in: "a ministry spokesman said on Thursday" describes nobody.
  private func isFinite(_ token: Int) -> Bool {
    if words.has(token, .auxiliary) { return true }
    guard let trees = words.trees else { return false }
    return trees.isFinite(token) && !["relcl", "acl"].contains(trees.label(token))
  }

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
        return isNominal && !part.contains { isFinite($0) } ? part : nil
      }
      end += 1
    }
    return nil
  }
}
