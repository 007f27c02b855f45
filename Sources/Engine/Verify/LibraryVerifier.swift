import Composition
import Knowledge
import NewsModel
import Primitives
import Storage

/// Derives a whole library again from its articles and names what does not hold.
///
/// Checks in this order: each stored article against the digest that names it, each stored sentence
/// against its own digest, each analysis, what holds across articles, each kept dossier, each shown
/// sentence against the passages that it cites.
public struct LibraryVerifier {
  private let library: Library
  private let jobs: Int

  /// Verifies `library`, analysing on `jobs` cores.
  public init(library: Library, jobs: Int) {
    self.library = library
    self.jobs = max(1, jobs)
  }

  /// All that does not hold; empty when everything does.
  /// - Complexity: as much work as an ingest of the whole library.
  public func faults() throws -> [VerificationFault] {
    if try isUnused() { return [] }
    var faults = try articleFaults()
    // What was derived from other articles than these cannot be compared with them.
    guard faults.isEmpty else { return faults }
    if let number = try library.store.decisionFault() {
      let reason = "the log of decisions does not hold from here on: one was changed or taken out"
      faults.append(VerificationFault(place: "decision \(number)", reason: reason))
    }
    faults += try analysisFaults()
    if try library.store.isBehind() {
      let reason = "articles were filed but not organised; run ingest again"
      faults.append(VerificationFault(place: library.path, reason: reason))
      return faults
    }
    faults += try derivationFaults()
    faults += try dossierFaults()
    return faults
  }

  /// Whether nothing was ever filed: what a run leaves that was killed before its first article.
  private func isUnused() throws -> Bool {
    try library.store.generation() == 0 && library.store.note(Library.contentKey) == nil
  }

  private func articleFaults() throws -> [VerificationFault] {
    var faults: [VerificationFault] = []
    var ordinals: [ArticleID: [Int]] = [:]
    try library.store.eachVersion(currentOnly: false) { version, _, _ in
      ordinals[version.article.id, default: []].append(version.ordinal)
      guard try ArticleVersion.id(of: version.article) != version.id else { return }
      faults.append(
        VerificationFault(
          place: Self.place(version), reason: "the stored article is not the one that was filed"))
    }
    for (article, numbers) in ordinals.sorted(by: { $0.key < $1.key })
    where numbers.sorted() != Array(1...numbers.count) {
      faults.append(
        VerificationFault(
          place: "article \(article)", reason: "its versions are not numbered from 1 on"))
    }
    for fault in try library.store.storedFaults() {
      faults.append(
        VerificationFault(
          place: "article \(fault.article), version \(fault.ordinal)", sentence: fault.words,
          reason: fault.reason))
    }
    return faults
  }

  private func analysisFaults() throws -> [VerificationFault] {
    let rules = try library.store.note(Library.rulesKey) ?? "none"
    guard let analyser = Analyser.made(rules) else {
      let reason =
        "was analysed by other rules (\(rules)) than this program has; run ingest again, or install that model"
      return [VerificationFault(place: library.path, reason: reason)]
    }
    var faults: [VerificationFault] = []
    var batch: [(version: ArticleVersion, stored: Analysis)] = []
    func check() {
      let derived = parallelMap(batch.map(\.version), width: jobs) { analyser.analyse($0.article) }
      for (item, fresh) in zip(batch, derived) where item.stored != fresh {
        faults.append(Self.difference(item.version, stored: item.stored, derived: fresh))
      }
      batch.removeAll(keepingCapacity: true)
    }
    try library.store.eachVersion(currentOnly: false) { version, analysis, _ in
      batch.append((version, analysis))
      if batch.count >= 128 { check() }
    }
    check()
    return faults
  }

  private static func difference(
    _ version: ArticleVersion, stored: Analysis, derived: Analysis
  ) -> VerificationFault {
    let text = UTF8Text(version.article.text)
    let known = Set(derived.statements)
    let statement = stored.statements.first { !known.contains($0) }?.content.first
    let sentences = Set(derived.sentences)
    let sentence = stored.sentences.first { !sentences.contains($0) }
    let range = statement ?? sentence
    return VerificationFault(
      place: place(version),
      sentence: range.map { text.words(at: $0) ?? "bytes \($0), which the text does not have" },
      reason: "the stored analysis is not what the article gives")
  }

