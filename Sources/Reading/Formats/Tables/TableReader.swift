import NewsModel
import Primitives

/// Reads a table of articles (CSV, RFC 4180, or tabs) as a stream; the first row names the columns.
///
/// A row that gives no article is refused as `path:row`; rows count from 1, the head included.
struct TableReader {
  private let limits: ReadingLimits
  private let name: String
  private var splitter: TableSplitter
  private var columns: TableColumns?
  private var isRefused = false
  private var rows = 0

  init(limits: ReadingLimits, name: String, isTabbed: Bool) {
    self.limits = limits
    self.name = name
    splitter = TableSplitter(limit: limits.articleBytes, separator: isTabbed ? 0x09 : nil)
  }

  /// Takes the next bytes of the table.
  mutating func take(_ bytes: [UInt8], each: (ReadOutcome) throws -> Void) rethrows {
    guard !isRefused else { return }
    for row in splitter.take(bytes) { try read(row, each: each) }
  }

  /// Reads a last row without a line feed; a table without a row is refused.
  mutating func finish(each: (ReadOutcome) throws -> Void) rethrows {
    guard !isRefused else { return }
    for row in splitter.finish() { try read(row, each: each) }
    if rows == 0, !isRefused { try each(.refused(Refusal(name, .empty))) }
  }

  private mutating func read(
    _ row: TableSplitter.Row, each: (ReadOutcome) throws -> Void
  ) rethrows {
    guard !isRefused, !row.isBlank else { return }
    if columns == nil {
      let found = TableColumns(row.fields.map(Self.text))
      columns = found
      if !found.hasText {
        isRefused = true
        try each(.refused(Refusal(name, .tableWithoutText(columns: found.list))))
      }
      return
    }
    rows += 1
    if let outcome = outcome(row) { try each(outcome) }
  }

  private func outcome(_ row: TableSplitter.Row) -> ReadOutcome? {
    let input = "\(name):\(row.number)"
    if row.isTooLong { return .refused(Refusal(input, .lineTooLong(limit: limits.articleBytes))) }
    if row.isUnclosed {
      return .refused(Refusal(input, .tableRow("opens a quotation mark that nothing closes")))
    }
    guard let columns else { return nil }
    do throws(ReadingFault) {
      return .article(try columns.article(row.fields.map(Self.text), file: name, limits: limits))
    } catch {
      return .refused(Refusal(input, error.reason))
    }
  }

  private static func text(_ field: [UInt8]) -> String {
    // Spreadsheets export windows-1252 as often as UTF-8.
    guard String(validating: field, as: UTF8.self) == nil else {
      return String(decoding: field.filter { $0 != 0 }, as: UTF8.self)
    }
    return String(decoding: Windows1252.decode(field).filter { $0 != 0 }, as: UTF8.self)
  }
}

/// Cuts a stream into rows and fields (RFC 4180), with bounded memory.
struct TableSplitter {
  /// One row.
  struct Row {
    let number: Int
    let fields: [[UInt8]]
    let isTooLong: Bool
    let isUnclosed: Bool

    var isBlank: Bool { !isTooLong && fields.count == 1 && fields[0].isEmpty }
  }

  private let limit: Int
  private var separator: UInt8?
  private var fields: [[UInt8]] = []
  private var field: [UInt8] = []
  private var size = 0
  private var isQuoted = false
  private var sawQuote = false
  private var number = 0
  private var isStart = true

  init(limit: Int, separator: UInt8?) {
    self.limit = limit
    self.separator = separator
  }

  /// The rows that the next bytes complete.
  mutating func take(_ bytes: [UInt8]) -> [Row] {
    var rows: [Row] = []
    var bytes = bytes[...]
    if isStart {
      isStart = false
      if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
      if separator == nil { separator = Self.guess(bytes) }
    }
    for byte in bytes {
      if let row = take(byte) { rows.append(row) }
    }
    return rows
  }

  /// The last row when it did not end with a line feed.
  mutating func finish() -> [Row] {
    guard size > 0 || !fields.isEmpty else { return [] }
    let isUnclosed = isQuoted && !sawQuote
    return [row(isUnclosed: isUnclosed)]
  }

  private mutating func take(_ byte: UInt8) -> Row? {
    size += 1
    if isQuoted, !sawQuote {
      if byte == UInt8(ascii: "\"") { sawQuote = true } else { append(byte) }
      return nil
    }
    switch byte {
    case UInt8(ascii: "\""):
      if sawQuote {
        sawQuote = false
        append(byte)
      } else if field.isEmpty {
        isQuoted = true
      } else {
        append(byte)
      }
    case separator: endField()
    case 0x0A: return row(isUnclosed: false)
    case 0x0D: break
    default: append(byte)
    }
    return nil
  }

  private mutating func append(_ byte: UInt8) {
    if size <= limit { field.append(byte) }
  }

  private mutating func endField() {
    fields.append(field)
    field = []
    isQuoted = false
    sawQuote = false
  }

  private mutating func row(isUnclosed: Bool) -> Row {
    endField()
    number += 1
    defer {
      fields = []
      size = 0
    }
    return Row(number: number, fields: fields, isTooLong: size > limit, isUnclosed: isUnclosed)
  }

  /// Comma, semicolon or tab: whichever the first line has most of.
  private static func guess(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    let line = bytes.prefix { $0 != 0x0A }
    let marks: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), 0x09]
    let counts = marks.map { mark in line.count { $0 == mark } }
    let most = counts.max() ?? 0
    return marks[counts.firstIndex(of: most) ?? 0]
  }
}
