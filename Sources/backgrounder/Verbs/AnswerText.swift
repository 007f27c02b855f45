import Composition
import Engine
import NewsModel
import Primitives

/// Writes an answer for people.
struct AnswerText {
  let answer: Answer

  init(_ answer: Answer) {
    self.answer = answer
  }

  func write() {
    if let verdict = answer.verdict { Console.write(verdict ? "Yes." : "No.") }
    for finding in answer.findings {
      Console.write(finding.text.text)
      Console.write("    \(source(finding.citation))\(support(finding))")
    }
    guard !answer.isAnswered else { return }
    Console.write("Not in these articles (\(answer.searched) looked through).")
    guard !answer.nearest.isEmpty else { return }
    Console.write("Nearest, but no answer:")
    for finding in answer.nearest {
      Console.write("- \(finding.citation.exact)")
      Console.write("    \(source(finding.citation))")
    }
  }

  private func source(_ citation: Citation) -> String {
    let day = citation.published.map { $0.date.description } ?? "undated"
    return "\(citation.outlet), \(day): \(citation.title)"
  }

  private func support(_ finding: Answer.Finding) -> String {
    finding.originCount > 1 ? " (\(finding.originCount) origins say so)" : ""
  }
}