  private static func place(_ version: ArticleVersion) -> String {
    "article \(version.article.id), version \(version.ordinal)"
  }

  private func derivationFaults() throws -> [VerificationFault] {
    let derived = try library.deriveTables()
    let store = library.store
    var faults: [VerificationFault] = []
    func compare<Value: Equatable>(_ stored: [Value], _ fresh: [Value], _ what: String) {
      guard stored != fresh else { return }
      let index = zip(stored, fresh).enumerated().first { $0.element.0 != $0.element.1 }?.offset
      let position = index ?? min(stored.count, fresh.count)
      let reason = "\(what) do not follow from the articles, from number \(position + 1) on"
      faults.append(VerificationFault(place: library.path, reason: reason))
    }
    let tables = derived.tables
    compare(try store.origins(), tables.origins.sorted { $0.id < $1.id }, "origins")
    compare(try store.stories(), tables.stories.sorted { $0.id < $1.id }, "stories")
    // As derived: what readers see has the editors' decisions laid over it.
    compare(
      try store.derivedTopics().sorted { $0.id < $1.id }, tables.topics.sorted { $0.id < $1.id },
      "topics")
    compare(try store.derivedEntities(), tables.profiles.sorted { $0.id < $1.id }, "entities")
    for difference in try store.derivedDifferences(from: tables) {
      faults.append(VerificationFault(place: library.path, reason: difference))
    }
    if try store.note(Library.clockKey) != store.latestTime() ?? "" {
      let reason = "the edition's clock does not follow from the articles"
      faults.append(VerificationFault(place: library.path, reason: reason))
    }
    if try store.note(Library.contentKey) != derived.content {
      let reason = "the edition's name does not follow from the articles"
      faults.append(VerificationFault(place: library.path, reason: reason))
    }
    return faults
  }

  private func dossierFaults() throws -> [VerificationFault] {
    var faults: [VerificationFault] = []
    let edition = try library.edition()
    for topic in try library.topics() {
      guard let kept = try library.store.dossier(topic.id) else { continue }
      let evidence = try library.evidence(for: topic)
      guard kept.evidence == (try library.digest(of: evidence)) else {
        // One that was compiled from what has changed since is not shown: it will be compiled again.
        if try library.store.dossierEdition(topic.id) == edition {
          let reason = "is kept as one of this edition, and is not"
          faults.append(
            VerificationFault(place: "dossier of topic \(topic.id)", reason: reason))
        }
        continue
      }
      let fresh = DossierComposer().compose(evidence)
      let stored = try library.decodeDossier(kept.document, topic: topic.id)
      let document = try CanonicalJSON.string(fresh)
      guard document != kept.document else { continue }
      faults += Self.differences(stored, fresh, evidence)
    }
    return faults
  }

  /// Names each shown sentence that the articles do not give.
  private static func differences(
    _ stored: Dossier, _ fresh: Dossier, _ evidence: TopicEvidence
  ) -> [VerificationFault] {
    let place = "dossier of topic \(stored.topic)"
    var texts: [VersionID: UTF8Text] = [:]
    for filed in evidence.articles + evidence.superseded { texts[filed.version.id] = filed.text }
    let known = Set(fresh.citedTexts)
    var faults: [VerificationFault] = []
    for shown in stored.citedTexts where !known.contains(shown) {
      let fault = shown.fault { texts[$0.version]?.words(at: $0.range) }
      faults.append(
        VerificationFault(
          place: place, sentence: shown.text,
          reason: fault ?? "this sentence does not follow from the articles"))
    }
    if faults.isEmpty {
      let reason = "is not what the articles give"
      faults.append(VerificationFault(place: place, reason: reason))
    }
    return faults
  }
}
