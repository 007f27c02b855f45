/// The verdict of several sentences on a yes/no question.
public struct SnippetVerdict: Sendable {
  /// Yes or no; nil when there is no sentence.
  public let answer: Bool?
  /// What was looked at, by name.
  public let features: [String: Double]

  /// Weighs the sentences.
  public init(_ ranker: AnswerRanker, _ question: Question, _ sentences: [ReadText]) {
    // Its weights were learned from the question's own words; paraphrases made it worse.
    let values = ranker.features(
      sentences.map { SentenceMatch(question, $0, paraphrased: false) })
    let judge = YesNoJudge(question, paraphrased: false)
    var features: [String: Double] = [:]
    let order = values.indices.sorted { a, b in
      let (left, right) = (ranker.score(values[a]), ranker.score(values[b]))
      return left != right ? left > right : a < b
    }
    for name in [Feature.coverage, .softCoverage, .arcs, .pairs, .verb, .names, .meaning] {
      features["max-\(name.rawValue)"] = values.map { $0[name] }.max() ?? 0
    }
    let best = order.prefix(5)
    let yes = best.filter { judge.verdict(of: sentences[$0]) == true }
    features["yes-share"] = best.isEmpty ? 0 : Double(yes.count) / Double(best.count)
    features["best-yes"] = best.first.map { judge.verdict(of: sentences[$0]) == true ? 1 : 0 } ?? 0
    let doers = sentences.map { judge.doer(in: $0) }
    features["subject-does"] = doers.contains(1) ? 1 : 0
    features["rival-does"] = doers.contains(-1) ? 1 : 0
    features["denied"] = question.read.holdsNegation ? 1 : 0
    self.features = features
    var sum = AnswerWords.yesNoWeights["intercept"] ?? 0
    for name in features.keys.sorted() {
      sum += (features[name] ?? 0) * (AnswerWords.yesNoWeights[name] ?? 0)
    }
    answer = sentences.isEmpty ? nil : sum > 0
  }
}
