import Engine
import Primitives

/// A file of yes/no questions with sentences, one JSON object a line.
struct SnippetFile {
  let path: String
  let showsFeatures: Bool

  private struct Line: Decodable {
    let question: String
    let snippets: [String]
  }

  private struct Judged: Encodable {
    let question: String
    let answer: Bool?
  }

  private struct Featured: Encodable {
    let question: String
    let features: [String: Double]
  }

  /// Writes a line for each question, in the order of the file.
  func judge() throws -> ExitStatus {
    let lines = try JSONLinesFile.lines(of: Line.self, at: path)
    let judge = SnippetJudge()
    for line in lines {
      let found = judge.judge(question: line.question, snippets: line.snippets)
      if showsFeatures {
        try Console.writeJSON(Featured(question: line.question, features: found.features))
      } else {
        try Console.writeJSON(Judged(question: line.question, answer: found.answer))
      }
    }
    return .done
  }
}
