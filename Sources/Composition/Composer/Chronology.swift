import NewsModel
import Primitives

/// The sentences of a topic that tell of a day, a month or a year.
struct Chronology {
  /// A sentence with the date that it tells of.
  struct Entry {
    let sentence: Material.Sentence
    let span: CalendarSpan
    /// The words that name the date.
    let expression: ByteRange
    /// Whether the article says that it happened, or will.
    let isFuture: Bool
    /// Whether most of it is somebody's words: nothing that happened that day.
    let isQuotation: Bool
    let score: Double
  }

  /// In order of time, then the most central first.
  let entries: [Entry]

  init(_ material: Material) {
    let weights = Self.weights(material.evidence.timeline)
    entries = material.sentences.compactMap { Self.entry($0, material, weights) }
      .sorted { a, b in
        if a.span.first != b.span.first { return a.span.first < b.span.first }
        if a.score != b.score { return a.score > b.score }
        return (a.sentence.article, a.sentence.position)
          < (b.sentence.article, b.sentence.position)
      }
  }

  /// How much each day weighs beside the heaviest, from 0 to 1.
  private static func weights(_ timeline: [TimelineEntry]) -> [CivilDate: Double] {
    let heaviest = timeline.map(\.score).max() ?? 1
    return Dictionary(timeline.map { ($0.day, $0.score / heaviest) }, uniquingKeysWith: max)
  }

  private static func entry(
    _ sentence: Material.Sentence, _ material: Material, _ weights: [CivilDate: Double]
  ) -> Entry? {
    let filed = material.originals[sentence.article]
    guard let day = material.day(sentence) else { return nil }
    let words = sentence.words
    let quoted = words.filter(\.isQuoted).map(\.range)
    let times = filed.analysis.times.filter { time in
      sentence.body.contains(time.range) && time.namesDay(in: filed.text)
        && !time.isHoliday(in: filed.text)
        && !quoted.contains { time.range.contains($0) }
    }
    let dated = times.compactMap { time in
      material.days.span(time, of: filed).map { (expression: time.range, span: $0) }
    }
    // "next year ..., it said on Wednesday": the day is what the sentence can be filed under.
    let finest = dated.first { $0.span.granularity == .day } ?? dated.first
    guard let (expression, span) = finest, span.granularity != .year else { return nil }
    let future = isFuture(sentence, span, day, words, filed)
    guard future || span.first <= day else { return nil }
    return Entry(
      sentence: sentence, span: span, expression: expression, isFuture: future,
      isQuotation: quoted.count * 2 > words.count,
      score: material.salience.score(sentence) * (1 + dayWeight(span, weights)))
  }

  private static func dayWeight(_ span: CalendarSpan, _ weights: [CivilDate: Double]) -> Double {
    span.granularity == .day ? weights[span.first] ?? 0 : 0
  }

  private static func isFuture(
    _ sentence: Material.Sentence, _ span: CalendarSpan, _ day: CivilDate, _ words: [Word],
    _ filed: FiledArticle
  ) -> Bool {
    guard span.last > day else { return false }
    if filed.analysis.events.contains(where: {
      $0.status == .scheduled && $0.range.overlaps(sentence.range)
    }) {
      return true
    }
    return words.firstUnquoted(EnglishWords.futureWords) != nil
  }
}
