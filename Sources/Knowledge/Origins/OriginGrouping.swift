/// Groups articles whose texts were made from one text: whole, cut, topped, merged or edited copies.
///
/// Two articles on one event by two reporters share few runs of five words (under a quarter of the
/// geometric mean of their lengths), copies at least a quarter and mostly over half. A text merged from
/// two goes with the one that gave it more.
struct OriginGrouping {
  /// The least mean share of common runs in one group of copies.
  ///
  /// Set on the middle of a wide plateau: 0.25 to 0.45 give the same groups on built copies. Lower, and
  /// articles that share a long quotation are taken for copies; higher, and short extracts are lost.
  static let threshold: Float = 0.35
  /// The least number of common runs, when the texts are not nearly the same.
  static let leastCommonRuns = 15
  /// With how many texts one text is compared at most for each run of words that they share.
  static let pairsPerItem = 32
  /// One run in so many is looked up to find candidates.
  private static let sampling: UInt64 = 4
  /// Texts with fewer runs are looked up by all of them.
  private static let shortText = 64

  /// The groups, by the places of their articles; groups and members in the given order.
  let groups: [[Int]]

  /// Groups articles that are given in order of publication.
  init(_ articles: [ArticleFeatures]) {
    let texts = OutletFurniture(articles).removed(from: articles)
    let pairs = Self.candidates(texts).compactMap { Self.likeness($0, texts) }
    groups = AverageLinkage.groups(
      days: articles.map(\.day), pairs: pairs, threshold: Self.threshold,
      pairsPerItem: Self.pairsPerItem)
  }

  /// Pairs of texts that share a sampled run of words, in order.
  private static func candidates(_ texts: [[UInt64]]) -> [(Int, Int)] {
    var entries: [(run: UInt64, text: Int)] = []
    for (index, runs) in texts.enumerated() {
      for run in runs where runs.count < shortText || run % sampling == 0 {
        entries.append((run, index))
      }
    }
    entries.sort { ($0.run, $0.text) < ($1.run, $1.text) }
    var pairs: Set<UInt64> = []
    var start = 0
    while start < entries.count {
      var end = start + 1
      while end < entries.count, entries[end].run == entries[start].run { end += 1 }
      for later in start..<end {
        for earlier in start..<min(later, start + pairsPerItem) {
          pairs.insert(UInt64(entries[earlier].text) << 32 | UInt64(entries[later].text))
        }
      }
      start = end
    }
    return pairs.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
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
