import CSodium

/// A SHA-256 digest (FIPS 180-4), shown in lower-case hexadecimal.
///
/// The arithmetic is libsodium's. Digests name versions and editions, so that a changed byte gives
/// another name.
public struct Digest: Hashable, Sendable {
  /// The 64 hexadecimal digits.
  public let hex: String

  /// Digests the bytes.
  /// - Complexity: O(bytes), about 400 MB/s on one core.
  public init(of bytes: some Sequence<UInt8>) {
    let input = Array(bytes)
    var output = [UInt8](repeating: 0, count: 32)
    _ = unsafe crypto_hash_sha256(&output, input, UInt64(input.count))
    hex = Self.hexadecimal(output)
  }

  /// Digests the UTF-8 bytes of `string`.
  public init(of string: String) {
    self.init(of: string.utf8)
  }

  /// Digests several fields; the fields cannot run into one another.
  public init(fields: [String]) {
    var bytes: [UInt8] = []
    for field in fields {
      bytes.append(contentsOf: "\(field.utf8.count):".utf8)
      bytes.append(contentsOf: field.utf8)
    }
    self.init(of: bytes)
  }

  /// The first `digits` hexadecimal digits, for names that people read.
  public func short(_ digits: Int = 16) -> String { String(hex.prefix(digits)) }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}
