import Composition
import NewsModel
import Primitives

/// An answer as Markdown: each sentence with a footnote for each of its sources.
public struct AnswerMarkdown: Sendable {
  private let answer: Answer

  /// Prepares an answer.
  public init(_ answer: Answer) {
    self.answer = answer
  }

  /// The document.
  public var text: String {
    let shown = answer.isAnswered ? answer.findings : answer.nearest
    var blocks = ["# \(Markdown.escaped(answer.question))"]
    if let verdict = answer.verdict { blocks.append(verdict ? "**Yes.**" : "**No.**") }
    if let narration = answer.narration { blocks += told(narration) }
    if !answer.isAnswered {
      blocks.append("Not in these articles (\(answer.searched) looked through).")
      if !shown.isEmpty { blocks.append("Nearest, but no answer:") }
    }
    blocks += shown.enumerated().map { "\($0 + 1). \(sentence($1))[^\($0 + 1)]" }
    blocks += shown.enumerated().map { "[^\($0 + 1)]: \(sources($1))" }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func told(_ narration: Narration) -> [String] {
    let hash = narration.promptHash
    let model = Markdown.escaped(narration.model)
    guard narration.text != nil else {
      return [
        "*The words of \(model) were not taken: \(Markdown.escaped(narration.failure ?? "")). "
          + "Prompt SHA-256 \(hash).*"
      ]
    }
    let clauses = narration.clauses.map { "\(Markdown.escaped($0.text))[^\($0.finding + 1)]" }
    return [
      clauses.joined(),
      "*Worded by \(model) from the sentences below, each clause checked against its sentence. "
        + "Prompt SHA-256 \(hash).*",
    ]
  }

  private func sentence(_ finding: Answer.Finding) -> String {
    Markdown.escaped(answer.isAnswered ? finding.text.text : finding.citation.exact)
  }

  private func sources(_ finding: Answer.Finding) -> String {
    (finding.text.citations.elements + finding.text.corroborating).map { citation in
      let day = citation.published.map { $0.date.description } ?? "undated"
      return "*\(Markdown.escaped(citation.outlet))*, \(day), \(Markdown.escaped(citation.title)): "
        + "\u{201C}\(Markdown.escaped(citation.exact))\u{201D}"
    }.joined(separator: "; ")
  }
}
