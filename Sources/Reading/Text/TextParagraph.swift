import Primitives

/// A paragraph of a text file.
struct TextParagraph {
  /// The words, white space folded.
  let text: String
  /// Whether a blank line stands before it.
  let followsBlank: Bool
  /// Whether Markdown makes it a heading, and of which level.
  var headingLevel: Int? = nil
  /// Links in it, as Markdown writes them.
  var links: [(title: String, url: String)] = []

  var words: Int { text.split(separator: " ").count }
  var endsSentence: Bool { SentenceEnd.closes(text.utf8) }

  /// Whether it reads like running text rather than like a line of a head or list.
  var isProse: Bool { text.utf8.count >= 140 || (endsSentence && words >= 4) }
}

/// Cuts a text file into paragraphs.
enum TextParagraphs {
  /// The paragraphs: lines, or groups of lines in a file that is wrapped at a column.
  static func split(_ bytes: [UInt8]) -> [TextParagraph] {
    let groups = lineGroups(bytes)
    let isWrapped = isHardWrapped(groups)
    var paragraphs: [TextParagraph] = []
    for group in groups {
      if isWrapped {
        paragraphs.append(TextParagraph(text: group.joined(separator: " "), followsBlank: true))
      } else {
        for (index, line) in group.enumerated() {
          paragraphs.append(TextParagraph(text: line, followsBlank: index == 0))
        }
      }
    }
    return paragraphs
  }

  /// Groups of lines between blank lines, each line folded.
  static func lineGroups(_ bytes: [UInt8]) -> [[String]] {
    var groups: [[String]] = []
    var group: [String] = []
    for line in lines(bytes) {
      var folded = FoldedText()
      folded.append(line)
      if folded.isEmpty {
        if !group.isEmpty { groups.append(group) }
        group = []
      } else {
        group.append(folded.string)
      }
    }
    if !group.isEmpty { groups.append(group) }
    return groups
  }

  /// Lines by line feed, carriage return or both.
  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      guard bytes[index] == 0x0A || bytes[index] == 0x0D else {
        index += 1
        continue
      }
      lines.append(bytes[start..<index])
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      index += isPair ? 2 : 1
      start = index
    }
    lines.append(bytes[start...])
    return lines
  }

  /// Whether lines break where the next word would have passed a margin.
  ///
  /// Mail and old agency files wrap at 60 to 100 columns; four lines in five must end so that the
  /// first word of the next would not have fitted.
  private static func isHardWrapped(_ groups: [[String]]) -> Bool {
    let margin = groups.joined().map(\.utf8.count).max() ?? 0
    guard (40...100).contains(margin) else { return false }
    var (inner, full) = (0, 0)
    for group in groups {
      for (line, next) in zip(group, group.dropFirst()) {
        inner += 1
        let word = next.utf8.prefix { $0 != 0x20 }.count
        if line.utf8.count + 1 + word >= margin - 3 { full += 1 }
      }
    }
    return inner >= 3 && full * 5 >= inner * 4
  }
}
