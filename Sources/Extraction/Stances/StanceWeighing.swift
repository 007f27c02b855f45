import NewsModel
import Primitives

/// Decides which candidates are asserted: by the model's shares, weighed with what the rest of the article says.
///
/// A logistic regression over the features of `Languages/en/stance-weighing.tsv`, learned by `Training/stances/weighing.py` on shares
/// from models that had not seen the story. The weights and `threshold` belong together.
struct StanceWeighing {
  /// How sure an assertion must be. Set on stories of the training share that the regression had not seen, for the precision that
  /// docs/extraction.md tells; lower values find more and are wrong more often.
  static let threshold: Float = 0.5

  /// The features in the order of their sum.
  private static let features = [
    "bias", "share", "asked", "support", "opposition", "answer back", "mutual support",
    "holder mentions", "target mentions", "best of sentence", "pairs of sentence", "pronoun",
    "speaker", "for",
  ]
  private static let weights: [Float] = {
    var table: [String: Float] = [:]
    for row in LanguageData.rows(PackageResources.stance_weighing_tsv) where row.count == 2 {
      table[row[0]] = Float(row[1])
    }
    return features.map { table[$0] ?? 0 }
  }()

  private let candidates: [StanceCandidate]
  private let mentions: [Int]
  private let sums: [Pair: Float]
  private let ofSentence: [Int: [Int]]

  private struct Pair: Hashable {
    let holder, target: EntityIndex
    let polarity: Polarity
  }

  init(_ candidates: [StanceCandidate], entities: EntityTable) {
    self.candidates = candidates
    mentions = entities.entities.map(\.mentions.count)
    var sums: [Pair: Float] = [:]
    var ofSentence: [Int: [Int]] = [:]
    for (number, candidate) in candidates.enumerated() {
      sums[Self.pair(candidate), default: 0] += candidate.share
      ofSentence[candidate.sentence, default: []].append(number)
    }
    self.sums = sums
    self.ofSentence = ofSentence
  }

  private static func pair(_ candidate: StanceCandidate) -> Pair {
    Pair(holder: candidate.holder, target: candidate.target, polarity: candidate.polarity)
  }

  /// The candidates that are asserted, in their order.
  var asserted: [StanceCandidate] {
    candidates.indices.filter { belief(in: $0) >= Self.threshold }.map { candidates[$0] }
  }

  /// How sure it is that a reader of the article would mark this stance in this sentence.
  func belief(in number: Int) -> Float {
    let score = zip(values(number), Self.weights).reduce(Float(0)) { $0 + $1.0 * $1.1 }
    let power = StableMath.exponential(-abs(score))
    return score > 0 ? 1 / (1 + power) : power / (1 + power)
  }

  private func values(_ number: Int) -> [Float] {
    let candidate = candidates[number]
    let others = ofSentence[candidate.sentence, default: []].map { candidates[$0] }
    let back = others.first { $0.holder == candidate.target && $0.target == candidate.holder }
    let best = others.reduce(Float(0)) { max($0, $1.share) }
    let forms = [candidate.holderForm, candidate.targetForm]
    return [
      1, logit(candidate.share), logit(candidate.askedShare),
      logarithm(1 + elsewhere(candidate, candidate.polarity)),
      logarithm(1 + elsewhere(candidate, candidate.polarity == .for ? .against : .for)),
      back?.share ?? 0,
      logarithm(1 + mutual(candidate, back)),
      logarithm(1 + Float(mentions[candidate.holder.rawValue])),
      logarithm(1 + Float(mentions[candidate.target.rawValue])),
      candidate.share >= best ? 1 : 0, logarithm(Float(others.count)),
      forms.contains(.pronoun) ? 1 : 0, forms.contains(.speaker) ? 1 : 0,
      candidate.polarity == .for ? 1 : 0,
    ]
  }

  /// The shares of the target's stance towards the holder, of the same polarity, in the other sentences.
  private func mutual(_ candidate: StanceCandidate, _ back: StanceCandidate?) -> Float {
    let here = back?.polarity == candidate.polarity ? back?.share ?? 0 : 0
    let pair = Pair(
      holder: candidate.target, target: candidate.holder, polarity: candidate.polarity)
    return max(0, sums[pair, default: 0] - here)
  }

  /// The shares of the same pair and polarity in the other sentences.
  private func elsewhere(_ candidate: StanceCandidate, _ polarity: Polarity) -> Float {
    let all = sums[
      Pair(holder: candidate.holder, target: candidate.target, polarity: polarity), default: 0]
    return max(0, all - (polarity == candidate.polarity ? candidate.share : 0))
  }

  private func logit(_ share: Float) -> Float {
    let share = min(max(share, 1e-4), 1 - 1e-4)
    return logarithm(share) - logarithm(1 - share)
  }

  private func logarithm(_ x: Float) -> Float { StableMath.logarithm(x) }
}
