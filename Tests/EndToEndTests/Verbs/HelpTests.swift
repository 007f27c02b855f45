import Testing

@Suite struct HelpTests {
  static let verbs = [
    "read", "analyse", "ingest", "topics", "stories", "entities", "statements", "events",
    "timeline", "copies",
    "search", "ask", "dossier", "serve", "export", "verify", "model", "doctor", "completions",
    "manual",
  ]

  @Test func `the help lists every command`() throws {
    let help = try Command("--help").succeed().output
    for verb in Self.verbs { #expect(help.contains("\n  \(verb) "), "\(verb) is missing") }
  }

  @Test(arguments: verbs)
  func `every command explains itself with an example`(verb: String) throws {
    let help = try Command(verb, "--help").succeed().output
    #expect(help.contains("usage: backgrounder \(verb)"))
    #expect(help.contains("examples:\n  "))
  }

  @Test(arguments: [
    [], ["fly"], ["topics"], ["topics", "--libary", "x"], ["ingest", "--library", "x"],
    ["dossier", "--library", "x"], ["search", "--library", "x"], ["ask", "--library", "x"],
    ["ask", "why"], ["verify"], ["export"],
    ["read"], ["completions", "csh"],
    ["topics", "--library"], ["topics", "--json=1", "--library", "x"],
  ])
  func `wrong usage ends with 2 and one line on standard error`(words: [String]) throws {
    let outcome = try Command(words).run()
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.errors.isEmpty)
    #expect(!outcome.errors.contains("Fatal error"))
  }

  @Test func `the version is one line`() throws {
    let version = try Command("--version").succeed()
    #expect(version.lines.count == 1)
    #expect(version.output.hasPrefix("backgrounder "))
  }

  @Test func `the manual page and the completions name every command`() throws {
    let manual = try Command("manual").succeed().output
    let texts = try ["bash", "zsh", "fish"].map { try Command("completions", $0).succeed().output }
    for verb in Self.verbs {
      #expect(manual.contains(".SS \(verb)"))
      for text in texts { #expect(text.contains(verb)) }
    }
  }

  @Test func `doctor finds what the program needs`() throws {
    let findings = try JSONLines(Command("doctor", "--json").succeed().output)
    #expect(try findings.texts("what").contains("SQLite"))
  }
}
