import NewsModel

extension TopicEvidence {
  /// Whether some of the topic's articles stand for all.
  var isSelection: Bool { articles.count < topic.articles.count }
}
