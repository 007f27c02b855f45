/// Reads MessagePack; refuses what is cut short, nested too deep or of an unknown kind.
struct MessagePackReader {
  /// Why bytes are not MessagePack, with the offset.
  struct Fault: Error, Hashable {
    let offset: Int
    let reason: String
  }

  private let bytes: [UInt8]
  private var offset = 0
  private static let depthLimit = 32

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The one value that the bytes hold.
  static func read(_ bytes: [UInt8]) throws(Fault) -> MessagePack {
    var reader = MessagePackReader(bytes)
    let value = try reader.value(depth: 0)
    guard reader.offset == bytes.count else { throw reader.fault("bytes after the end") }
    return value
  }

  private func fault(_ reason: String) -> Fault { Fault(offset: offset, reason: reason) }

  private mutating func number(_ count: Int) throws(Fault) -> UInt64 {
    var value: UInt64 = 0
    for byte in try take(count) { value = value << 8 | UInt64(byte) }
    return value
  }

  private mutating func take(_ count: Int) throws(Fault) -> ArraySlice<UInt8> {
    guard count <= bytes.count - offset else { throw fault("cut short") }
    defer { offset += count }
    return bytes[offset..<offset + count]
  }

  private mutating func length(_ width: Int) throws(Fault) -> Int {
    let value = try number(width)
    guard value <= UInt64(bytes.count) else { throw fault("longer than the file") }
    return Int(value)
  }

  private mutating func value(depth: Int) throws(Fault) -> MessagePack {
    guard depth < Self.depthLimit else { throw fault("nested too deep") }
    let tag = UInt8(try number(1))
    switch tag {
    case 0x00...0x7f: return .integer(UInt64(tag))
    case 0x80...0x8f: return try map(Int(tag & 0x0f), depth)
    case 0x90...0x9f: return try array(Int(tag & 0x0f), depth)
    case 0xa0...0xbf: return try text(Int(tag & 0x1f))
    case 0xc0: return .none
    case 0xc2, 0xc3: return .boolean(tag == 0xc3)
    case 0xc4...0xc6: return .binary(Array(try take(try length(1 << (tag - 0xc4)))))
    case 0xca: return .double(Double(Float(bitPattern: UInt32(try number(4)))))
    case 0xcb: return .double(Double(bitPattern: try number(8)))
    case 0xcc...0xcf: return .integer(try number(1 << (tag - 0xcc)))
    case 0xd0...0xd3: return try signed(1 << (tag - 0xd0))
    case 0xd9...0xdb: return try text(try length(1 << (tag - 0xd9)))
    case 0xdc, 0xdd: return try array(try length(2 << (tag - 0xdc)), depth)
    case 0xde, 0xdf: return try map(try length(2 << (tag - 0xde)), depth)
    case 0xe0...0xff: return .negative(Int64(Int8(bitPattern: tag)))
    default: throw fault("unknown kind \(tag)")
    }
  }

  private mutating func signed(_ width: Int) throws(Fault) -> MessagePack {
    let shift = UInt64(64 - 8 * width)
    return .negative(Int64(bitPattern: try number(width) << shift) >> Int64(shift))
  }

  private mutating func text(_ length: Int) throws(Fault) -> MessagePack {
    guard let text = String(validating: try take(length), as: UTF8.self) else {
      throw fault("text that is not UTF-8")
    }
    return .text(text)
  }

  private mutating func array(_ count: Int, _ depth: Int) throws(Fault) -> MessagePack {
    var elements: [MessagePack] = []
    for _ in 0..<count { elements.append(try value(depth: depth + 1)) }
    return .array(elements)
  }

  private mutating func map(_ count: Int, _ depth: Int) throws(Fault) -> MessagePack {
    var entries: [MessagePack.Entry] = []
    for _ in 0..<count {
      let key = try value(depth: depth + 1)
      entries.append(.init(key: key, value: try value(depth: depth + 1)))
    }
    return .map(entries)
  }
}
