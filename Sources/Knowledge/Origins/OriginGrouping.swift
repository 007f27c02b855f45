/// Groups articles whose texts were made from one text: whole, cut, topped, merged or edited copies.
///
/// Two articles on one event by two reporters share few runs of five words (under a quarter of the
/// geometric mean of their lengths), copies at least a quarter and mostly over half. A text merged from
/// two goes with the one that gave it more. Two fillings of one form are no copies (`TemplateCheck`).
struct OriginGrouping {
  /// The least mean share of common runs in one group of copies.
  ///
  /// Set on the middle of a wide plateau: 0.25 to 0.45 give the same groups on built copies. Lower, and
  /// articles that share a long quotation are taken for copies; higher, and short extracts are lost.
  static let threshold: Float = 0.35
  /// The least number of common runs, when the texts are not nearly the same.
  static let leastCommonRuns = 15
  /// With how many texts one text is compared at most for each run of words that they share.
  static let pairsPerItem = OriginIndex.textsPerRun
  /// The groups, by the places of their articles; groups and members in the given order.
  let groups: [[Int]]

  /// Groups articles that are given in order of publication, with the words of each.
  init(_ articles: [ArticleFeatures], text: (Int) -> String) {
    let texts = OutletFurniture(articles).removed(from: articles)
    let likenesses = Self.candidates(texts).compactMap { Self.likeness($0, texts) }
    groups = AverageLinkage.groups(
      days: articles.map(\.day), pairs: Self.withoutForms(likenesses, text),
      threshold: Self.threshold, pairsPerItem: Self.pairsPerItem)
  }

  /// Pairs of texts that share a run of their sketches, in order.
  private static func candidates(_ texts: [[UInt64]]) -> [(Int, Int)] {
    var index = OriginIndex()
    var pairs: [(Int, Int)] = []
    for (later, runs) in texts.enumerated() {
      for earlier in index.add(runs) { pairs.append((earlier, later)) }
    }
    return pairs.sorted { $0 < $1 }
  }

  /// The pairs that are not one form filled twice.
  private static func withoutForms(
    _ pairs: [Likeness], _ text: (Int) -> String
  ) -> [Likeness] {
    var checks: [Int: TemplateCheck] = [:]
    func check(_ place: Int) -> TemplateCheck {
      if let known = checks[place] { return known }
      let made = TemplateCheck(text(place))
      checks[place] = made
      return made
    }
    var kept: [Likeness] = []
    for pair in pairs {
      // Pairs come by their earlier text; what comes before it is asked for no more.
      if checks.count > 256 { checks = checks.filter { $0.key >= pair.a } }
      if !check(pair.a).isSameForm(as: check(pair.b)) { kept.append(pair) }
    }
    return kept
  }

  /// The share of common runs in the geometric mean of the lengths; nil when too few are common.
  private static func likeness(_ pair: (Int, Int), _ texts: [[UInt64]]) -> Likeness? {
    let (a, b) = (texts[pair.0], texts[pair.1])
    let common = SortedArrays.commonCount(a, b)
    let nearlyAll = max(a.count, b.count) * 4 / 5
    guard common >= min(leastCommonRuns, max(4, nearlyAll)) else { return nil }
    let value = Float(common) / (Float(a.count) * Float(b.count)).squareRoot()
    return value < threshold / 2 ? nil : Likeness(a: pair.0, b: pair.1, value: value)
  }
}
