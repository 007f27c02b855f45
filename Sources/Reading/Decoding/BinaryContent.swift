/// Tells binary files from text.
enum BinaryContent {
  /// The format that the first bytes give away; nil when they may be text.
  static func signature(of bytes: [UInt8]) -> String? {
    for (mark, name) in signatures where bytes.starts(with: mark) { return name }
    return nil
  }

  /// What is wrong with bytes that claim to be text; nil when they are text.
  ///
  /// Text has no NUL and hardly a control character: one in a hundred bytes is far beyond damage by
  /// a faulty export, and far below what compressed or compiled content shows.
  static func damage(of bytes: [UInt8]) -> String? {
    var nuls = 0
    var controls = 0
    for start in stride(from: 0, to: bytes.count, by: 128) {
      // Small counters without branches: the compiler looks at many bytes in one step.
      var (zeros, others): (UInt8, UInt8) = (0, 0)
      for byte in bytes[start..<min(start + 128, bytes.count)] {
        zeros &+= byte == 0 ? 1 : 0
        others &+= byte < 0x09 || (byte > 0x0D && byte < 0x20) || byte == 0x7F ? 1 : 0
        others &-= byte == 0x1B ? 1 : 0
      }
      nuls += Int(zeros)
      controls += Int(others) - Int(zeros)
    }
    if nuls * 1000 > bytes.count { return "it holds \(nuls) NUL bytes" }
    if controls * 100 > bytes.count { return "it holds \(controls) control characters" }
    return nil
  }

  /// What a PDF document is called.
  static let pdf = "a PDF document"

  private static let signatures: [([UInt8], String)] = [
    (Array("%PDF-".utf8), pdf),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a PNG image"),
    ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    (Array("GIF8".utf8), "a GIF image"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or office document"),
    ([0x1F, 0x8B], "gzip"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
    ([0x7F, 0x45, 0x4C, 0x46], "a program"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
    (Array("SQLite format 3".utf8), "an SQLite database"),
    (Array("{\\rtf".utf8), "a Rich Text document"),
  ]
}
