/// The layout of a model file: a header, a table of sections, then the sections.
///
/// All numbers are little-endian. The header holds the magic bytes, the version, an endianness mark,
/// the number of sections, the size of the file, a quick checksum over all that follows the
/// header (checked at each start) and its SHA-256 (checked by `ModelFile.verify`).
enum ModelFormat {
  static let magic: [UInt8] = Array("BGLMODEL".utf8)
  static let version: UInt32 = 1
  static let endianness: UInt32 = 0x0102_0304
  static let headerSize = 128
  /// Offsets of the fields of the header.
  static let versionField = 8
  static let endiannessField = 12
  static let countField = 16
  static let sizeField = 24
  static let checksumField = 32
  static let digestField = 40
  /// A section's entry: 48 bytes of name, then offset and length.
  static let entrySize = 64
  static let nameSize = 48
  /// Sections begin at multiples of this, so that vector loads of weights are aligned.
  static let alignment = 64
  static let sectionLimit = 1024

  /// A quick checksum: four interleaved multiply-and-add lanes over 64-bit words.
  ///
  /// It finds accidental damage at memory speed; it is no protection against intent.
  static func checksum(_ bytes: RawSpan) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let multiplier: UInt64 = 0x9e37_79b9_7f4a_7c15
    var offset = 0
    while offset + 32 <= bytes.byteCount {
      lanes.0 = (lanes.0 ^ word(bytes, offset)) &* multiplier
      lanes.1 = (lanes.1 ^ word(bytes, offset + 8)) &* multiplier
      lanes.2 = (lanes.2 ^ word(bytes, offset + 16)) &* multiplier
      lanes.3 = (lanes.3 ^ word(bytes, offset + 24)) &* multiplier
      offset += 32
    }
    var sum = (lanes.0 &* 3) ^ (lanes.1 &* 5) ^ (lanes.2 &* 7) ^ (lanes.3 &* 11)
    while offset < bytes.byteCount {
      sum = (sum ^ UInt64(unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)))
      sum = sum &* multiplier
      offset += 1
    }
    return (sum ^ (sum &>> 29)) &+ UInt64(bytes.byteCount)
  }

  static func word(_ bytes: RawSpan, _ offset: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  static func half(_ bytes: RawSpan, _ offset: Int) -> UInt32 {
    UInt32(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  static func byte(_ bytes: RawSpan, _ offset: Int) -> UInt8 {
    unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }
}
