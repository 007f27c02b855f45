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

  /// Every attributed statement, copies left out, by publication time.
  ///
  /// Those of the current versions, then those of replaced versions whose sentence is no longer in the
  /// article: these carry a correction, each sentence once.
  public func statements(_ body: (StatementView) throws -> Void) throws {
    for id in try store.articleIDs() {
      guard let filed = try store.filed(id), !filed.isCopy else { continue }
      for view in try statements(of: filed) { try body(view) }
      guard filed.version.ordinal > 1 else { continue }
      for view in try correctedStatements(before: filed) { try body(view) }
    }
  }

  private func statements(of filed: FiledArticle) throws -> [StatementView] {
    try filed.analysis.statements.compactMap { statement in
      let speaker = try statement.speaker.flatMap { try store.entity(filed.entity($0)) }
      return StatementView(statement, in: filed, speaker: speaker)
    }
  }

  /// The statements of replaced versions whose sentence is gone; the latest version that has one shows it.
  private func correctedStatements(before current: FiledArticle) throws -> [StatementView] {
    // Replaced versions are not resolved: their speakers are those of the same name in the current one.
    var profiles: [String: EntityProfile] = [:]
    for (entity, id) in zip(current.analysis.entities, current.entities)
    where profiles[entity.name] == nil {
      profiles[entity.name] = try store.entity(id)
    }
    var seen: Set<String> = []
    var views: [[StatementView]] = []
    for old in try store.superseded(current.version.article.id).reversed() {
      let gone = old.analysis.statements.compactMap { statement -> StatementView? in
        let name = statement.speaker.map { old.analysis.entities[$0.rawValue].name }
        let view = StatementView(
          statement, in: old, speaker: name.flatMap { profiles[$0] }, name: name)
        return view.flatMap { $0.correction != nil && !seen.contains($0.sentence.exact) ? $0 : nil }
      }
      seen.formUnion(gone.map(\.sentence.exact))
      views.append(gone)
    }
    return views.reversed().flatMap(\.self)
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
        let place = try event.place.flatMap { try store.entity(filed.entity($0)) }
        views.append(
          EventView(event: event, participants: participants, place: place, citation: citation))
      }
    }
    return views.sorted { a, b in
      (a.event.when, a.citation.passage) < (b.event.when, b.citation.passage)
    }
  }
}

extension StatementView {
  /// Joins a statement with its citations; nil when its ranges do not fit the text.
  init?(
    _ statement: Statement, in filed: FiledArticle, speaker: EntityProfile?, name: String? = nil
  ) {
    let extent = statement.content.rest.reduce(statement.content.first) { $0.union($1) }
    guard let citation = Citation(extent, of: filed),
      let sentence = Citation(citation.sentence, of: filed)
    else { return nil }
    self.init(
      speaker: speaker, speakerName: speaker?.name ?? name, statement: statement,
      citation: citation, sentence: sentence)
  }
}
