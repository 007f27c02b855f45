public import Reading

/// What an ingest did.
public struct IngestReport: Sendable {
  /// Articles that were read.
  public internal(set) var read = 0
  /// Versions that were new and have been filed.
  public internal(set) var added = 0
  /// Articles that the library already held, byte for byte.
  public internal(set) var unchanged = 0
  /// Inputs that were refused, each with its reason.
  public internal(set) var refused: [Refusal] = []
  /// Versions that were analysed again because the rules have changed.
  public internal(set) var reanalysed = 0
}
