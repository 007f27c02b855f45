import NewsModel
import Primitives

/// Decides which candidates are asserted: by the model's shares, weighed with what the rest of the article says.
///
/// A logistic regression over the features of `Languages/en/stance-weighing.tsv`, learned by `Training/stances/judge.py` on shares
/// from judges that had not seen the story. The weights and `threshold` belong together.
struct StanceWeighing {
  /// How sure an assertion must be. Set on stories of the training share that neither judge nor regression had seen, for the precision
  /// that docs/extraction.md tells; lower values find more and are wrong more often.
  static let threshold: Float = 0.55
  /// Sentences from here to there are near.
  private static let reach = 2

  private static let weights: [String: Float] = {
    var table: [String: Float] = [:]
    for row in LanguageData.rows(PackageResources.stance_weighing_tsv) where row.count == 2 {
      table[row[0]] = Float(row[1])
    }
    return table
  }()

  private let candidates: [StanceCandidate]
  private let sentences: Int
  /// The candidates of each sentence, and of each pair in the order of their sentences.
  private let ofSentence: [Int: [Int]]
  private let ofPair: [Pair: [Int]]
  /// The place of each candidate among those of its pair.
  private let placeInPair: [Int]
  /// The sums of all shares that an entity has as a holder, as a target, and of all candidates.
  private let ofHolder, ofTarget: [EntityIndex: Float]
  private let whole: Float
  private let sums: [Side: Sum]

  private struct Pair: Hashable {
    let holder, target: EntityIndex
  }

  private struct Side: Hashable {
    let pair: Pair
    let polarity: Polarity
  }

  /// The shares of one side: their sum and the two greatest, the greatest with its sentence.
  private struct Sum {
    var total: Float = 0
    var greatest: (share: Float, sentence: Int) = (0, -1)
    var second: Float = 0

    mutating func take(_ candidate: StanceCandidate) {
      total += candidate.share
      if candidate.share > greatest.share {
        second = greatest.share
        greatest = (candidate.share, candidate.sentence)
      } else {
        second = max(second, candidate.share)
      }
    }
  }

  /// - Parameters:
  ///   - candidates: In the order of their sentences, each holder and target once a sentence.
  ///   - sentences: How many the article has.
  init(_ candidates: [StanceCandidate], sentences: Int) {
    self.candidates = candidates
    self.sentences = sentences
    var (ofSentence, ofPair) = ([Int: [Int]](), [Pair: [Int]]())
    var (ofHolder, ofTarget) = ([EntityIndex: Float](), [EntityIndex: Float]())
    var (sums, placeInPair) = ([Side: Sum](), [Int]())
    var whole: Float = 0
    for (number, candidate) in candidates.enumerated() {
      let pair = Pair(holder: candidate.holder, target: candidate.target)
      ofSentence[candidate.sentence, default: []].append(number)
      placeInPair.append(ofPair[pair, default: []].count)
      ofPair[pair, default: []].append(number)
      ofHolder[candidate.holder, default: 0] += candidate.share
      ofTarget[candidate.target, default: 0] += candidate.share
      whole += candidate.share
      sums[Side(pair: pair, polarity: candidate.polarity), default: Sum()].take(candidate)
    }
    (self.ofSentence, self.ofPair, self.whole, self.sums) = (ofSentence, ofPair, whole, sums)
    (self.ofHolder, self.ofTarget, self.placeInPair) = (ofHolder, ofTarget, placeInPair)
  }

  /// The candidates that are asserted, in their order.
  var asserted: [StanceCandidate] {
    candidates.indices.filter { belief(in: $0) >= Self.threshold }.map { candidates[$0] }
  }

  /// How sure it is that a reader of the article would mark this stance in this sentence.
  func belief(in number: Int) -> Float {
    let candidate = candidates[number]
    let values =
      byArticle(candidate, number) + bySentence(candidate) + Self.byMentions(candidate)
    let score = values.reduce(Self.weights["bias"] ?? 0) {
      $0 + $1.value * (Self.weights[$1.name] ?? 0)
    }
    let power = StableMath.exponential(-abs(score))
    return score > 0 ? 1 / (1 + power) : power / (1 + power)
  }

  private typealias Value = (name: String, value: Float)

