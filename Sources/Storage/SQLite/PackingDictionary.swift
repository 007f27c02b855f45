import CZlib
import NewsModel

/// What packed texts are taken to begin with, so that even a short one finds its words said before (RFC 1950, section 2.2).
///
/// Never changed once a library was written with it: a stream names its dictionary by checksum, and without it cannot be read. Made by
/// `Training/packing` from the samples.
struct PackingDictionary {
  /// The bytes, at most 32 KiB.
  let bytes: [UInt8]
  /// Their Adler-32 checksum, by which a stream names them.
  let checksum: UInt

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    checksum = unsafe adler32(1, bytes, UInt32(bytes.count))
  }

  private static let prose = PackingDictionary(LargeTable.packingProse.bytes)
  private static let analysis = PackingDictionary(LargeTable.packingAnalysis.bytes)

  /// The dictionary for texts of a kind.
  static func of(_ kind: PackedText.Kind) -> PackingDictionary {
    switch kind {
    case .prose: prose
    case .analysis: analysis
    }
  }

  /// The dictionary that a stream names; nil for an unknown one.
  static func named(_ checksum: UInt) -> PackingDictionary? {
    [prose, analysis].first { $0.checksum == checksum }
  }
}
