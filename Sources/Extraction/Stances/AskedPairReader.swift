import Linguistics
import NewsModel
import Primitives

/// Answers for two spans of a text that somebody marked: does one take a stance towards the other?
///
/// The spans need not be names that the annotator finds.
struct AskedPairReader {
  let words: ArticleWords
  let entities: EntityTable
  let syntax: Syntax
  let model: StanceModel

  /// Sentences from one span to the other are read up to so many tokens.
  private static let longest = 90
  /// The second name holds the stance in one case of seven, so the model says so too seldom: at 1.5 the macro F1 of the
  /// folds rises by three points and their accuracy stays; at 3 it falls by 0.7.
  private static let factorOfSecond: Float = 1.5

  init?(_ words: ArticleWords) {
    guard let syntax = words.annotated.syntax, let model = StanceModel.builtIn else { return nil }
    self.words = words
    entities = EntityFinder(words).entities()
    self.syntax = syntax
    self.model = model
  }

  /// The likeliest answer; "none" when a span has no token, or both share one.
  func answer(_ pair: AskedPair) -> PairStance {
    guard let p = tokens(in: pair.p), let q = tokens(in: pair.q), !p.overlaps(q) else {
      return .none
    }
    let isForward = p.lowerBound < q.lowerBound
    let (first, second) = isForward ? (p, q) : (q, p)
    guard var shares = shares(first, second) else { return .none }
    for answer in [2, 4] { shares[answer] *= Self.factorOfSecond }
    let best = shares.indices.reduce(0) { shares[$1] > shares[$0] ? $1 : $0 }
    let answers: [PairStance] = [.none, .pForQ, .qForP, .pAgainstQ, .qAgainstP]
    return isForward ? answers[best] : answers[[0, 2, 1, 4, 3][best]]
  }

  private func tokens(in range: ByteRange) -> Range<Int>? {
    let first = words.annotated.tokens.firstIndex { $0.range.overlaps(range) }
    let last = words.annotated.tokens.lastIndex { $0.range.overlaps(range) }
    return first.flatMap { first in last.map { first..<$0 + 1 } }
  }

  private func shares(_ first: Range<Int>, _ second: Range<Int>) -> [Float]? {
    let window = window(first, second)
    guard second.upperBound <= window.upperBound, first.lowerBound >= window.lowerBound else {
      return nil
    }
    let sentence = StanceSentence(
      words, entities, syntax, window, model.vocabulary, marked: [first, second])
    let shift = window.lowerBound
    return model.judge.judge(
      model.reader.read(sentence), TreeLinks(heads: sentence.heads),
      [
        (
          first.lowerBound - shift..<first.upperBound - shift,
          second.lowerBound - shift..<second.upperBound - shift
        )
      ]
    ).first?.asked
  }

  /// The sentences from the first to the second span, cut to what the model has been trained on.
  private func window(_ first: Range<Int>, _ second: Range<Int>) -> Range<Int> {
    var low = words.sentence(of: first.lowerBound).lowerBound
    var high = words.sentence(of: second.upperBound - 1).upperBound
    if high - low > Self.longest {
      let middle = (first.lowerBound + second.upperBound) / 2
      low = max(low, min(first.lowerBound, middle - Self.longest / 2))
      high = min(high, low + Self.longest)
    }
    return low..<high
  }
}
