import Foundation
import Testing

@Suite struct AskVerbTests {
  private static let question = "What did the Chinese foreign ministry say about the office?"

  @Test func `an answer is a cited sentence of an article, the same on every run`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let command = Command("ask", "--library", library, Self.question, "--json")
      let first = try command.succeed()
      #expect(try command.succeed().output == first.output)
      let answer = try #require(try JSONLines(first.output).objects.first)
      #expect(answer["question"] as? String == Self.question)
      #expect(answer["searched"] as? Int == 24)
      let listed = answer["answered"] as? Bool == true ? "citations" : "nearest"
      let cited = try #require((answer[listed] as? [[String: Any]])?.first)
      #expect((cited["text"] as? String)?.isEmpty == false)
      #expect((cited["range"] as? [Int])?.count == 2)
    }
  }

  @Test func `what no article tells is answered with silence and the number of articles`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let outcome = try Command(
        "ask", "--library", library, "Who painted the ceiling of the chapel in Norham?"
      ).succeed()
      #expect(outcome.output.contains("Not in these articles (24 looked through)"))
    }
  }

  @Test func `what is known over time answers before single sentences`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      func ask(_ question: String) throws -> [String: Any] {
        let outcome = try Command("ask", "--library", library, "--json", question).succeed()
        return try #require(try JSONLines(outcome.output).objects.first)
      }
      let against = try ask("Who is against NATO?")
      #expect(against["kind"] as? String == "against")
      #expect((against["text"] as? String)?.contains("China") == true)
      let stage = try ask("Where do things stand with the liaison office in Tokyo?")
      #expect((stage["text"] as? String)?.contains("shelved") == true)
      let next = try ask("What happens next with North Korea's soldiers in Russia?")
      #expect((next["text"] as? String)?.contains("28 October") == true)
    }
  }

  @Test func `given sentences are ranked, one line a question`() throws {
    try TemporaryFolder.with { folder in
      let line = """
        {"question":"Who closed the old lock?","candidates":[{"text":"Rain fell all week."},\
        {"text":"The harbour board closed the old lock."}]}
        """
      try folder.write("q.jsonl", Array((line + "\n\n" + line + "\n").utf8))
      let outcome = try Command("ask", "--candidates", folder.path("q.jsonl")).succeed()
      let rankings = try JSONLines(outcome.output).objects.map { $0["ranking"] as? [Int] }
      #expect(rankings == [[1, 0], [1, 0]])
    }
  }

  @Test func `a yes or no is given by sentences, and none without any`() throws {
    try TemporaryFolder.with { folder in
      let lines = """
        {"question":"Did the board close the lock?","snippets":["The board closed the lock."]}
        {"question":"Did the board close the lock?","snippets":[]}

        """
      try folder.write("q.jsonl", Array(lines.utf8))
      let outcome = try Command("ask", "--yesno", folder.path("q.jsonl")).succeed()
      let answers = try JSONLines(outcome.output).objects
      #expect(answers.count == 2)
      #expect(answers[1]["answer"] as? Bool == nil)
    }
  }

  @Test(arguments: ["{", "[]", "{\"question\":1}", "x"])
  func `a line of another form is named`(line: String) throws {
    try TemporaryFolder.with { folder in
      try folder.write("q.jsonl", Array(line.utf8))
      let outcome = try Command("ask", "--candidates", folder.path("q.jsonl")).run()
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("q.jsonl:1"))
    }
  }
}
