import Testing

@Suite struct DecisionTests {
  /// Runs `body` on a library of the samples that it may change.
  private func withLibrary(_ body: (String, TemporaryFolder) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      try body(try SampleLibrary.copy(to: folder), folder)
    }
  }

  private func decide(_ library: String, _ words: String...) throws -> Command.Outcome {
    try Command(["decide", "--library", library, "--now", "2024-11-01"] + words).run()
  }

  private func count(_ library: String, _ entity: String) throws -> Int? {
    let run = try Command("entities", "--library", library, "--json").succeed()
    return try JSONLines(run.output).objects.first { $0["id"] as? String == entity }?[
      "articleCount"] as? Int
  }

  @Test func `a merge holds for good, is verified, and can be undone`() throws {
    try withLibrary { library, _ in
      let before = try count(library, "tokyo")
      #expect(try decide(library, "merge", "japan", "tokyo").status == 0)
      #expect(try count(library, "japan") == nil)
      #expect(try count(library, "tokyo") ?? 0 > before ?? 0)
      _ = try Command("verify", "--library", library).succeed()
      // New analysis and new articles change nothing of it.
      _ = try Command("ingest", "--library", library, SampleLibrary.articles).succeed()
      #expect(try count(library, "japan") == nil)
      #expect(try decide(library, "undo", "1").status == 0)
      #expect(try count(library, "tokyo") == before)
      #expect(try count(library, "japan") != nil)
    }
  }

  @Test func `a renamed topic is shown by its new name, its dossier too`() throws {
    try withLibrary { library, _ in
      let topics = try Command("topics", "--library", library, "--json").succeed()
      let topic = try #require(try JSONLines(topics.output).texts("id").first)
      #expect(try decide(library, "rename-topic", topic, "--name", "Desk's own name").status == 0)
      let dossier = try Command("dossier", "--library", library, topic).succeed()
      #expect(dossier.output.contains("Desk's own name"))
      _ = try Command("verify", "--library", library).succeed()
    }
  }

  @Test func `what is not in the library is refused, and the log stays as it was`() throws {
    try withLibrary { library, _ in
      #expect(try decide(library, "merge", "nobody", "tokyo").status == 1)
      #expect(try decide(library, "undo", "7").status == 1)
      #expect(try decide(library, "sing").status == 2)
      let log = try Command("decisions", "--library", library).succeed()
      #expect(log.output.isEmpty)
    }
  }
}
