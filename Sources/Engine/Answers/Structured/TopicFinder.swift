import NewsModel
import Primitives
import Storage

/// Finds the topic that words are about, when no topic has them in its name.
struct TopicFinder {
  let library: Library
  /// How many of the best sentences say which topic is meant.
  private static let sentences = 20

  /// The topic that most of the best sentences for the words belong to; the bigger one of two.
  func topic(about words: String) throws -> Topic? {
    let found = try library.search(words, limit: Self.sentences)
    guard found.matchedAll else { return nil }
    var counts: [TopicID: Int] = [:]
    var topics: [TopicID: Topic] = [:]
    for hit in found.hits {
      guard let story = try library.store.filed(hit.article.id)?.story else { continue }
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
