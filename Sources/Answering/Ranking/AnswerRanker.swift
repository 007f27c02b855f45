public import Linguistics
public import Primitives

/// Ranks sentences by how well they answer a question.
///
/// A linear model over features; its weights are data (`ranking-weights.tsv`), learned by
/// `Training/ranking/train.py`. The same question and sentences give the same order on any machine.
public struct AnswerRanker: Sendable {
  /// Reads a text: the trained pipeline, or a stand-in without grammar.
  public typealias Annotator = @Sendable (UTF8Text) -> AnnotatedText

  private let annotate: Annotator
  private static let weights = Feature.allCases.map {
    AnswerWords.rankingWeights[$0.rawValue] ?? 0
  }

  /// Creates a ranker over an annotator.
  public init(_ annotate: @escaping Annotator) {
    self.annotate = annotate
  }

  /// Finds out what a question asks for.
  public func question(_ text: String) -> Question {
    QuestionAnalyser(text, read: ReadText(annotate(UTF8Text(text)))).question()
  }

  /// Reads a sentence on its own.
  public func read(_ sentence: String) -> ReadText { ReadText(annotate(UTF8Text(sentence))) }

  /// The features of each sentence, votes included, in the order given.
  /// - Complexity: O(words of the question times words of the sentences).
  public func features(_ question: Question, _ sentences: [ReadText]) -> [FeatureValues] {
    features(sentences.map { SentenceMatch(question, $0) })
  }

  /// The same for sentences that were held against a question.
  func features(_ matches: [SentenceMatch]) -> [FeatureValues] {
    var values = matches.map { $0.features() }
    let votes = AnswerVotes(matches, fits: values.map { $0[.softCoverage] })
    for index in matches.indices { values[index][.votes] = votes.share(of: matches[index]) }
    return values
  }

  /// How well a sentence with these features answers; about 0 where it is even.
  public func score(_ values: FeatureValues) -> Double { values.score(Self.weights) }

  /// The indices of the sentences, best first; of equals the earlier.
  public func ranking(_ question: Question, _ sentences: [ReadText]) -> [Int] {
    let scores = features(question, sentences).map(score)
    return scores.indices.sorted { a, b in
      scores[a] != scores[b] ? scores[a] > scores[b] : a < b
    }
  }
}
