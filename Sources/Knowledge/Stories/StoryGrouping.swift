/// Groups articles by happening: alike in headline and text, and not far apart in time.
///
/// Mean linkage over TF-IDF vectors, as in J. Allan (ed.), "Topic Detection and Tracking" (2002), but over
/// the whole library at once, so that the order of arrival does not matter. Copies count once.
struct StoryGrouping {
  /// The least mean likeness within one story.
  ///
  /// Set together with the two constants below on two collections of grouped articles, one of world news
  /// and one of American politics; 0.10 to 0.14 differ by a point. Lower joins happenings of one subject.
  static let threshold: Float = 0.12
  /// How much of the likeness is that of the headlines.
  static let headlineShare: Float = 0.3
  /// How fast likeness falls with the days between two groups: 0.04 · ln(1 + days / 5).
  static let decay: Float = 0.04
  /// The days in which likeness falls by `decay` · ln 2.
  static let decayDays: Float = 5
  /// What is taken off when one of the two groups has no date.
  static let undatedPenalty: Float = 0.06

  private let vectors: TermVectors
  private let days: [Int?]

  /// Prepares to group articles.
  init(_ articles: [ArticleFeatures], _ vectors: TermVectors) {
    self.vectors = vectors
    days = articles.map(\.day)
  }

  /// Groups articles, given by their places in order of publication; groups and members keep that order.
  func groups(of items: [Int]) -> [[Int]] {
    let finder = NeighbourFinder(
      items.map { vectors.whole[$0] }, termCount: vectors.frequencies.count)
    let pairs = finder.pairs().compactMap { a, b in
      let value = likeness(items[a], items[b])
      return value > 0 ? Likeness(a: a, b: b, value: value) : nil
    }
    let groups = AverageLinkage.groups(
      days: items.map { days[$0] }, pairs: pairs, threshold: Self.threshold,
      pairsPerItem: NeighbourFinder.neighbours, distance: Self.distance)
    return groups.map { $0.map { items[$0] } }
  }

  /// How alike two articles are in headline and text.
  func likeness(_ a: Int, _ b: Int) -> Float {
    let whole = TermVectors.cosine(vectors.whole[a], vectors.whole[b])
    let headline = TermVectors.cosine(vectors.headlines[a], vectors.headlines[b])
    return (1 - Self.headlineShare) * whole + Self.headlineShare * headline
  }

  /// What two groups lose for the days between them: a story goes on from its latest article.
  private static func distance(_ a: DaySpan, _ b: DaySpan) -> Float {
    guard let days = a.gap(to: b) else { return undatedPenalty }
    return decay * logarithm(1 + Float(days) / decayDays)
  }
}
