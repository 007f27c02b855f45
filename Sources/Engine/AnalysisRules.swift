/// The version of the rules by which articles are analysed and dossiers compiled.
public enum AnalysisRules {
  /// Raised whenever the same article may give another analysis, grouping or dossier.
  ///
  /// A library that was made with other rules is analysed again by the next `ingest`.
  public static let version = "10"
}
