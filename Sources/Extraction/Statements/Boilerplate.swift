import Linguistics

/// Sentences that a site puts into its articles: captions with their buttons, calls to sign up, lists of what else to read.
struct Boilerplate {
  private let sentences: Set<Int32>
  private let words: ArticleWords

  /// The phrases of `Languages/en/boilerplate.tsv`, by their first word.
  private static let phrases: [String: [[String]]] = {
    let rows = LanguageData.rows(PackageResources.boilerplate_tsv)
    let phrases = rows.compactMap { $0.first?.split(separator: " ").map(String.init) }
    return Dictionary(grouping: phrases) { $0.first ?? "" }
  }()

  init(_ words: ArticleWords) {
    self.words = words
    var sentences: Set<Int32> = []
    for token in 0..<words.count {
      guard let phrases = Self.phrases[words.lower[token]] else { continue }
      let isFound = phrases.contains { phrase in
        phrase.enumerated().allSatisfy { words.word(token + $0) == $1 }
      }
      if isFound { sentences.formUnion(Self.around(token, words)) }
    }
    self.sentences = sentences
  }

  /// The sentence of a token, and with it the others of a short paragraph: a caption and its button.
  private static func around(_ token: Int, _ words: ArticleWords) -> Set<Int32> {
    var (first, last) = (token, token)
    while !words.startsParagraph(first), token - first < shortest { first -= 1 }
    while last + 1 < words.count, !words.startsParagraph(last + 1), last - token < shortest {
      last += 1
    }
    let isShort =
      last - first < shortest && words.startsParagraph(first)
      && (last + 1 == words.count || words.startsParagraph(last + 1))
    return isShort
      ? Set(words.sentenceOf[first]...words.sentenceOf[last]) : [words.sentenceOf[token]]
  }

  /// A paragraph of fewer tokens is taken as a whole.
  private static let shortest = 60

  /// Whether a statement without a quotation stands in such a sentence.
  func holds(_ draft: StatementDraft) -> Bool {
    guard !sentences.isEmpty, let cue = draft.cue?.lowerBound ?? draft.content.first?.lowerBound
    else { return false }
    return sentences.contains(words.sentenceOf[cue])
      && !draft.content.contains { words.has($0.lowerBound, .quoteMark) }
  }
}
