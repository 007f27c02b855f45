import Primitives

/// Collects sections and lays them out as the bytes of a model file.
struct ModelWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []

  /// Adds a section of bytes.
  mutating func add(_ name: String, _ bytes: [UInt8]) {
    precondition(name.utf8.count < ModelFormat.nameSize, "section name \(name) is too long")
    sections.append((name, bytes))
  }

  /// Adds a section of strings.
  mutating func add(_ name: String, strings: [String]) {
    add(name, StringList.encode(strings))
  }

  /// Adds a section of numbers.
  mutating func add(_ name: String, floats: [Float]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(floats.count * 4)
    for value in floats { StringList.append(value.bitPattern, to: &bytes) }
    add(name, bytes)
  }

  /// The whole file.
  func encoded() -> [UInt8] {
    var body: [UInt8] = []
    var table: [UInt8] = []
    let tableEnd = ModelFormat.headerSize + sections.count * ModelFormat.entrySize
    for section in sections {
      while (tableEnd + body.count) % ModelFormat.alignment != 0 { body.append(0) }
      let name = Array(section.name.utf8)
      table += name + [UInt8](repeating: 0, count: ModelFormat.nameSize - name.count)
      append(UInt64(tableEnd + body.count), to: &table)
      append(UInt64(section.bytes.count), to: &table)
      body += section.bytes
    }
    let content = table + body
    return header(content) + content
  }

  private func header(_ content: [UInt8]) -> [UInt8] {
    var header = ModelFormat.magic
    StringList.append(ModelFormat.version, to: &header)
    StringList.append(ModelFormat.endianness, to: &header)
    StringList.append(UInt32(sections.count), to: &header)
    StringList.append(0, to: &header)
    append(UInt64(ModelFormat.headerSize + content.count), to: &header)
    append(unsafe ModelFormat.checksum(content.span.bytes), to: &header)
    header += Array(Digest(of: content).hex.utf8)
    return header + [UInt8](repeating: 0, count: ModelFormat.headerSize - header.count)
  }

  private func append(_ number: UInt64, to bytes: inout [UInt8]) {
    StringList.append(UInt32(truncatingIfNeeded: number), to: &bytes)
    StringList.append(UInt32(truncatingIfNeeded: number >> 32), to: &bytes)
  }
}
