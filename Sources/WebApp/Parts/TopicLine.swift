import Composition
import NewsModel

/// The line of small print under a topic's name: how much is written, by how many, and whether it grows.
struct TopicLine {
  let topic: Topic

  func render() -> HTML {
    Words.line([
      HTML(text: Words.counted(topic.articles.count, "article")),
      HTML(text: Words.counted(topic.trend.outlets, "outlet")),
      HTML(text: Words.counted(topic.trend.origins, "origin")), trend,
    ])
  }

  /// Half as much again as usual counts as rising, half of it as falling.
  private var trend: HTML? {
    guard topic.trend.bins.count > 2, topic.trend.burst.isFinite else { return nil }
    if topic.trend.burst >= 1.5 { return "<strong>rising</strong>" }
    return topic.trend.burst <= 0.5 ? "falling" : "steady"
  }
}
