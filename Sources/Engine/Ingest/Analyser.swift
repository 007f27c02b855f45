import Extraction
import Linguistics
public import NewsModel

/// Analyses one article at a time: a pure function, safe on any core.
public struct Analyser: Sendable {
  /// What reads the text: the name and version of the language model, or `surface`.
  public let reader: String
  private let extractor: Extractor

  /// The name of reading by surface form, which needs no model.
  public static let surfaceReader = "surface"

  /// Creates an analyser with the language model when one is installed, else one that reads by surface form.
  ///
  /// Throws when there is a model that cannot be read: to go on without it would give other results in silence.
  public init() throws {
    guard let path = try? ModelLocation.find() else {
      self.init(readingBySurface: ())
      return
    }
    let pipeline = try Pipeline(modelAt: path)
    self.init(
      reader: pipeline.modelName,
      extractor: Extractor(annotate: NewsAnnotator(pipeline: pipeline).annotate))
  }

  /// Creates an analyser that reads by surface form whether or not a model is installed.
  public init(readingBySurface: Void) {
    self.init(reader: Self.surfaceReader, extractor: Extractor())
  }

  private init(reader: String, extractor: Extractor) {
    self.reader = reader
    self.extractor = extractor
  }

  /// Whether the language model is used.
  public var hasModel: Bool { reader != Self.surfaceReader }

  /// The rules and the reader together: what an analysis depends on beside its article.
  public var rules: String { "\(AnalysisRules.version), \(reader)" }

  /// The analyser that made a library with these rules; nil when this program or machine has none such.
  static func made(_ rules: String) -> Analyser? {
    let surface = Analyser(readingBySurface: ())
    if surface.rules == rules { return surface }
    guard let installed = try? Analyser(), installed.rules == rules else { return nil }
    return installed
  }

  /// Works out what an article says.
  public func analyse(_ article: Article) -> Analysis { extractor.analyse(article) }

  /// Answers for the two spans that an article record asks about, if it asks.
  public func answer(_ article: Article) -> PairStance? { extractor.answer(article) }

  /// The analysis record of an article: one line of `analyse`.
  public func record(for article: Article) -> AnalysisRecord {
    AnalysisRecord(article, analyse(article), label: answer(article))
  }
}
