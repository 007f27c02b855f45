/// Groups stories by subject, over weeks and months.
struct TopicGrouping {
  /// The least mean likeness of the stories in one topic.
  ///
  /// Set by reading the topics of two collections and of the samples: at 0.12 subjects run into one another
  /// (two sports, two disasters), at 0.20 the steps of one affair fall apart.
  static let threshold: Float = 0.16
  /// How fast likeness falls with the days between two groups: 0.02 · ln(1 + days / 60).
  static let decay: Float = 0.02
  /// The days in which likeness falls by `decay` · ln 2.
  static let decayDays: Float = 60

  /// Groups stories, given in order; groups and members keep that order.
  static func groups(
    _ stories: [GroupedStory], _ features: [ArticleFeatures], _ vectors: TermVectors
  ) -> [[Int]] {
    let centroids = stories.map { vectors.centroid(of: $0.originals) }
    let finder = NeighbourFinder(centroids, termCount: vectors.frequencies.count)
    let pairs = finder.pairs().compactMap { a, b in
      let value = TermVectors.cosine(centroids[a], centroids[b])
      return value > threshold / 3 ? Likeness(a: a, b: b, value: value) : nil
    }
    let days = stories.map { story in story.originals.lazy.compactMap { features[$0].day }.last }
    return AverageLinkage.groups(
      days: days, pairs: pairs, threshold: threshold,
      pairsPerItem: NeighbourFinder.neighbours, distance: distance)
  }

  private static func distance(_ a: DaySpan, _ b: DaySpan) -> Float {
    guard let days = a.gap(to: b) else { return 0 }
    return decay * logarithm(1 + Float(days) / decayDays)
  }
}
