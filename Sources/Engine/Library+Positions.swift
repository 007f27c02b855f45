import Knowledge
public import NewsModel
import Primitives
import Storage

extension Library {
  /// Which positions are asked for.
  public struct PositionQuery: Sendable {
    /// Who holds them; anyone when nil.
    public var holder: EntityID?
    /// Towards whom or what; anything when nil.
    public var target: EntityID?
    /// The topic whose articles are read; nil for all articles that mention holder or target.
    public var topic: Topic?

    /// Asks for the positions of a holder, towards a target, in a topic.
    public init(holder: EntityID? = nil, target: EntityID? = nil, topic: Topic? = nil) {
      self.holder = holder
      self.target = target
      self.topic = topic
    }
  }

  /// The positions that articles show, those with most stances first.
  public func positions(_ query: PositionQuery) throws -> [PositionView] {
    try positions(in: store.filed(articles(for: query))).filter { view in
      (query.holder ?? view.holder.id) == view.holder.id
        && (query.target ?? view.target.id) == view.target.id
    }
  }

  func positions(in articles: [FiledArticle]) throws -> [PositionView] {
    let evidence = CitedArticles(articles)
    return try PositionBuilder().positions(in: articles).compactMap { position in
      guard let holder = try store.entity(position.holder),
        let target = try store.entity(position.target)
      else { return nil }
      let stances = position.stances.compactMap { stance -> PositionView.Dated? in
        evidence.sentence(stance.passage).map {
          PositionView.Dated(stance: stance, sentence: $0)
        }
      }
      return NonEmpty(stances).map {
        PositionView(position: position, holder: holder, target: target, stances: $0)
      }
    }
  }

  private func articles(for query: PositionQuery) throws -> [ArticleID] {
    if let topic = query.topic { return topic.articles }
    guard let entity = query.holder ?? query.target else { return try store.articleIDs() }
    let mentioning = try store.articles(mentioning: entity)
    guard query.holder != nil, let target = query.target else { return mentioning }
    let others = Set(try store.articles(mentioning: target))
    return mentioning.filter(others.contains)
  }

  /// The entity that a person means: by its name in addresses, its shown name, another of its names, or part of them; the most mentioned first.
  public func entity(called words: String) throws -> EntityProfile? {
    if let exact = try store.entity(EntityID(words)) { return exact }
    let wanted = words.lowercased()
    let likely = try store.entities(resembling: wanted, limit: 200)
    return likely.first { $0.name.lowercased() == wanted }
      ?? likely.first { $0.aliases.contains { $0.lowercased() == wanted } }
      ?? likely.first { $0.name.lowercased().contains(wanted) }
  }
}
