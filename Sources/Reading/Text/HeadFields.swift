import NewsModel
import Primitives

/// Fields that stand before a text: front matter, or lines such as "Outlet: The Harbour News".
struct HeadFields {
  private(set) var values: [Field: [String]] = [:]

  /// What a line of a head can tell.
  enum Field: String, CaseIterable {
    case id, title, outlet, published, modified, url, byline, section, language, rights, standfirst
    case credits
  }

  /// The first value of a field.
  func first(_ field: Field) -> String? { values[field]?.first }
  /// All values of a field.
  func all(_ field: Field) -> [String] { values[field] ?? [] }

  /// Takes the fields off the start of a file; the rest of the lines are the text.
  static func take(from bytes: [UInt8]) -> (fields: HeadFields, text: [UInt8]) {
    let lines = TextParagraphs.lines(bytes)
    var fields = HeadFields()
    let start = lines.firstIndex { !isBlank($0) } ?? lines.endIndex
    guard start < lines.endIndex else { return (fields, bytes) }
    let rest =
      isFence(lines[start])
      ? fields.takeFrontMatter(lines, after: start) : fields.takeHeadLines(lines, from: start)
    guard let rest, rest < lines.endIndex else { return (fields, rest == nil ? bytes : []) }
    return (fields, Array(bytes[lines[rest].startIndex...]))
  }

  /// Reads `---` to `---`; nil, and nothing read, when the fence is not closed by line 200.
  private mutating func takeFrontMatter(
    _ lines: [ArraySlice<UInt8>], after fence: Int
  ) -> Int? {
    let inner = lines[(fence + 1)...].prefix(200)
    guard let close = inner.firstIndex(where: Self.isFence) else { return nil }
    var current: Field?
    for line in lines[(fence + 1)..<close] {
      let text = Self.trimmed(line)
      if text.hasPrefix("- "), let field = current {
        values[field, default: []].append(Self.unquoted(String(text.dropFirst(2))))
      } else if let (field, value) = Self.pair(text) {
        current = field
        if let field { add(field, value) }
      }
    }
    return close + 1
  }

  /// Reads lines of known fields as long as they come without a break.
  ///
  /// A single such line may be a headline with a colon, so that it counts only for a field that
  /// no headline opens with, or together with a second one.
  private mutating func takeHeadLines(_ lines: [ArraySlice<UInt8>], from start: Int) -> Int? {
    var found: [(Field, String)] = []
    var index = start
    while index < lines.count, let (field, value) = Self.pair(Self.trimmed(lines[index])) {
      guard let field, !value.isEmpty else { break }
      found.append((field, value))
      index += 1
    }
    let isSure = found.count >= 2 || found.first.map { $0.0 == .url || $0.0 == .title } ?? false
    guard isSure else { return nil }
    for (field, value) in found { add(field, value) }
    return index
  }

  private mutating func add(_ field: Field, _ value: String) {
    var text = value
    if text.hasPrefix("["), text.hasSuffix("]") {
      text = String(text.dropFirst().dropLast())
      for item in text.split(separator: ",") {
        let item = Self.unquoted(Self.trimmed(Array(item.utf8)[...]))
        if !item.isEmpty { values[field, default: []].append(item) }
      }
      return
    }
    text = Self.unquoted(text)
    if !text.isEmpty { values[field, default: []].append(text) }
  }

  /// A line "Key: value"; the field is nil when the key is not known.
  private static func pair(_ line: String) -> (Field?, String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].lowercased()
    guard key.utf8.count <= 24, !key.isEmpty else { return nil }
    let value = trimmed(Array(line[line.index(after: colon)...].utf8)[...])
    return (names[key], value)
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let text = trimmed(line)
    return text == "---" || text == "+++"
  }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
    line.allSatisfy(\.isASCIIWhitespace)
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> String {
    var folded = FoldedText()
    folded.append(line)
    return folded.string
  }

  private static func unquoted(_ text: String) -> String {
    for quote in ["\"", "'"] where text.utf8.count >= 2 && text.hasPrefix(quote) {
      if text.hasSuffix(quote) { return String(text.dropFirst().dropLast()) }
    }
    return text
  }

  private static let names: [String: Field] = {
    var table: [String: Field] = [:]
    for row in ListResource.rows(PackageResources.head_fields_tsv) where row.count == 2 {
      table[row[1]] = Field(rawValue: row[0])
    }
    return table
  }()
}
