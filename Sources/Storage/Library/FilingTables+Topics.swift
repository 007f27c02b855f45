package import NewsModel
import Primitives

/// A topic as filing gives it, before it has an address.
package struct TopicDraft: Sendable {
  /// The article that began it: what it is known by.
  package let leader: ArticleID
  /// Where that article stands in the order of publication.
  package let moment: Int
  /// The address that it has when no other topic wants it.
  package let slug: String
  /// The last day that it covers, since 1970-01-01.
  package let lastDay: Int?
  /// The topic at that address.
  package let topic: Topic

  /// Puts a draft together.
  package init(leader: ArticleID, moment: Int, slug: String, lastDay: Int?, topic: Topic) {
    self.leader = leader
    self.moment = moment
    self.slug = slug
    self.lastDay = lastDay
    self.topic = topic
  }
}

extension FilingTables {
  /// Notes topics, by the versions that began them, that have to be built when all is filed.
  package func keep(dueTopics: [Int]) throws {
    for leader in dueTopics {
      try connection.execute(
        "INSERT OR IGNORE INTO topic_due (version) VALUES (?)", [.integer(leader)])
    }
  }

  /// Keeps some topics and drops others, and gives all topics of their names addresses.
  ///
  /// `address` gives the address of the so-manyth topic of a slug in the order of publication.
  package func keep(
    _ drafts: [TopicDraft], dropping gone: [ArticleID],
    address: (_ slug: String, _ place: Int) -> TopicID
  ) throws {
    var slugs = Set(drafts.map(\.slug))
    for leader in drafts.map(\.leader) + gone {
      if let slug = try drop(leader) { slugs.insert(slug) }
    }
    // A new topic has no address at first, so that it takes none from another.
    for draft in drafts { try insert(draft) }
    for slug in slugs.sorted() { try number(slug, address) }
  }

  /// Drops a topic; its slug, when there was one.
  private func drop(_ leader: ArticleID) throws -> String? {
    let known = try connection.first(
      "SELECT slug, id FROM topic WHERE leader = ?", [.text(leader.rawValue)]
    ) { ($0.text(0), $0.optionalText(1)) }
    guard let known else { return nil }
    if let id = known.1 {
      try connection.execute("DELETE FROM topic_story WHERE topic = ?", [.text(id)])
    }
    try connection.execute("DELETE FROM topic WHERE leader = ?", [.text(leader.rawValue)])
    return known.0
  }

  private func insert(_ draft: TopicDraft) throws {
    let trend = draft.topic.trend
    try connection.execute(
      """
      INSERT INTO topic (leader, moment, slug, id, name, origins, outlets, last_day, document)
      VALUES (?, ?, ?, NULL, ?, ?, ?, ?, ?)
      """,
      [
        .text(draft.leader.rawValue), .integer(draft.moment), .text(draft.slug),
        .text(draft.topic.name), .integer(trend.origins), .integer(trend.outlets),
        draft.lastDay.map(SQLiteValue.integer) ?? .null,
        .text(try CanonicalJSON.string(draft.topic)),
      ])
  }

  /// Gives the topics of one slug their addresses, in the order of publication.
  private func number(_ slug: String, _ address: (String, Int) -> TopicID) throws {
    let rows = try connection.query(
      "SELECT leader, id FROM topic WHERE slug = ? ORDER BY moment, leader", [.text(slug)]
    ) { (leader: $0.text(0), id: $0.optionalText(1)) }
    let moved = rows.enumerated().filter { place, row in
      row.id != address(slug, place).rawValue
    }
    for (_, row) in moved {
      try connection.execute("UPDATE topic SET id = NULL WHERE leader = ?", [.text(row.leader)])
      if let id = row.id {
        try connection.execute("DELETE FROM topic_story WHERE topic = ?", [.text(id)])
      }
    }
    for (place, row) in moved { try move(row.leader, to: address(slug, place)) }
  }

  private func move(_ leader: String, to id: TopicID) throws {
    let document = try connection.first(
      "SELECT document FROM topic WHERE leader = ?", [.text(leader)]
    ) { $0.text(0) }
    let old = try store.decode(Topic.self, document ?? "", what: "a topic of \(leader)")
    let topic = Topic(
      id: id, name: old.name, stories: old.stories, articles: old.articles, trend: old.trend)
    try connection.execute(
      "UPDATE topic SET id = ?, document = ? WHERE leader = ?",
      [.text(id.rawValue), .text(try CanonicalJSON.string(topic)), .text(leader)])
    for story in topic.stories {
      try connection.execute(
        "INSERT OR IGNORE INTO topic_story (story, topic) VALUES (?, ?)",
        [.text(story.rawValue), .text(id.rawValue)])
    }
  }
}
