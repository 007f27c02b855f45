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
    if let narration = answer.narration { write(narration) }
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
      Console.write("- \(finding.text.text)")
      Console.write("    \(source(finding.citation))")
    }
  }

  private func write(_ narration: Narration) {
    let prompt = "prompt \(narration.promptHash)"
    guard narration.text != nil else {
      let reason = narration.failure ?? ""
      Console.error("the words of \(narration.model) were not taken: \(reason) (\(prompt))")
      return
    }
    Console.write(narration.clauses.map { "\($0.text) [\($0.finding + 1)]" }.joined())
    Console.write(
      "    worded by \(narration.model) from the sentences below, each clause checked; \(prompt)")
  }

  private func source(_ citation: Citation) -> String {
    let day = citation.published.map { $0.date.description } ?? "undated"
    return "\(citation.outlet), \(day): \(citation.title)"
  }

  private func support(_ finding: Answer.Finding) -> String {
    finding.originCount > 1 ? " (\(finding.originCount) origins say so)" : ""
  }
}
