import Testing

@Suite struct LibraryVerbTests {
  @Test func `ingest says what it did`() throws {
    try TemporaryFolder.with { folder in
      let library = folder.path("news.library")
      let run = try Command("ingest", "--library", library, SampleLibrary.articles).succeed()
      #expect(run.lines.first == "25 read, 25 added, 0 already there, 0 refused")
      #expect(run.output.contains("24 articles from "))
    }
  }

  @Test func `the agency's copies are found`() throws {
    let groups = try JSONLines(Self.json("copies")).objects.compactMap {
      $0["articles"] as? [String]
    }
    #expect(groups.count == 18)
    #expect(groups.filter { $0.count == 2 }.count == 6)
  }

  @Test func `several topics come out of the samples`() throws {
    let topics = try JSONLines(Self.json("topics"))
    #expect(topics.objects.count >= 3)
    #expect(Set(try topics.texts("id")).count == topics.objects.count)
  }

  @Test func `every article belongs to one story`() throws {
    let stories = try JSONLines(Self.json("stories")).objects.compactMap {
      $0["articles"] as? [String]
    }
    let articles = stories.flatMap { $0 }
    #expect(articles.count == 24)
    #expect(Set(articles).count == 24)
  }

  @Test func `people and organisations are found once each`() throws {
    let names = try JSONLines(Self.json("entities", "--limit", "60")).texts("name")
    for name in ["Jens Stoltenberg", "Fumio Kishida", "Yoon Suk-yeol", "Mark Rutte"] {
      #expect(names.filter { $0 == name }.count == 1, "\(name)")
    }
  }

  @Test func `statements can be asked for by speaker`() throws {
    let lines = try JSONLines(Self.json("statements", "--speaker", "Stoltenberg"))
    #expect(lines.objects.count > 10)
    #expect(try lines.texts("speaker").allSatisfy { $0.contains("Stoltenberg") })
    #expect(try lines.texts("content").allSatisfy { !$0.isEmpty })
  }

  @Test func `search finds sentences that hold the words`() throws {
    let hits = try JSONLines(Self.json("search", "airworthiness", "certificates")).objects
    #expect(!hits.isEmpty)
    for hit in hits {
      let citation = try #require(hit["citation"] as? [String: Any])
      #expect((citation["exact"] as? String)?.contains("airworthiness") == true)
    }
  }

  @Test func `search keeps to a speaker, an outlet and days`() throws {
    let said = try JSONLines(Self.json("search", "--speaker", "Stoltenberg", "NATO"))
    #expect(!said.objects.isEmpty)
    #expect(try said.texts("speaker").allSatisfy { $0 == "Jens Stoltenberg" })
    let days = try JSONLines(Self.json("search", "--from", "2024-01-01", "NATO")).objects
    let published = days.compactMap { ($0["citation"] as? [String: Any])?["published"] as? String }
    #expect(!published.isEmpty)
    #expect(published.allSatisfy { $0 >= "2024-01-01" })
    let articles = try JSONLines(Self.json("search", "--in", "articles", "NATO")).objects
    let names = articles.compactMap { ($0["citation"] as? [String: Any])?["article"] as? String }
    #expect(names.count > 3)
    #expect(Set(names).count == names.count)
  }

  @Test func `programmes come with their stages`() throws {
    let lines = try JSONLines(Self.json("programmes"))
    let office = try #require(
      lines.objects.first { ($0["name"] as? String)?.contains("liaison office") == true })
    #expect(office["stage"] as? String == "dropped")
    #expect((office["steps"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func `an entity has roles and relations, each cited`() throws {
    let line = try #require(JSONLines(Self.json("entity", "Stoltenberg")).objects.first)
    let roles = try #require(line["roles"] as? [[String: Any]])
    #expect(roles.contains { ($0["role"] as? String)?.lowercased() == "secretary general" })
    let relations = try #require(line["relations"] as? [[String: Any]])
    #expect(!relations.isEmpty)
    #expect(relations.allSatisfy { ($0["sentences"] as? [Any])?.isEmpty == false })
  }

  @Test func `positions are dated and cited`() throws {
    let lines = try JSONLines(Self.json("positions", "--holder", "China")).objects
    let position = try #require(lines.first)
    #expect(position["holder"] as? String == "china")
    let stances = try #require(position["stances"] as? [[String: Any]])
    #expect(stances.allSatisfy { $0["sentence"] != nil && $0["day"] is String })
  }

  @Test func `changes since a day are those of that day or later`() throws {
    let lines = try JSONLines(Self.json("changes", "--since", "2024-07-01")).objects
    #expect(!lines.isEmpty)
    for line in lines {
      let articles = try #require(line["articles"] as? [String])
      #expect(!articles.isEmpty || (line["corrections"] as? [Any])?.isEmpty == false)
    }
    let corrected = try JSONLines(Self.json("changes", "--since", "2022-01-01")).objects
    #expect(corrected.contains { ($0["corrections"] as? [Any])?.isEmpty == false })
    #expect(try JSONLines(Self.json("changes", "--since", "2030-01-01")).objects.isEmpty)
  }

  @Test func `search for words that nobody wrote says what was searched`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let outcome = try Command("search", "--library", library, "zyzzyva").run()
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("24 articles"))
    }
  }

  @Test(arguments: [
    "\"", "'; DROP TABLE version; --", "NEAR(", "*", "a OR", "-", "(((", "\u{0}", "é", "title:x",
    "{", "^nato", "nato AND NOT", "\"nato", "+",
  ])
  func `no query breaks the search`(query: String) throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      // A zero byte cannot be an argument: the process gets what stands before it.
      let outcome = try Command("search", "--library", library, "--", query).run()
      #expect(outcome.status == 0, "\(outcome.errors)")
    }
  }

  @Test(arguments: ["md", "html", "json"])
  func `a dossier is written in every format`(format: String) throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let topic = try #require(
        try JSONLines(Command("topics", "--library", library, "--json").succeed().output)
          .texts("id").first)
      let words = ["dossier", "--library", library, topic, "--format", format]
      let once = try Command(words).succeed().output
      #expect(once.utf8.count > 2000)
      #expect(once == (try Command(words).succeed().output))
    }
  }

  @Test func `an unknown topic is an error that says where the topics are`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let outcome = try Command("dossier", "--library", library, "lighthouse keepers").run()
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("backgrounder topics"))
    }
  }

  private static func json(_ verb: String, _ rest: String...) throws -> String {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      return try Command([verb, "--library", library, "--json"] + rest).succeed().output
    }
  }
}
