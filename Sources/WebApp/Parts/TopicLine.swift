import Composition
import NewsModel
import Primitives

/// The line of small print under a topic's name: how much is written, by how many, and whether it grows.
struct TopicLine {
  let topic: Topic
  /// The edition's clock: what was rising a year ago is not rising now.
  let now: CivilTime

  func render() -> HTML {
    Words.line([
      HTML(text: Words.counted(topic.articles.count, "article")),
      HTML(text: Words.counted(topic.trend.outlets, "outlet")),
      HTML(text: Words.counted(topic.trend.origins, "origin")), trend,
    ])
  }

  /// Half as much again as usual counts as rising, half of it as falling; after two spans without an
  /// article a topic rests.
  private var trend: HTML? {
    let bins = topic.trend.bins
    guard let last = bins.last, bins.count > 2, topic.trend.burst.isFinite else { return nil }
    let end = last.day.date.adding(days: topic.trend.binDays - 1)
    if now.date > end.adding(days: 2 * topic.trend.binDays) {
      return "nothing new since \(Words.time(CivilTime(end)))"
    }
    if topic.trend.burst >= 1.5 { return "<strong>rising</strong>" }
    return topic.trend.burst <= 0.5 ? "falling" : "steady"
  }
}
