import Knowledge
package import NewsModel
import Primitives
public import Reading
import Storage

/// Files articles into a library: read, analyse, file, and last work out who is who.
///
/// With each article its copies, its story and its topic are worked out, in the transaction that files it. Who is
/// who needs the names of all articles, and is worked out when all are filed.
///
/// Filing is idempotent: a version is named by its content, and one that is there already changes
/// nothing. Articles are filed in batches of one transaction each, in the order of the input, so a run
/// that was killed is finished by running it again, with the same result.
public final class Ingester {
  /// What happens while articles are filed.
  public enum Event: Sendable {
    /// An input was refused.
    case refused(Refusal)
    /// So many articles were read and so many filed until now.
    case filed(read: Int, added: Int)
    /// Something is done with all articles together.
    case step(String)
    /// Something happened to a feed, in one sentence.
    case feed(String)
  }

  let library: Library
  private let jobs: Int
  private let source: ArticleSource
  let report: (Event) -> Void
  private let analyser: Analyser
  private let memory = FilingMemory()
  private var batch: [Article] = []
  private var batchBytes = 0
  var totals = IngestReport()

  /// Files into `library`, analysing on `jobs` cores.
  public init(
    library: Library, jobs: Int, analyser: Analyser, source: ArticleSource = ArticleSource(),
    report: @escaping (Event) -> Void = { _ in }
  ) {
    self.source = source
    self.library = library
    self.analyser = analyser
    self.jobs = max(1, jobs)
    self.report = report
  }

  /// Reads and files everything at the places, then brings the library up to date.
  ///
  /// A place that cannot be read is a refusal. Throws when the library cannot be written; articles filed
  /// before stay.
  public func ingest(_ places: [String]) throws -> IngestReport {
    totals = IngestReport()
    try renewAnalyses()
    try fileWaiting()
    for place in places { try source.read(place) { try take($0) } }
    try fileBatch()
    try bringUpToDate()
    return totals
  }

  func take(_ outcome: ReadOutcome) throws {
    switch outcome {
    case .refused(let refusal):
      totals.refused.append(refusal)
      report(.refused(refusal))
    case .article(let article):
      totals.read += 1
      batch.append(article)
      batchBytes += article.text.utf8.count
      if batch.count >= Self.batchArticles || batchBytes >= Self.batchBytes { try fileBatch() }
    }
  }

  /// One transaction holds at most this many articles: a killed run repeats at most their analysis.
  private static let batchArticles = 64
  /// One transaction holds about this much text at most, to bound memory.
  private static let batchBytes = 8 << 20

  func fileBatch() throws {
    let articles = batch
    batch.removeAll(keepingCapacity: true)
    batchBytes = 0
    var fresh: [Article] = []
    for article in articles where try !library.store.holds(ArticleVersion.id(of: article)) {
      fresh.append(article)
    }
    let analyses = parallelMap(fresh, width: jobs) { [analyser] in analyser.analyse($0) }
    let added = try file(Array(zip(fresh, analyses)))
    totals.added += added
    totals.unchanged += articles.count - added
    report(.filed(read: totals.read, added: totals.added))
  }

  /// Files analysed articles in one transaction; says how many were new.
  @discardableResult
  package func file(_ articles: [(Article, Analysis)]) throws -> Int {
    let inputs = try articles.map { try AnalysedInput(article: $0, analysis: $1) }
    if inputs.isEmpty { return 0 }
    let added = try library.store.file(inputs) { try ArticleFiler.file($0, $1, memory) }
    if added > 0 { memory.confirm() }
    return added
  }

  /// Analyses everything again when the library was made by other rules or by another reader.
  func renewAnalyses() throws {
    let store = library.store
    let known = try store.note(Library.rulesKey)
    if known != nil, known != analyser.rules {
      report(.step("analysing again by new rules"))
      totals.reanalysed = try store.replaceAnalyses(
        names: ArticleFiler.names, { analyser.analyse($0) })
    }
    try store.setNote(Library.rulesKey, to: analyser.rules)
  }

  /// Derives what an older program left underived.
  private func fileWaiting() throws {
    var isFirst = true
    // A memory of its own each time: versions that wait do not show in the state of the file.
    while try library.store.fileWaiting(
      limit: 512, derive: { try ArticleFiler.file($0, $1, FilingMemory()) }) > 0
    {
      if isFirst { report(.step("bringing the library up to date")) }
      isFirst = false
    }
  }

  /// Works out who is who across articles, if anything was filed since.
  ///
  /// When another process files articles meanwhile, what was derived is dropped and derived again.
  func bringUpToDate() throws {
    while try library.store.isBehind() {
      report(.step("building topics"))
      while try library.store.buildTopics(limit: 256, build: ArticleFiler.buildTopics) > 0 {}
      let generation = try library.store.generation()
      report(.step("joining names"))
      let registry = try library.deriveEntities()
      let notes = [
        Library.clockKey: try library.store.latestTime() ?? "",
        Library.contentKey: try library.contentDigest(),
      ]
      guard
        try library.store.replaceEntities(
          registry.profiles, mentions: registry.entities, notes: notes, generation: generation)
      else { continue }
      if try library.store.markUpToDate(generation: generation) { return }
    }
  }
}
