import NewsModel
import Primitives
import Storage

/// Finds the topic that words are about, when no topic has them in its name.
struct TopicFinder {
  let library: Library
  /// How many of the best sentences say which topic is meant.
  private static let sentences = 20

  /// A topic and those of its articles that what was asked for is about.
  struct Found {
    let topic: Topic
    let articles: Set<ArticleID>
    /// The words that a sentence must have one of; none when the topic itself was named.
    let words: [String]

    /// Whether a sentence is about what was asked for.
    func admits(_ sentence: Citation) -> Bool {
      guard articles.contains(sentence.article) else { return false }
      let text = sentence.exact.lowercased()
      return words.isEmpty || words.contains { text.contains($0) }
    }
  }

  /// The topic that a person means, the whole of it when it is named, else its articles with a sentence that holds the words.
  ///
  /// Without words it is the biggest topic.
  func topic(_ words: String?) throws -> Found? {
    guard let words else {
      return try library.topics().first.map {
        Found(topic: $0, articles: Set($0.articles), words: [])
      }
    }
    if let named = try library.topic(called: words) {
      return Found(topic: named, articles: Set(named.articles), words: [])
    }
    guard let topic = try topic(about: words) else { return nil }
    let holding = try library.search(words, unit: .articles, limit: Self.articles).hits
    let telling = SearchExpression(words).words.filter { $0.utf8.count >= Self.telling }
    return Found(topic: topic, articles: Set(holding.map(\.article.id)), words: telling)
  }

  private static let articles = 500
  /// A shorter word is found inside too many others.
  private static let telling = 4

  /// The topic that most of the best sentences for the words belong to; the bigger one of two.
  private func topic(about words: String) throws -> Topic? {
    let found = try library.search(words, limit: Self.sentences)
    guard found.matchedAll else { return nil }
    var counts: [TopicID: Int] = [:]
    var topics: [TopicID: Topic] = [:]
    for hit in found.hits {
      guard let story = try library.store.filedText(hit.article.id)?.story else { continue }
      for topic in try library.store.topics(of: story) {
        counts[topic.id, default: 0] += 1
        topics[topic.id] = topic
      }
    }
    let best = counts.max { a, b in
      let sizes = (topics[a.key]?.articles.count ?? 0, topics[b.key]?.articles.count ?? 0)
      return (a.value, sizes.0, b.key) < (b.value, sizes.1, a.key)
    }
    return best.flatMap { topics[$0.key] }
  }
}
