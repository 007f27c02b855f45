import Answering
import Composition
import NewsModel
import Primitives
import Storage
import Synchronization

/// Answers questions from a library: finds sentences, weighs them, and says when none answers.
///
/// Safe from any thread; the same library and question give the same answer.
public final class Answerer: Sendable {
  private let library: Library
  private let narrator: Narrator?
  private let opened = Mutex<Engine?>(nil)

  /// What reads and weighs; opened with the first question.
  private struct Engine: Sendable {
    let ranker: AnswerRanker
    let judge: AnswerJudge
  }

  /// A sentence answers from this confidence on.
  ///
  /// Set on the development half of `Evaluation/answers`; lower answers more and errs more.
  private static let leastConfidence = 0.73
  /// How many sentences are read by the language engine.
  static let readLimit = 36
  /// How many threads read the sentences of one question at most; what comes out does not depend on it.
  private static let readers = 4
  private static let nearestCount = 3
  private static let answerCount = 3

  /// Prepares to answer from a library.
  ///
  /// The language engine is opened with the first question; without its model, sentences are compared
  /// without grammar. A narrator words the answers; without one they are the articles' own sentences.
  public init(_ library: Library, narrator: Narrator? = nil) {
    self.library = library
    self.narrator = narrator
  }

  private var engine: Engine {
    opened.withLock { opened in
      if let opened { return opened }
      let ranker = AnswerRanker(AnnotatorChoice.best())
      let engine = Engine(ranker: ranker, judge: AnswerJudge(ranker))
      opened = engine
      return engine
    }
  }

  /// Answers a question.
  /// - Complexity: one full-text query, and reading of at most `readLimit` sentences.
  ///
  /// What is known over time answers first (`StructuredAnswerer`); else the sentences that answer best.
  public func answer(_ text: String) throws -> Answer {
    let answer = try ruleMade(text)
    return narrator?.narrated(answer) ?? answer
  }

  private func ruleMade(_ text: String) throws -> Answer {
    if let known = try StructuredAnswerer(library: library).answer(text) { return known }
    if let known = try DefinitionAnswerer(library: library).answer(text) { return known }
    let question = engine.ranker.question(String(text.prefix(400)))
    let weighed = try weigh(question)
    let searched = try library.store.articleCount()
    let composer = try FindingComposer(library, weighed: weighed)
    let sure = weighed.filter {
      $0.judgement.confidence >= Self.leastConfidence || $0.judgement.tellsAll
    }
    let findings = try composer.findings(sure, limit: Self.answerCount)
    return Answer(
      question: text, kind: question.kind.rawValue, findings: findings,
      verdict: question.kind == .yesNo ? sure.first.flatMap { verdict(question, $0) } : nil,
      searched: searched,
      nearest: findings.isEmpty ? composer.nearest(weighed, limit: Self.nearestCount) : [])
  }

  /// What a question asks for: `person`, `date`, `yes-no`, ...
  public func kind(of text: String) -> String { engine.ranker.question(text).kind.rawValue }

  /// The sentences that were weighed, surest first, with what was looked at; for training.
  public func weighed(_ text: String) throws -> [WeighedSentence] {
    try weigh(engine.ranker.question(text)).map { found in
      WeighedSentence(
        article: found.filed.version.article.id, range: found.range,
        confidence: found.judgement.confidence,
        features: Dictionary(
          uniqueKeysWithValues: zip(
            AnswerFeature.allCases.map(\.rawValue), found.judgement.values)))
    }
  }

  private func verdict(_ question: Question, _ found: FoundAnswer) -> Bool? {
    YesNoJudge(question).sureVerdict(of: found.read)
  }

  private func weigh(_ question: Question) throws -> [FoundAnswer] {
    guard !question.telling.isEmpty else { return [] }
    let engine = self.engine
    let candidates = try SentenceRetrieval(library.store, question).candidates(
      limit: Self.readLimit)
    let texts = candidates.map { $0.filed.text[$0.range] }
    // Reading these sentences takes most of the time of an answer.
    let ranker = engine.ranker
    let understood = parallelMap(texts, width: Self.readers) { ranker.read($0) }
    let read = zip(candidates, understood).map { candidate, text in
      var context = candidate.context
      context.isSound = AnswerComposer.isSentence(candidate.range, of: candidate.filed.text)
      return (read: text, context: context)
    }
    let judgements = engine.judge.judgements(question, read)
    let found = candidates.indices.map { index in
      FoundAnswer(
        filed: candidates[index].filed, range: candidates[index].range, read: read[index].read,
        judgement: judgements[index])
    }
    return found.sorted { a, b in
      if a.judgement.confidence != b.judgement.confidence {
        return a.judgement.confidence > b.judgement.confidence
      }
      let (left, right) = (a.filed.version.article.id, b.filed.version.article.id)
      return left != right ? left < right : a.range < b.range
    }
  }
}

/// A sentence of a library, weighed against a question.
struct FoundAnswer {
  let filed: FiledArticle
  let range: ByteRange
  let read: ReadText
  let judgement: Judgement
}
