public import Composition
import Knowledge
public import NewsModel
import Primitives
import Storage

extension Library {
  /// The dossier of a topic: as kept when it is of this edition or its evidence is unchanged, else compiled, and kept if that may be.
  public func dossier(_ id: TopicID) throws -> Dossier? {
    let edition = try edition()
    if let recent = recentDossiers.dossier(id, edition: edition) { return recent }
    let dossier: Dossier
    if let kept = try store.dossier(id, of: edition) {
      dossier = try decodeDossier(kept, topic: id)
    } else {
      guard let topic = try store.topic(id) else { return nil }
      dossier = try keptOrCompiled(topic, edition: edition)
    }
    recentDossiers.keep(dossier, edition: edition)
    return dossier
  }

  /// How many dossiers a compilation of the edition made, and how many held already.
  public struct CompiledDossiers: Sendable {
    /// Compiled now.
    public let compiled: Int
    /// Kept before, and holding.
    public let kept: Int
  }

  /// Compiles and keeps the dossier of every topic for this edition, so that each opens at once.
  ///
  /// The kept rows are the same for any number of `jobs`. Throws when the library cannot be written.
  public func compileDossiers(jobs: Int) throws -> CompiledDossiers {
    let edition = try edition()
    try store.dropLostDossiers()
    let done = parallelMap(try store.topics().map(\.id), width: jobs) { id in
      Result { try keepDossier(id, edition: edition) }
    }
    let fresh = try done.map { try $0.get() }
    return CompiledDossiers(
      compiled: fresh.count { $0 }, kept: fresh.count { !$0 })
  }

  /// Hands out the sentences of all topics that could be shown alone, topic by topic.
  public func sentenceCandidates(_ each: (SentenceCandidate) throws -> Void) throws {
    for topic in try store.topics() {
      for candidate in DossierComposer().candidates(try evidence(for: topic)) {
        try each(candidate)
      }
    }
  }

  /// Keeps the dossier of a topic for an edition; false when it was there.
  private func keepDossier(_ id: TopicID, edition: String) throws -> Bool {
    guard try store.dossierEdition(id) != edition, let topic = try store.topic(id) else {
      return false
    }
    _ = try keptOrCompiled(topic, edition: edition)
    return true
  }

  private func keptOrCompiled(_ topic: Topic, edition: String) throws -> Dossier {
    let id = topic.id
    let evidence = try evidence(for: topic)
    let digest = try digest(of: evidence)
    if let kept = try store.dossier(id), kept.evidence == digest {
      try store.keepDossier(
        id, evidence: digest, document: kept.document, edition: edition)
      return try decodeDossier(kept.document, topic: id)
    }
    let dossier = DossierComposer().compose(evidence)
    try store.keepDossier(
      id, evidence: digest, document: CanonicalJSON.string(dossier), edition: edition)
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
    let stories = try topic.stories.compactMap { try store.story($0) }
    let chosen = try articles(standingFor: topic, stories)
    let articles = try store.filed(chosen)
    let superseded = try chosen.flatMap { try store.superseded($0) }
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
      stories: stories, profiles: profiles,
      libraryArticleCount: try store.articleCount(), now: try now(),
      timeline: TimelineBuilder().timeline(of: articles),
      followed: EventFollower().follow(articles),
      contested: ContestedClaimFinder().claims(in: articles))
  }

  /// The articles that a topic's dossier is compiled from: all, or of very many those that stand for them.
  private func articles(standingFor topic: Topic, _ stories: [Story]) throws -> [ArticleID] {
    guard topic.articles.count > ArticleSelection.most else { return topic.articles }
    let candidates = try store.places(of: topic.articles).map {
      ArticleSelection.Candidate(article: $0.article, isCopy: $0.isCopy, day: $0.published?.date)
    }
    return ArticleSelection.chosen(among: candidates, stories: stories, trend: topic.trend)
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
