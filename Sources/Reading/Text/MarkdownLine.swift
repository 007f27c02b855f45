import Primitives

/// One line of Markdown: what it starts, and its words without the mark.
struct MarkdownLine {
  /// What the mark at the start of a line makes of it.
  enum Kind: Equatable {
    case blank, text, item, row, rule, fence, tableRule
    case heading(Int)
    case underline(Int)
  }

  let kind: Kind
  let text: String

  init(_ line: ArraySlice<UInt8>) {
    var rest = Self.trimmed(line)
    // A quotation is text of the article.
    while rest.first == UInt8(ascii: ">") { rest = Self.trimmed(rest.dropFirst()) }
    (kind, rest) = Self.kind(of: rest)
    text = String(decoding: rest, as: UTF8.self)
  }

  private static func kind(of line: ArraySlice<UInt8>) -> (Kind, ArraySlice<UInt8>) {
    guard let first = line.first else { return (.blank, line) }
    if line.starts(with: "```".utf8) || line.starts(with: "~~~".utf8) { return (.fence, []) }
    if first == UInt8(ascii: "#") { return heading(line) }
    if line.allSatisfy({ $0 == UInt8(ascii: "=") }) { return (.underline(1), []) }
    if line.allSatisfy({ $0 == UInt8(ascii: "-") }) {
      return (line.count >= 3 ? .underline(2) : .text, line.count >= 3 ? [] : line)
    }
    if isRule(line) { return (.rule, []) }
    if first == UInt8(ascii: "|") { return row(line) }
    if let item = item(line) { return (.item, item) }
    return (.text, line)
  }

  private static func heading(_ line: ArraySlice<UInt8>) -> (Kind, ArraySlice<UInt8>) {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = line.dropFirst(level)
    guard level <= 6, rest.isEmpty || rest.first?.isASCIIWhitespace == true else {
      return (.text, line)
    }
    var text = trimmed(rest)
    while text.last == UInt8(ascii: "#") { text = text.dropLast() }
    return (.heading(level), trimmed(text))
  }

  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let mark = line.first, "*_".utf8.contains(mark) else { return false }
    let marks = line.filter { !$0.isASCIIWhitespace }
    return marks.count >= 3 && marks.allSatisfy { $0 == mark }
  }

  /// The cells of a table's row, with tabs between them.
  private static func row(_ line: ArraySlice<UInt8>) -> (Kind, ArraySlice<UInt8>) {
    if line.allSatisfy({ "|-: ".utf8.contains($0) }) { return (.tableRule, []) }
    let cells = line.split(separator: UInt8(ascii: "|")).map(trimmed).filter { !$0.isEmpty }
    return (.row, Array(cells.joined(separator: [UInt8(ascii: "\t")]))[...])
  }

  /// The text of a list item; nil when the line is none.
  private static func item(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard let first = line.first else { return nil }
    if "-*+".utf8.contains(first), line.dropFirst().first == 0x20 {
      return trimmed(line.dropFirst(2))
    }
    let digits = line.prefix { $0.isASCIIDigit }
    let rest = line.dropFirst(digits.count)
    guard (1...3).contains(digits.count), let mark = rest.first, ".)".utf8.contains(mark),
      rest.dropFirst().first == 0x20
    else { return nil }
    return trimmed(rest.dropFirst(2))
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var slice = line
    while let first = slice.first, first.isASCIIWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isASCIIWhitespace { slice.removeLast() }
    return slice
  }
}
