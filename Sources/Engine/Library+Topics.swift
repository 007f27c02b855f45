public import Composition
import Knowledge
public import NewsModel
import Primitives
import Storage

extension Library {
  /// All topics, biggest first.
  public func topics() throws -> [Topic] { try store.topics() }

  /// One topic by its name in addresses.
  public func topic(_ id: TopicID) throws -> Topic? { try store.topic(id) }

  /// The topic that a person means: by its name in addresses, its shown name, or part of it.
  public func topic(called words: String) throws -> Topic? {
    if let exact = try store.topic(TopicID(words)) { return exact }
    let wanted = words.lowercased()
    let all = try store.topics()
    return all.first { $0.name.lowercased() == wanted }
      ?? all.first { $0.name.lowercased().contains(wanted) || $0.id.rawValue.contains(wanted) }
  }

  /// All stories, latest first.
  public func stories() throws -> [Story] {
    try store.stories().sorted { a, b in
      if a.lastDay != b.lastDay {
        guard let first = a.lastDay else { return false }
        guard let second = b.lastDay else { return true }
        return second < first
      }
      return a.id < b.id
    }
  }

  /// All origins, by name.
  public func origins() throws -> [Origin] { try store.origins() }

  /// The dossier of a topic: as kept when its evidence is unchanged, else compiled, and kept if that may be.
  public func dossier(_ id: TopicID) throws -> Dossier? {
    let edition = try edition()
    if let recent = recentDossiers.dossier(id, edition: edition) { return recent }
    guard let topic = try store.topic(id) else { return nil }
    let dossier = try keptOrCompiled(topic)
    recentDossiers.keep(dossier, edition: edition)
    return dossier
  }

  private func keptOrCompiled(_ topic: Topic) throws -> Dossier {
    let id = topic.id
    let evidence = try evidence(for: topic)
    let digest = try digest(of: evidence)
    if let kept = try store.dossier(id), kept.evidence == digest {
      return try decodeDossier(kept.document, topic: id)
    }
    let dossier = DossierComposer().compose(evidence)
    try store.keepDossier(id, evidence: digest, document: CanonicalJSON.string(dossier))
    return dossier
  }

  func decodeDossier(_ document: String, topic: TopicID) throws -> Dossier {
    do {
      return try CanonicalJSON.decode(Dossier.self, from: document.utf8)
    } catch {
      throw StorageError.damaged(
        path: path, what: "the dossier of topic \(topic) cannot be read (\(error))")
    }
  }

  /// All that the dossier of a topic is compiled from.
  func evidence(for topic: Topic) throws -> TopicEvidence {
    let articles = try store.filed(topic.articles)
    let superseded = try topic.articles.flatMap { try store.superseded($0) }
    var origins: [OriginID: Origin] = [:]
    var profiles: [EntityID: EntityProfile] = [:]
    for article in articles {
      if origins[article.origin] == nil {
        origins[article.origin] = try store.origin(article.origin)
      }
      for entity in article.entities where profiles[entity] == nil {
        profiles[entity] = try store.entity(entity)
      }
    }
    return TopicEvidence(
      topic: topic, articles: articles, superseded: superseded, origins: origins,
      stories: try topic.stories.compactMap { try store.story($0) }, profiles: profiles,
      libraryArticleCount: try store.currentArticleCount(), now: try now(),
      timeline: TimelineBuilder().timeline(of: articles),
      followed: EventFollower().follow(articles),
      contested: ContestedClaimFinder().claims(in: articles))
  }

  /// A digest of all that a dossier depends on; analyses follow from the articles and the rules.
  func digest(of evidence: TopicEvidence) throws -> String {
    var fields = [try store.note(Self.rulesKey) ?? "", evidence.now.description]
    fields.append(try CanonicalJSON.string(evidence.topic))
    for article in evidence.articles + evidence.superseded {
      fields.append(article.version.id.rawValue)
      fields.append(article.origin.rawValue)
      fields += article.entities.map(\.rawValue)
    }
    for origin in evidence.origins.values.sorted(by: { $0.id < $1.id }) {
      fields.append(try CanonicalJSON.string(origin))
    }
    for profile in evidence.profiles.values.sorted(by: { $0.id < $1.id }) {
      fields.append(try CanonicalJSON.string(profile))
    }
    fields += try evidence.stories.map { try CanonicalJSON.string($0) }
    return Digest(fields: fields).short(32)
  }
}
