/// The bytes that archives and compressed files open with.
enum ArchiveSignature {
  /// Whether bytes open as gzip, bzip2, xz, zstd, zip or tar do.
  static func matches(_ head: [UInt8]) -> Bool {
    signatures.contains { head.starts(with: $0) } || isTar(head)
  }

  private static func isTar(_ head: [UInt8]) -> Bool {
    head.count > 262 && head[257..<262].elementsEqual("ustar".utf8)
  }

  private static let signatures: [[UInt8]] = [
    [0x1F, 0x8B], Array("BZh".utf8), [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00],
    [0x28, 0xB5, 0x2F, 0xFD], [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06],
  ]
}
