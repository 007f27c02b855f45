import NewsModel

/// In which articles of a topic each entity appears.
struct Appearances {
  private var places: [EntityID: [Int]] = [:]

  /// Notes the entities of articles.
  init(_ articles: [FiledArticle]) {
    for (index, filed) in articles.enumerated() {
      for own in filed.analysis.entities {
        let id = filed.entity(own.id)
        if places[id]?.last != index { places[id, default: []].append(index) }
      }
    }
  }

  /// The indices of the articles, in order.
  func articles(with entity: EntityID) -> [Int] { places[entity] ?? [] }
}
