import Knowledge
import NewsModel
import Primitives
public import Reading
import Storage

/// Files articles into a library: read, analyse, file, then work out what holds across articles.
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
    /// All articles together are being organised, or dossiers compiled.
    case step(String)
    /// Something happened to a feed, in one sentence.
    case feed(String)
  }

  let library: Library
  private let jobs: Int
  private let source: ArticleSource
  let report: (Event) -> Void
  private let analyser: Analyser
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
    let inputs = try zip(fresh, analyses).map { try AnalysedInput(article: $0, analysis: $1) }
    let added = inputs.isEmpty ? 0 : try library.store.file(inputs)
    totals.added += added
    totals.unchanged += articles.count - added
    report(.filed(read: totals.read, added: totals.added))
  }

  /// Analyses everything again when the library was made by other rules or by another reader.
  func renewAnalyses() throws {
    let store = library.store
    let known = try store.note(Library.rulesKey)
    if known != nil, known != analyser.rules {
      report(.step("analysing again by new rules"))
      totals.reanalysed = try store.replaceAnalyses { analyser.analyse($0) }
    }
    try store.setNote(Library.rulesKey, to: analyser.rules)
  }

  /// Works out what holds across articles and compiles the dossiers, if anything was filed since.
  ///
  /// When another process files articles meanwhile, what was derived is dropped and derived again.
  func bringUpToDate() throws {
    while try library.store.isBehind() {
      let generation = try library.store.generation()
      report(.step("organising"))
      let derived = try library.deriveTables()
      let notes = [Library.clockKey: derived.clock, Library.contentKey: derived.content]
      guard
        try library.store.replaceDerived(derived.tables, notes: notes, generation: generation)
      else { continue }
      report(.step("compiling dossiers"))
      guard try library.compileDossiers(generation: generation) else { continue }
      if try library.store.markUpToDate(generation: generation) { return }
    }
  }
}
