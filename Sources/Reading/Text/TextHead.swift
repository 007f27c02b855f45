import NewsModel
import Primitives

/// Tells the lines before a text apart: section, headline, standfirst, byline, date.
struct TextHead {
  private(set) var section: String?
  private(set) var title: String?
  private(set) var standfirst: String?
  private(set) var byline: [String] = []
  private(set) var published: CivilTime?
  private(set) var modified: CivilTime?
  /// How many paragraphs the head takes.
  private(set) var length = 0

  /// Lines further down than this belong to no head.
  private static let longest = 8

  /// Reads the head of a text; `isRepeated` tells whether a line comes again as the label of others.
  init(_ paragraphs: [TextParagraph], hasTitle: Bool, isRepeated: (String) -> Bool) {
    length = Self.length(of: paragraphs, hasTitle: hasTitle)
    var lines: [TextParagraph] = []
    for paragraph in paragraphs[..<length] where !take(paragraph) { lines.append(paragraph) }
    assign(lines, hasTitle: hasTitle, isRepeated: isRepeated)
  }

  /// A head reaches to the last line with a name or a date, else to the first running text.
  private static func length(of paragraphs: [TextParagraph], hasTitle: Bool) -> Int {
    let start = paragraphs.prefix(longest)
    if let last = start.lastIndex(where: isMarked), last < paragraphs.count - 1 { return last + 1 }
    let first = hasTitle ? 0 : 1
    guard paragraphs.count > 1, hasTitle || isHeadline(paragraphs[0]) else { return 0 }
    let prose = start.dropFirst(first).firstIndex { $0.isProse } ?? min(first, paragraphs.count)
    return min(prose, first + 3)
  }

  /// A first line that is no headline: a paragraph that ends like one.
  private static func isHeadline(_ line: TextParagraph) -> Bool {
    if line.headingLevel != nil { return true }
    return line.text.utf8.count <= 220 && !(line.words >= 14 && line.text.utf8.last == 0x2E)
  }

  private static func isMarked(_ line: TextParagraph) -> Bool {
    isByline(line) || date(in: line) != nil || Furniture.kind(of: line.text.utf8) == .readingTime
  }

  private static func isByline(_ line: TextParagraph) -> Bool {
    let text = line.text
    guard text.utf8.count <= 120, line.words <= 14, !text.hasSuffix(".") else { return false }
    let opening = ["By ", "BY ", "by ", "Von ", "Par ", "Por "].first { text.hasPrefix($0) }
    guard let opening, !BylineText.names(text).isEmpty else { return false }
    let first = text.dropFirst(opening.count).unicodeScalars.first
    return first?.properties.isUppercase ?? false
  }

  /// The date of a line that says hardly more than it.
  private static func date(in line: TextParagraph) -> CivilTime? {
    guard line.text.utf8.count <= 90, line.words <= 12, line.headingLevel == nil,
      !line.text.hasSuffix(".") || line.words <= 6
    else { return nil }
    guard let date = DateText.parse(line.text) else { return nil }
    // A headline may name a day; a date line has figures and few other words.
    let letters = line.text.split(separator: " ").filter { word in
      word.utf8.count > 3 && word.utf8.allSatisfy(\.isASCIILetter)
        && DateWord.split(String(word))
          .allSatisfy { $0.month == nil }
    }
    return letters.count <= 3 ? date : nil
  }

  /// Takes a byline, a date or a reading time; false for other lines.
  private mutating func take(_ line: TextParagraph) -> Bool {
    if let date = Self.date(in: line) {
      let lower = line.text.lowercased()
      let isChange = ["updated", "modified", "changed"].contains { lower.contains($0) }
      if isChange { modified = modified ?? date } else { published = published ?? date }
      if Self.isByline(line) { byline += BylineText.names(line.text) }
      return true
    }
    if Self.isByline(line) {
      byline += BylineText.names(line.text)
      return true
    }
    switch Furniture.kind(of: line.text.utf8) {
    case .readingTime, .label: return true
    default: return false
    }
  }

  /// Names what is left: a short line before a longer one is the section.
  private mutating func assign(
    _ lines: [TextParagraph], hasTitle: Bool, isRepeated: (String) -> Bool
  ) {
    var lines = lines[...]
    if !hasTitle {
      if lines.count > 1, let first = lines.first, isSection(first, lines, isRepeated) {
        section = first.text
        lines = lines.dropFirst()
      }
      title = lines.popFirst()?.text
    }
    if !lines.isEmpty { standfirst = lines.map(\.text).joined(separator: " ") }
  }

  private func isSection(
    _ line: TextParagraph, _ lines: ArraySlice<TextParagraph>, _ isRepeated: (String) -> Bool
  ) -> Bool {
    if line.headingLevel == 1 { return false }
    let next = lines[lines.startIndex + 1]
    if next.headingLevel == 1 || isRepeated(line.text) { return true }
    return line.words <= 4 && !line.endsSentence && next.words >= 6 && !next.endsSentence
      && next.text.utf8.count <= 140
  }
}
