public import Primitives

/// The unit of evidence: a byte range in one version of an article.
public struct Passage: Hashable, Sendable, Codable {
  /// The version that holds the words.
  public let version: VersionID
  /// Where the words stand in its text.
  public let range: ByteRange

  /// Creates a passage; the range must not be empty.
  public init(version: VersionID, range: ByteRange) {
    precondition(!range.isEmpty, "a passage at \(range.start) of \(version) holds no byte")
    self.version = version
    self.range = range
  }
}

extension Passage: Comparable {
  /// Orders by version, then by place.
  public static func < (a: Passage, b: Passage) -> Bool {
    (a.version, a.range) < (b.version, b.range)
  }
}
