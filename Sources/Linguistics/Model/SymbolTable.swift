/// The ids of strings: a hash, or a fixed number for the words that the model format reserves.
struct SymbolTable: Sendable {
  // Open addressing by hash; an empty slot has hash 0.
  private var hashes: [UInt64]
  private var numbers: [UInt16]

  /// The reserved words of spaCy's format.
  static let standard = SymbolTable(lines: PackageResources.model_symbols_txt)

  /// Reads lines of "number word"; lines that begin with `#` are notes.
  init(lines: [UInt8]) {
    hashes = Array(repeating: 0, count: 2048)
    numbers = Array(repeating: 0, count: 2048)
    for line in lines.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 1)
      guard fields.count == 2, let number = UInt16(String(decoding: fields[0], as: UTF8.self))
      else { continue }
      insert(MurmurHash.string(Array(fields[1]).span), number)
    }
  }

  private mutating func insert(_ hash: UInt64, _ number: UInt16) {
    var slot = Int(truncatingIfNeeded: hash & 2047)
    while hashes[slot] != 0 { slot = (slot + 1) & 2047 }
    hashes[slot] = hash
    numbers[slot] = number
  }

  /// The id of the string with this hash.
  func id(hash: UInt64) -> UInt64 {
    var slot = Int(truncatingIfNeeded: hash & 2047)
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return UInt64(numbers[slot]) }
      slot = (slot + 1) & 2047
    }
    return hash
  }

  /// The id of the UTF-8 bytes; 0 for no bytes.
  func id(_ bytes: Span<UInt8>) -> UInt64 {
    bytes.isEmpty ? 0 : id(hash: MurmurHash.string(bytes))
  }

  /// The id of a string; 0 for the empty one.
  func id(_ text: String) -> UInt64 {
    id(Array(text.utf8).span)
  }
}
