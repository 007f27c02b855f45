public import NewsModel
import Primitives
import Storage

extension Library {
  /// The entities that most articles mention, most mentioned first.
  public func entities(limit: Int? = nil) throws -> [EntityProfile] {
    try store.entities(limit: limit)
  }

  /// One entity's profile.
  public func profile(_ id: EntityID) throws -> EntityProfile? { try store.entity(id) }

  /// All that an entity's page shows; nil when there is no such entity.
  public func entity(_ id: EntityID) throws -> EntityView? {
    guard let profile = try store.entity(id) else { return nil }
    let articles = try store.filed(store.articles(mentioning: id))
    let originals = articles.filter { !$0.isCopy }
    let statements = originals.flatMap { filed in
      filed.analysis.statements.filter { statement in
        statement.speaker.map { filed.entity($0) == id } ?? false
      }.compactMap { StatementView($0, in: filed, speaker: profile) }
    }
    let companions = try store.mentioned(with: id, limit: 12).compactMap { other in
      try store.entity(other.id).map { Companion(profile: $0, articles: other.articles) }
    }
    return EntityView(
      profile: profile, statements: statements, articles: articles.map { ArticleSummary($0) },
      topics: try store.topics(mentioning: id), mentionedWith: companions)
  }

  /// Every attributed statement of the current versions, copies left out, by publication time.
  public func statements(_ body: (StatementView) throws -> Void) throws {
    for id in try store.articleIDs() {
      guard let filed = try store.filed(id), !filed.isCopy else { continue }
      for statement in filed.analysis.statements {
        let speaker = try statement.speaker.flatMap { try store.entity(filed.entity($0)) }
        if let view = StatementView(statement, in: filed, speaker: speaker) { try body(view) }
      }
    }
  }

  /// Every dated event of the current versions, copies left out, by its own date.
  ///
  /// Dates are compared as TIMEX3 values, so `2023-07` comes before `2023-07-11`.
  public func events() throws -> [EventView] {
    var views: [EventView] = []
    for id in try store.articleIDs() {
      guard let filed = try store.filed(id), !filed.isCopy else { continue }
      for event in filed.analysis.events {
        guard let citation = Citation(event.range, of: filed) else { continue }
        let participants = try event.participants.compactMap { try store.entity(filed.entity($0)) }
        views.append(EventView(event: event, participants: participants, citation: citation))
      }
    }
    return views.sorted { a, b in
      (a.event.when, a.citation.passage) < (b.event.when, b.citation.passage)
    }
  }
}

extension StatementView {
  /// Joins a statement with its citations; nil when its ranges do not fit the text.
  init?(_ statement: Statement, in filed: FiledArticle, speaker: EntityProfile?) {
    let extent = statement.content.rest.reduce(statement.content.first) { $0.union($1) }
    guard let citation = Citation(extent, of: filed),
      let sentence = Citation(citation.sentence, of: filed)
    else { return nil }
    self.init(speaker: speaker, statement: statement, citation: citation, sentence: sentence)
  }
}
