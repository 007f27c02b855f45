/// Packs bytes as archives do, without compressing them.
enum Packing {
  /// A gzip member with stored blocks.
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      result += [rest.isEmpty ? 1 : 0] + little(block.count, 2) + little(block.count ^ 0xFFFF, 2)
      result += block
    } while !rest.isEmpty
    return result + little(Int(checksum(bytes)), 4) + little(bytes.count, 4)
  }

  /// A gzip member of letters that repeat: 258 of them for 13 bits.
  static func bomb(matches: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.add([1, 1, 0])
    bits.add([1, 0, 0, 1, 0, 0, 0, 1])
    for _ in 0..<matches { bits.add([1, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0]) }
    bits.add([0, 0, 0, 0, 0, 0, 0])
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + bits.bytes + [0, 0, 0, 0, 0, 0, 0, 0]
  }

  /// A tar archive in the ustar form.
  static func tar(_ files: [(name: String, content: String)]) -> [UInt8] {
    var result: [UInt8] = []
    for file in files {
      let content = Array(file.content.utf8)
      var head = [UInt8](repeating: 0, count: 512)
      func put(_ text: String, at place: Int) {
        for (offset, byte) in text.utf8.enumerated() { head[place + offset] = byte }
      }
      put(file.name, at: 0)
      put("0000644", at: 100)
      let size = String(content.count, radix: 8)
      put(String(repeating: "0", count: 11 - size.utf8.count) + size, at: 124)
      put("        ", at: 148)
      put("0", at: 156)
      put("ustar\u{0}00", at: 257)
      let sum = String(head.reduce(0) { $0 + Int($1) }, radix: 8)
      put(String(repeating: "0", count: 6 - sum.utf8.count) + sum + "\u{0} ", at: 148)
      result += head + content
      result += [UInt8](repeating: 0, count: (512 - content.count % 512) % 512)
    }
    return result + [UInt8](repeating: 0, count: 1024)
  }

  /// A zip archive of stored files.
  static func zip(_ files: [(name: String, content: String)]) -> [UInt8] {
    var result: [UInt8] = []
    var directory: [UInt8] = []
    for file in files {
      let content = Array(file.content.utf8)
      let name = Array(file.name.utf8)
      let size = little(content.count, 4)
      let facts =
        [0, 0, 0, 0, 0, 0, 0x21, 0] + little(Int(checksum(content)), 4) + size + size
        + little(name.count, 2) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + facts + [UInt8](repeating: 0, count: 10)
      directory += little(result.count, 4) + name
      result += [0x50, 0x4B, 3, 4, 20, 0] + facts + name + content
    }
    let count = little(files.count, 2)
    let place = little(directory.count, 4) + little(result.count, 4)
    return result + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count + place + [0, 0]
  }

  private static func little(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
  }

  private struct BitWriter {
    var bytes: [UInt8] = []
    private var count = 0

    mutating func add(_ bits: [UInt8]) {
      for bit in bits {
        if count % 8 == 0 { bytes.append(0) }
        bytes[bytes.count - 1] |= bit << UInt8(count % 8)
        count += 1
      }
    }
  }
}