  /// What other sentences say.
  private func byArticle(_ candidate: StanceCandidate, _ number: Int) -> [Value] {
    let (holder, target, polarity) = (candidate.holder, candidate.target, candidate.polarity)
    let opposite: Polarity = polarity == .for ? .against : .for
    let (same, other) = (
      elsewhere(holder, target, polarity, candidate.sentence),
      elsewhere(holder, target, opposite, candidate.sentence)
    )
    let (mutual, mutualOther) = (
      elsewhere(target, holder, polarity, candidate.sentence),
      elsewhere(target, holder, opposite, candidate.sentence)
    )
    return [
      ("support", logarithm(1 + same.total)), ("opposition", logarithm(1 + other.total)),
      ("best support", same.greatest), ("support nearby", nearby(candidate, number)),
      ("mutual support", logarithm(1 + mutual.total)),
      ("mutual opposition", logarithm(1 + mutualOther.total)),
      ("shares of holder", logarithm(1 + rest(ofHolder[holder], candidate.share))),
      ("shares of target", logarithm(1 + rest(ofTarget[target], candidate.share))),
      ("target as holder", logarithm(1 + (ofHolder[target] ?? 0))),
      ("shares of article", whole / Float(max(1, sentences))),
    ]
  }

  /// What the sentence says of this pair and of others.
  private func bySentence(_ candidate: StanceCandidate) -> [Value] {
    let others = ofSentence[candidate.sentence, default: []].map { candidates[$0] }
    let back = others.first { $0.holder == candidate.target && $0.target == candidate.holder }
    let greatest = others.reduce(Float(0)) { max($0, $1.share) }
    let sum = others.reduce(Float(0)) { $0 + $1.share }
    return [
      ("share", logit(candidate.share)), ("asked", logit(candidate.askedShare)),
      ("other polarity", candidate.otherShare), ("answer back", back?.share ?? 0),
      ("best of sentence", candidate.share >= greatest ? 1 : 0),
      ("pairs of sentence", logarithm(Float(others.count))),
      ("shares of sentence", rest(sum, candidate.share)),
      ("for", candidate.polarity == .for ? 1 : 0), ("forward", candidate.isForward ? 1 : 0),
      ("place", candidate.sentenceFacts.place),
      ("entities of sentence", candidate.sentenceFacts.entities),
      ("length of sentence", candidate.sentenceFacts.length),
    ]
  }

  /// How both sides are mentioned, here and in the article.
  private static func byMentions(_ candidate: StanceCandidate) -> [Value] {
    let (holder, target) = (candidate.holderFacts, candidate.targetFacts)
    func one(_ isTrue: Bool) -> Float { isTrue ? 1 : 0 }
    return [
      ("holder pronoun", one(holder.form == .pronoun)),
      ("holder speaker", one(holder.form == .speaker)), ("holder role", one(holder.form == .role)),
      ("holder first person", one(holder.form == .firstPerson)),
      ("target pronoun", one(target.form == .pronoun)), ("target role", one(target.form == .role)),
      ("target first person", one(target.form == .firstPerson)),
      ("holder mentions", holder.mentions), ("target mentions", target.mentions),
      ("holder part", holder.part), ("target part", target.part),
      ("holder in title", one(holder.isInTitle)), ("target in title", one(target.isInTitle)),
      ("holder is source", one(holder.isSource)), ("holder speaks", one(holder.speaks)),
      ("target said by holder", one(target.isSaidByOther)), ("target speaks", one(target.speaks)),
    ]
  }

  /// The shares of a pair and polarity in the other sentences.
  private func elsewhere(
    _ holder: EntityIndex, _ target: EntityIndex, _ polarity: Polarity, _ sentence: Int
  ) -> (total: Float, greatest: Float) {
    let pair = Pair(holder: holder, target: target)
    guard let sum = sums[Side(pair: pair, polarity: polarity)] else { return (0, 0) }
    let here = ofSentence[sentence, default: []].first {
      let other = candidates[$0]
      return other.holder == holder && other.target == target && other.polarity == polarity
    }
    return (
      rest(sum.total, here.map { candidates[$0].share } ?? 0),
      here != nil && sum.greatest.sentence == sentence ? sum.second : sum.greatest.share
    )
  }

  /// The greatest share of the same side within `reach` sentences.
  private func nearby(_ candidate: StanceCandidate, _ number: Int) -> Float {
    let pair = Pair(holder: candidate.holder, target: candidate.target)
    let all = ofPair[pair, default: []]
    let place = placeInPair[number]
    let near = all[max(0, place - Self.reach)..<min(all.count, place + Self.reach + 1)]
    return near.filter { other in
      other != number && candidates[other].polarity == candidate.polarity
        && abs(candidates[other].sentence - candidate.sentence) <= Self.reach
    }.reduce(0) { max($0, candidates[$1].share) }
  }

  private func rest(_ sum: Float?, _ own: Float) -> Float { max(0, (sum ?? 0) - own) }

  private func logit(_ share: Float) -> Float {
    let share = min(max(share, 1e-4), 1 - 1e-4)
    return logarithm(share) - logarithm(1 - share)
  }

  private func logarithm(_ x: Float) -> Float { StableMath.logarithm(x) }
}
