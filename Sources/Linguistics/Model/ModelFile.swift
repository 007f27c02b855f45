import Primitives

/// A converted language model, mapped into memory and checked.
@safe final class ModelFile: Sendable {
  /// The mapping; sections point into it.
  let file: MappedFile
  private let sections: [String: Range<Int>]

  /// The path of the file.
  var path: String { file.path }

  /// Maps and checks the file; throws a `ModelError` that names it when it is not sound.
  /// - Complexity: O(bytes), about 3 ms for the 14 MB of `en_core_web_sm`.
  init(path: String) throws(ModelError) {
    let file = try MappedFile(path: path)
    let checked = file.withBytes { bytes -> Result<[String: Range<Int>], ModelError> in
      do throws(ModelError) {
        try Self.checkHeader(bytes, path: path)
        return .success(try Self.readTable(bytes, path: path))
      } catch {
        return .failure(error)
      }
    }
    self.file = file
    sections = try checked.get()
  }

  private static func checkHeader(_ bytes: RawSpan, path: String) throws(ModelError) {
    guard bytes.byteCount >= ModelFormat.headerSize,
      (0..<8).allSatisfy({ ModelFormat.byte(bytes, $0) == ModelFormat.magic[$0] })
    else { throw .foreign(path: path) }
    let version = ModelFormat.half(bytes, ModelFormat.versionField)
    guard version == ModelFormat.version else {
      throw .otherVersion(path: path, found: Int(version), wanted: Int(ModelFormat.version))
    }
    guard ModelFormat.half(bytes, ModelFormat.endiannessField) == ModelFormat.endianness else {
      throw .damaged(path: path, reason: "the byte order is not little-endian")
    }
    guard ModelFormat.word(bytes, ModelFormat.sizeField) == UInt64(bytes.byteCount) else {
      throw .damaged(path: path, reason: "it is cut short or has bytes too many")
    }
    let content = bytes.extracting(ModelFormat.headerSize..<bytes.byteCount)
    guard
      ModelFormat.word(bytes, ModelFormat.checksumField) == ModelFormat.checksum(content)
    else { throw .damaged(path: path, reason: "the checksum does not fit") }
  }

  private static func readTable(_ bytes: RawSpan, path: String) throws(ModelError)
    -> [String: Range<Int>]
  {
    let count = Int(ModelFormat.half(bytes, ModelFormat.countField))
    let end = ModelFormat.headerSize + count * ModelFormat.entrySize
    guard count <= ModelFormat.sectionLimit, end <= bytes.byteCount else {
      throw .damaged(path: path, reason: "the table of sections does not fit")
    }
    var sections: [String: Range<Int>] = [:]
    for index in 0..<count {
      let entry = ModelFormat.headerSize + index * ModelFormat.entrySize
      let name = (0..<ModelFormat.nameSize).map { ModelFormat.byte(bytes, entry + $0) }
      let offset = ModelFormat.word(bytes, entry + ModelFormat.nameSize)
      let length = ModelFormat.word(bytes, entry + ModelFormat.nameSize + 8)
      let (limit, overflow) = offset.addingReportingOverflow(length)
      guard !overflow, limit <= UInt64(bytes.byteCount), offset >= UInt64(end),
        offset % UInt64(ModelFormat.alignment) == 0
      else { throw .damaged(path: path, reason: "section \(index) lies outside the file") }
      sections[String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)] =
        Int(offset)..<Int(limit)
    }
    return sections
  }

  /// Compares the SHA-256 of the content with the one in the header.
  /// - Complexity: O(bytes), about 40 ms for the 14 MB of `en_core_web_sm`.
  func verify() throws(ModelError) {
    let (stored, found) = file.withBytes { bytes in
      let digits = (0..<64).map { ModelFormat.byte(bytes, ModelFormat.digestField + $0) }
      let content = (ModelFormat.headerSize..<bytes.byteCount).map { ModelFormat.byte(bytes, $0) }
      return (String(decoding: digits, as: UTF8.self), Digest(of: content).hex)
    }
    guard stored == found else {
      throw .damaged(path: path, reason: "its SHA-256 is \(found), not \(stored)")
    }
  }

  /// The range of a section; throws when there is none of that name.
  func range(_ name: String) throws(ModelError) -> Range<Int> {
    guard let range = sections[name] else {
      throw .damaged(path: path, reason: "it has no section \(name)")
    }
    return range
  }

  /// The bytes of a section, copied.
  func bytes(_ name: String) throws(ModelError) -> [UInt8] {
    let range = try range(name)
    return file.withBytes { bytes in range.map { ModelFormat.byte(bytes, $0) } }
  }

  /// A section of UTF-8 text.
  func text(_ name: String) throws(ModelError) -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// A section of strings.
  func strings(_ name: String) throws(ModelError) -> [String] {
    guard let list = StringList.decode(try bytes(name)) else {
      throw .damaged(path: path, reason: "section \(name) is not a list of strings")
    }
    return list
  }

  /// A section of weights with exactly `count` numbers.
  func weights(_ name: String, count: Int) throws(ModelError) -> Weights {
    let range = try range(name)
    guard range.count == count * 4 else {
      throw .damaged(path: path, reason: "section \(name) does not hold \(count) numbers")
    }
    return Weights(file: file, offset: range.lowerBound, count: count)
  }
}
