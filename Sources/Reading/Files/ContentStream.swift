/// The next part of a content that is read piece by piece.
enum StreamChunk {
  case bytes([UInt8])
  case end
  /// The content cannot be read on.
  case fault(RefusalReason)
}

/// A content that is read as a stream, under the name that refusals give it.
struct ContentName {
  /// The path; inside an archive the path of the archive, a slash and the path in it.
  let path: String
  /// The letters after the last point, which tell the kind.
  let suffix: String
  /// How many archives it stands in.
  let depth: Int
  /// What all archives around it may still unpack.
  let budget: ArchiveBudget

  init(path: String, limits: ReadingLimits) {
    self.init(
      path: path, suffix: ContentKind.suffix(of: path), depth: 0,
      budget: ArchiveBudget(limits: limits))
  }

  init(path: String, suffix: String, depth: Int, budget: ArchiveBudget) {
    self.path = path
    self.suffix = suffix
    self.depth = depth
    self.budget = budget
  }
}
