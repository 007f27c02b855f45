import Composition
import Knowledge
import NewsModel
import Primitives
import Storage

extension Library {
  /// What all articles together give: the tables, the clock and the digest of the content.
  struct Derivation {
    let tables: Organisation
    let clock: String
    let content: String
  }

  /// Derives everything that needs more than one article from the stored versions.
  func deriveTables() throws -> Derivation {
    var current: [AnalysedArticle] = []
    var latest: CivilTime?
    var names: [String] = []
    try store.eachVersion(currentOnly: false) { version, _, _ in
      names.append(version.id.rawValue)
      let stamps = [version.article.published, version.article.modified].compactMap { $0 }
      latest = (stamps + [latest].compactMap { $0 }).max()
    }
    try store.eachVersion(currentOnly: true) { version, analysis, _ in
      current.append(AnalysedArticle(version: version, analysis: analysis))
    }
    let tables = Organiser().organise(current)
    return Derivation(
      tables: tables, clock: latest?.description ?? "",
      content: Digest(fields: names.sorted()).short(32))
  }

  /// Compiles the dossier of every topic whose evidence has changed; false when articles were filed since.
  func compileDossiers(generation: Int) throws -> Bool {
    var fresh: [(topic: TopicID, evidence: String, document: String)] = []
    for topic in try store.topics() {
      let evidence = try evidence(for: topic)
      let digest = try digest(of: evidence)
      if let kept = try store.dossier(topic.id), kept.evidence == digest { continue }
      let dossier = DossierComposer().compose(evidence)
      fresh.append((topic.id, digest, try CanonicalJSON.string(dossier)))
    }
    return try store.keepDossiers(fresh, generation: generation)
  }
}
