import Answering
import Composition
import NewsModel
import Primitives
import Storage

/// Finds the sentences of a library that may answer a question.
///
/// Full text finds sentences that share two telling words with the question; their articles are then
/// searched whole, because the answer often stands in a sentence that says "he" or "the ship".
struct SentenceRetrieval {
  /// A sentence to be read.
  struct Candidate {
    let filed: FiledArticle
    let range: ByteRange
    let context: SentenceContext
    let fit: Double
  }

  private let store: LibraryStore
  private let question: Question
  private let quick: QuickMatch
  private static let hitLimit = 120
  private static let articleLimit = 10

  init(_ store: LibraryStore, _ question: Question) {
    self.store = store
    self.question = question
    quick = QuickMatch(question)
  }

  /// The most promising sentences, best first.
  func candidates(limit: Int) throws -> [Candidate] {
    let found = try articles().flatMap { candidates(in: $0) }
    let sorted = found.enumerated().sorted { a, b in
      a.element.fit != b.element.fit ? a.element.fit > b.element.fit : a.offset < b.offset
    }
    return sorted.prefix(limit).map(\.element)
  }

  /// The articles whose sentences share most with the question, best first.
  private func articles() throws -> [FiledArticle] {
    var hits: [RankedSentence] = []
    let words = RetrievalExpression.words(of: question)
    let counted = try words.map { word in
      (word, try store.sentenceCount(matching: word, most: RetrievalExpression.mostMatches))
    }
    for expression in RetrievalExpression(counted).steps {
      hits = try store.bestSentences(matching: expression, limit: Self.hitLimit)
      if !hits.isEmpty { break }
    }
    var scores: [ArticleID: Double] = [:]
    for (rank, hit) in hits.enumerated() {
      scores[hit.article, default: 0] += 1 / Double(rank + 4)
    }
    let best = scores.sorted { a, b in a.value != b.value ? a.value > b.value : a.key < b.key }
    return try store.filed(best.prefix(Self.articleLimit).map(\.key))
  }

  private func candidates(in filed: FiledArticle) -> [Candidate] {
    let context = ArticleContext(filed, quick: quick, question: question)
    return filed.analysis.sentences.indices.compactMap { index in
      let range = AnswerComposer.body(of: filed.analysis.sentences[index], in: filed.text)
      guard !range.isEmpty, range.count <= Self.longest else { return nil }
      let sentence = context.context(of: index)
      let own = context.own[index]
      let fit =
        quick.coverage(own)
        + 0.6 * quick.coverage(zip(own, sentence.support).map { max($0, $1) })
        + (sentence.reportsSpeaker || sentence.showsStance || sentence.defines ? 0.4 : 0)
      return Candidate(filed: filed, range: range, context: sentence, fit: fit)
    }
  }

  /// A longer stretch is a table or a list that was taken for a sentence.
  private static let longest = 1_200
}

/// The full-text expressions that find sentences for a question, the strictest first.
///
/// A sentence has to hold two words of the question. Of each pair the rarer word is looked up and the other only beside it, and pairs of
/// two common words are left out: in 100,000 articles these matched tens of thousands of sentences, which took most of an answer's time.
struct RetrievalExpression {
  /// The expressions, to be tried in turn until one finds something.
  let steps: [String]
  private static let wordLimit = 7
  /// So many sentences are ranked at most, beyond those of the rarest word.
  static let mostMatches = 1_500

  /// Pairs up words with the number of sentences that hold each.
  init(_ words: [(word: String, count: Int)]) {
    let byRarity = words.enumerated().sorted { a, b in
      (a.element.count, a.offset) < (b.element.count, b.offset)
    }
    .map(\.element)
    var pairs: [String] = []
    var matches = 0
    for (index, rare) in byRarity.enumerated().dropLast() {
      matches += rare.count
      if index > 0, matches > Self.mostMatches { break }
      let others = byRarity[(index + 1)...].map(\.word).joined(separator: " OR ")
      pairs.append("(\(rare.word) AND (\(others)))")
    }
    steps = [pairs, words.map(\.word)].filter { !$0.isEmpty }
      .map { $0.joined(separator: " OR ") }
  }

  /// The most telling words of a question, names first, each as an expression.
  static func words(of question: Question) -> [String] {
    var seen: Set<String> = []
    return zip(question.telling, zip(question.rarities, question.areNames)).enumerated()
      .sorted { a, b in
        let (left, right) = (a.element.1, b.element.1)
        if left.1 != right.1 { return left.1 }
        return left.0 != right.0 ? left.0 > right.0 : a.offset < b.offset
      }
      .flatMap { pieces($0.element.0) }
      .filter { seen.insert($0).inserted }
      .prefix(wordLimit)
      .map { "\"\($0)\"" }
  }

  /// The runs of letters and digits of a word, as the index cuts it.
  private static func pieces(_ word: String) -> [String] {
    SearchExpression.words(in: UTF8Text(word)).map(\.word)
  }
}
