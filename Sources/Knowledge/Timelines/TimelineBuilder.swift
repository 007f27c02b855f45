public import NewsModel
import Primitives

/// Finds the days that a set of articles turns on, and the sentences that tell what happened on them.
///
/// A pure function: the same articles give the same timeline in any order. Copies are left out, so seven prints of one report
/// make no day seven times as important.
public struct TimelineBuilder: Sendable {
  /// The least weight of a day that is listed: one article that looks back on it from over a week later, or a few that
  /// report it fresh. A day that is named once in passing stays out.
  private static let least = 1.0
  /// The first sentences of an article, which tell of the day of publication when they name no other.
  private static let leading = 5
  /// How many days before the first and after the last publication a day still belongs to the articles' own story.
  private static let margin = 366

  /// Creates a builder.
  public init() {}

  /// The timeline of some articles, earliest day first.
  /// - Complexity: O(words log words).
  public func timeline(of articles: [FiledArticle]) -> [TimelineEntry] {
    let ordered = articles.filter { !$0.isCopy && $0.isCurrent }.sorted {
      ($0.version.article.published?.date.daysSinceEpoch ?? .max, $0.version.id)
        < ($1.version.article.published?.date.daysSinceEpoch ?? .max, $1.version.id)
    }
    let sentences = ordered.enumerated().map { Self.sentences($1, article: $0) }
    let tallies = Self.tallies(ordered, sentences)
    let chooser = SentenceChooser(sentences.flatMap { $0 })
    let candidates = Self.candidates(ordered, sentences)
    let span = Self.span(ordered)
    return tallies.keys.sorted().compactMap { day -> TimelineEntry? in
      guard let tally = tallies[day], tally.score >= Self.least, span?.contains(day) ?? true,
        let told = candidates[day]
      else { return nil }
      let passages = chooser.choose(told).map {
        Passage(version: ordered[$0.article].version.id, range: $0.range)
      }
      guard let sentences = NonEmpty(passages) else { return nil }
      return TimelineEntry(day: day, score: tally.score, sentences: sentences)
    }
  }

  // MARK: Steps

  private static func sentences(_ filed: FiledArticle, article: Int) -> [TimelineSentence] {
    let times = filed.analysis.times
    var next = 0
    return filed.analysis.sentences.enumerated().compactMap { position, range in
      var days: [CivilDate] = []
      while next < times.count, times[next].range.start < range.end {
        if let day = day(times[next]), times[next].range.start >= range.start, !days.contains(day) {
          days.append(day)
        }
        next += 1
      }
      return TimelineSentence(range, of: filed, article: article, position: position, days: days)
    }
  }

  /// The day of the calendar that an expression names, if it names one.
  private static func day(_ time: TimeExpression) -> CivilDate? {
    guard time.type == .date || time.type == .time else { return nil }
    let value = time.value.prefix { $0 != "T" }
    guard value.utf8.count == 10, !value.contains("W") else { return nil }
    return CivilTime(iso8601: String(value))?.date
  }

  private static func tallies(
    _ articles: [FiledArticle], _ sentences: [[TimelineSentence]]
  ) -> [CivilDate: DateTally] {
    var tallies: [CivilDate: DateTally] = [:]
    for (filed, sentences) in zip(articles, sentences) {
      let published = filed.version.article.published?.date
      if let published { tallies[published, default: DateTally()].notePublication() }
      for day in Set(sentences.flatMap(\.days)) {
        let lag = published.map { $0.daysSinceEpoch - day.daysSinceEpoch }
        tallies[day, default: DateTally()].noteMention(lag: lag)
      }
    }
    return tallies
  }

  /// The sentences of each day: those that name it, and the first of what appeared on it.
  private static func candidates(
    _ articles: [FiledArticle], _ sentences: [[TimelineSentence]]
  ) -> [CivilDate: [(sentence: TimelineSentence, namesDay: Bool)]] {
    var found: [CivilDate: [(sentence: TimelineSentence, namesDay: Bool)]] = [:]
    for (filed, sentences) in zip(articles, sentences) {
      for sentence in sentences {
        for day in sentence.days { found[day, default: []].append((sentence, true)) }
        if sentence.days.isEmpty, sentence.position < leading,
          let published = filed.version.article.published?.date
        {
          found[published, default: []].append((sentence, false))
        }
      }
    }
    return found
  }

  private static func span(_ articles: [FiledArticle]) -> ClosedRange<CivilDate>? {
    let days = articles.compactMap { $0.version.article.published?.date }
    guard let first = days.min(), let last = days.max() else { return nil }
    return first.adding(days: -margin)...last.adding(days: margin)
  }
}
