import Extraction
public import NewsModel

/// Analyses one article at a time: a pure function, safe on any core.
public struct Analyser: Sendable {
  private let extractor = Extractor()

  /// Creates an analyser.
  public init() {}

  /// Works out what an article says.
  public func analyse(_ article: Article) -> Analysis { extractor.analyse(article) }

  /// The analysis record of an article: one line of `analyse`.
  public func record(for article: Article) -> AnalysisRecord {
    AnalysisRecord(article, analyse(article))
  }
}
