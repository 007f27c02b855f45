import NewsModel
import Primitives

/// The footnotes of a Markdown document; a passage that is cited twice keeps its number.
struct MarkdownFootnotes {
  private var citations: [Citation] = []
  private var numbers: [Passage: Int] = [:]
  private var others: [Passage: [Citation]] = [:]

  /// Texts as one paragraph.
  mutating func paragraph(_ texts: [CitedText]) -> String {
    var parts: [String] = []
    for text in texts { parts.append(self.text(text)) }
    return parts.joined(separator: " ")
  }

  /// A text with its footnote marks.
  mutating func text(_ text: CitedText) -> String {
    var marks = ""
    for citation in text.citations { marks += "[^\(number(of: citation))]" }
    for other in text.corroborating
    where others[text.citations.first.passage]?.contains(other) != true {
      others[text.citations.first.passage, default: []].append(other)
    }
    let corrected = text.correction.map { " *[\(NewspaperStyle.correction($0))]*" } ?? ""
    return Markdown.escaped(text.text) + marks + corrected
  }

  /// The notes, one a line.
  var list: String {
    citations.enumerated().map { index, citation in
      "[^\(index + 1)]: " + note(citation)
    }
    .joined(separator: "\n")
  }

  private mutating func number(of citation: Citation) -> Int {
    if let known = numbers[citation.passage] { return known }
    citations.append(citation)
    numbers[citation.passage] = citations.count
    return citations.count
  }

  private func note(_ citation: Citation) -> String {
    var note = "*\(Markdown.escaped(citation.outlet))*"
    if let date = citation.published?.date { note += ", \(NewspaperStyle.day(date))" }
    note +=
      ", \(Markdown.escaped(citation.title)): \u{201C}\(Markdown.escaped(citation.exact))\u{201D}"
    if let correction = citation.correction {
      note += " (\(NewspaperStyle.correction(correction)))"
    } else if !citation.isCurrent {
      note += " (version since replaced)"
    }
    let same = others[citation.passage] ?? []
    let origins = Set((same + [citation]).map(\.origin)).count
    guard origins > 1 else { return note }
    let outlets = NewspaperStyle.list(same.map { Markdown.escaped($0.outlet) })
    let count = NewspaperStyle.countAtStart(origins, "origin")
    return note + " \(count) say the same; also \(outlets)."
  }
}
