import Foundation
import Primitives
import TestSupport
import Testing

/// `ask` and `serve` with a narrator: a server on loopback that repeats the sentences that it is sent, as a test wants them.
struct NarratorOptionTests {
  private static let question = "Who is against the liaison office?"

  /// A chat endpoint that writes each sentence it is sent, changed by `change`, with its number behind it.
  private func model(_ change: @escaping @Sendable (String) -> String) throws -> ScriptedServer {
    try ScriptedServer { _, request in
      guard let body = request.split(separator: "\r\n\r\n", maxSplits: 1).last,
        let sent = try? JSONParser.parse(Array(body.utf8)),
        case .array(let messages)? = sent["messages"], let text = messages.last?["content"]?.string
      else { return .init("400 Bad Request") }
      let told = text.split(separator: "\n").map { line in
        let end = line.firstIndex(of: " ") ?? line.endIndex
        return change(String(line[end...].dropFirst())) + " " + line[..<end]
      }
      let answer: JSONValue = [
        "choices": [["message": ["content": .string(told.joined(separator: " "))]]]
      ]
      return .init("200 OK", body: (try? CanonicalJSON.encode(answer)) ?? [])
    }
  }

  private func options(_ server: ScriptedServer) -> [String] {
    ["--narrator", "\(server.url)/v1", "--narrator-model", "small <b>one</b>"]
  }

  private func ask(_ library: String, _ options: [String]) throws -> [String: Any] {
    let outcome = try Command(
      ["ask", "--library", library, "--json", Self.question] + options
    ).succeed()
    return try #require(try JSONLines(outcome.output).objects.first)
  }

  @Test func `an honest model words an answer, and all else stays as it is without one`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let server = try model { $0.filter { !"[]".contains($0) } }
      var narrated = try ask(library, options(server))
      let told = try #require(narrated.removeValue(forKey: "narration") as? [String: Any])
      #expect(told["model"] as? String == "small <b>one</b>")
      #expect((told["prompt"] as? String)?.count == 64)
      #expect((told["text"] as? String)?.isEmpty == false)
      let clauses = try #require(told["clauses"] as? [[String: Any]])
      #expect(clauses.allSatisfy { $0["narrated"] as? Bool == true })
      #expect(NSDictionary(dictionary: narrated) == NSDictionary(dictionary: try ask(library, [])))
      let text = try Command(
        ["ask", "--library", library, Self.question, "--markdown"] + options(server)
      ).succeed().output
      #expect(text.contains("Worded by small \\<b\\>one\\</b\\>"))
    }
  }

  @Test func `a lying model changes no word of an answer`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let server = try model { "Nobody said that " + $0 + "<script>alert(1)</script>" }
      let told = try #require(try ask(library, options(server))["narration"] as? [String: Any])
      #expect(told["text"] == nil)
      #expect((told["failure"] as? String)?.contains("no clause") == true)
    }
  }

  @Test func `the page says that it is narrated, by whom and from what`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let server = try model { $0 }
      let target = "/ask.html?q=Who%20is%20against%20the%20liaison%20office%3F"
      let narrated = try RunningSite.with(library: library, options: options(server)) { site in
        String(decoding: try site.get(target).body, as: UTF8.self)
      }
      #expect(narrated.contains("Worded by the language model small &lt;b&gt;one&lt;/b&gt;"))
      let plain = try RunningSite.with(library: library) { site in
        String(decoding: try site.get(target).body, as: UTF8.self)
      }
      #expect(!plain.contains("language model"))
      let start = try #require(narrated.range(of: "<section class=\"narration\""))
      let end = try #require(
        narrated.range(of: "</section>\n", range: start.lowerBound..<narrated.endIndex))
      #expect(
        narrated.replacingCharacters(in: start.lowerBound..<end.upperBound, with: "") == plain)
    }
  }

  @Test func `a model without an endpoint, and an endpoint that is none, are refused`() throws {
    for options in [
      ["--narrator-model", "m"], ["--narrator", "http://127.0.0.1:1/v1"],
      ["--narrator", "file:///etc/passwd", "--narrator-model", "m"],
    ] {
      let outcome = try Command(["ask", "--library", "none", "Who?"] + options).run()
      #expect(outcome.status == 2)
    }
  }
}
