import Primitives

/// The lines at the head of a record or of a server's answer.
struct WebHeader {
  /// The first line.
  let start: String
  private var fields: [String: String] = [:]

  /// Reads the lines up to the blank one.
  init(_ bytes: ArraySlice<UInt8>) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      String(decoding: line.filter { $0 != 0x0D }, as: UTF8.self)
    }[...]
    start = lines.popFirst() ?? ""
    for line in lines {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let name = line[..<colon].lowercased()
      let value = String(line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" })
      if fields[name] == nil { fields[name] = value }
    }
  }

  /// The value of a field by its name in lower case.
  subscript(name: String) -> String? { fields[name] }

  /// How long what follows is; nil when it does not say or cannot be.
  var length: Int? {
    guard let text = self["content-length"], let length = Int(text.filter { $0 != " " }),
      length >= 0
    else { return nil }
    return length
  }

  /// The media type without its parameters, in lower case.
  var type: String {
    let type = (self["content-type"] ?? "").prefix { $0 != ";" }.lowercased()
    return type.filter { $0 != " " }
  }

  /// Whether the bytes end with a blank line.
  static func isWhole(_ bytes: [UInt8]) -> Bool {
    bytes.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A])
      || bytes.suffix(2).elementsEqual([0x0A, 0x0A])
  }
}

/// What a server answered.
struct WebAnswer {
  let status: Int
  let type: String
  /// Whether the body is packed with gzip.
  let isCompressed: Bool
  let body: [UInt8]

  /// Takes an answer apart.
  init(_ bytes: [UInt8]) {
    var end = 0
    while end < bytes.count, end < 64 << 10 {
      end += 1
      if bytes[end - 1] == 0x0A, WebHeader.isWhole(Array(bytes[max(0, end - 4)..<end])) { break }
    }
    let header = WebHeader(bytes[..<end])
    let words = header.start.split(separator: " ")
    status = words.count > 1 && words[0].hasPrefix("HTTP/") ? Int(words[1]) ?? 0 : 0
    type = header.type
    let isChunked = header["transfer-encoding"]?.lowercased().contains("chunked") ?? false
    body = isChunked ? Self.joined(bytes[end...]) : Array(bytes[end...])
    isCompressed = body.starts(with: [0x1F, 0x8B])
  }

  /// A record that holds the content itself.
  init(_ header: WebHeader, _ body: [UInt8]) {
    status = 200
    type = header.type
    isCompressed = body.starts(with: [0x1F, 0x8B])
    self.body = body
  }

  /// The body without its chunk lines; as it stands when archiving has joined it before.
  private static func joined(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes
    while let feed = rest.firstIndex(of: 0x0A) {
      let line = String(decoding: rest[..<feed].prefix(16), as: UTF8.self)
      let digits = line.prefix { $0.isHexDigit }
      guard let size = Int(digits, radix: 16), line.utf8.count <= 16, size >= 0 else {
        return result.isEmpty ? Array(bytes) : result
      }
      if size == 0 { break }
      rest = rest[(feed + 1)...]
      result += rest.prefix(size)
      rest = rest.dropFirst(size).drop { $0 == 0x0D || $0 == 0x0A }
    }
    return result
  }
}
