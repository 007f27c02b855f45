import NewsModel
import Primitives

/// Renders a dossier as Markdown with footnotes.
public struct DossierMarkdownRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// Renders all parts; the footnotes stand at the end.
  public func render(_ dossier: Dossier) -> String {
    var notes = MarkdownFootnotes()
    var blocks = ["# \(Markdown.escaped(dossier.name))"]
    for section in dossier.explainer {
      blocks.append("## \(section.heading)")
      blocks += section.blocks.map { explained($0, section.kind, &notes) }
    }
    if !dossier.questions.isEmpty {
      blocks.append("## Questions and answers")
      for question in dossier.questions {
        blocks.append("### \(Markdown.escaped(question.question))")
        blocks.append(notes.paragraph(question.answer.elements))
      }
    }
    if !dossier.tables.isEmpty { blocks.append("## Analysis") }
    for table in dossier.tables {
      blocks.append("### \(Markdown.escaped(table.title))")
      blocks.append(notes.text(table.finding))
      blocks.append(self.table(table, &notes))
    }
    if !dossier.graphics.isEmpty { blocks.append("## In pictures") }
    for graphic in dossier.graphics {
      blocks.append("### \(notes.text(graphic.title))")
      blocks.append(self.table(graphic.table, &notes))
    }
    blocks.append("## Sources")
    blocks.append(dossier.partNote.map { Markdown.escaped($0) } ?? "")
    blocks.append(dossier.sources.map(source).joined(separator: "\n"))
    blocks.append(notes.list)
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func explained(
    _ block: ExplainerSection.Block, _ kind: ExplainerSection.Kind,
    _ notes: inout MarkdownFootnotes
  ) -> String {
    guard let label = block.label else { return notes.paragraph(block.texts.elements) }
    let head = "**\(notes.text(label))**"
    if kind == .history || kind == .next {
      return "- \(head) \(notes.paragraph(block.texts.elements))"
    }
    return ([head, ""] + block.texts.map { "- \(notes.text($0))" }).joined(separator: "\n")
  }

  private func table(_ table: CitedTable, _ notes: inout MarkdownFootnotes) -> String {
    var lines = [
      row(table.columns.map(Markdown.escaped)), row(table.columns.map { _ in "---" }),
    ]
    for line in table.rows {
      var cells: [String] = []
      for cell in line.cells {
        switch cell {
        case .cited(let text): cells.append(notes.text(text))
        case .silence(let searched):
          cells.append("none found in \(NewspaperStyle.count(searched, "article"))")
        }
      }
      lines.append(row(cells))
    }
    return lines.joined(separator: "\n")
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private func source(_ source: DossierSource) -> String {
    var line = "- *\(Markdown.escaped(source.outlet))*"
    if let date = source.published?.date { line += ", \(NewspaperStyle.day(date))" }
    line += ": \(Markdown.escaped(source.title))"
    if source.isCopy {
      line += " (the same text as \(Markdown.escaped(source.originSource ?? "an earlier article")))"
    }
    return line
  }
}
