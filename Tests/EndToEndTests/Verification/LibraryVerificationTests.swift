import Testing

@Suite struct LibraryVerificationTests {
  /// A sentence of the samples that a dossier can cite.
  private static let sentence = "A decision on such an office needs the consent of all 31 members."

  @Test func `an untouched library holds`() throws {
    try TemporaryFolder.with { folder in
      let run = try Command("verify", "--library", try SampleLibrary.copy(to: folder)).succeed()
      #expect(run.output.contains("everything holds"))
    }
  }

  @Test(arguments: [
    ("consent", "consenT"), ("31 members", "30 members"), ("Stoltenberg told", "Stoltenburg told"),
    ("still on the table", "still on the tables"), ("did not mention", "did     mention"),
  ])
  func `a changed byte in a stored article is found and its sentence is named`(
    old: String, new: String
  ) throws {
    let run = try Self.verify { file in
      try file.rows("UPDATE version SET text = replace(unpacked(text), '\(old)', '\(new)')")
      // One article or its copies hold the words; the update says nothing of how many it changed.
      try #require(!file.rows("SELECT 1 FROM version WHERE unpacked(text) LIKE '%\(new)%'").isEmpty)
    }
    #expect(run.status == 1)
    #expect(run.lines.contains { $0.contains(new) }, "\(run.output.prefix(2000))")
  }

  @Test func `a changed headline is found`() throws {
    let run = try Self.verify { file in
      try file.rows("UPDATE version SET head = replace(head, 'stands alone', 'stood alone')")
      try file.rows("UPDATE version SET title = replace(title, 'stands alone', 'stood alone')")
    }
    #expect(run.status == 1)
  }

  @Test func `a changed passage of an analysis is found`() throws {
    let run = try Self.verify { file in
      try file.rows(
        """
        UPDATE version SET analysis = json_set(unpacked(analysis), '$.statements[0].content[0][1]',
          json_extract(unpacked(analysis), '$.statements[0].content[0][1]') - 1) WHERE seq = 1
        """)
    }
    #expect(run.status == 1)
    #expect(run.output.contains("analysis"))
  }

  @Test func `a changed passage of a kept sentence is found`() throws {
    let run = try Self.verify { file in
      try file.rows("UPDATE sentence SET \"end\" = \"end\" - 1 WHERE seq = 5")
    }
    #expect(run.status == 1)
  }

  @Test(arguments: [
    "UPDATE filing SET is_copy = 1 - is_copy",
    "DELETE FROM topic WHERE id = (SELECT min(id) FROM topic)",
    "UPDATE version SET is_current = 1 - is_current", "UPDATE version SET ordinal = ordinal + 1",
    "UPDATE meta SET value = '2001-01-01' WHERE key = 'clock'",
  ])
  func `whatever else is changed in a library is found`(sql: String) throws {
    let run = try Self.verify { try $0.rows(sql) }
    #expect(run.status == 1, "\(sql): \(run.output)")
  }

  /// Columns and tables that repeat what the articles give, for quick answers.
  @Test(arguments: [
    "DELETE FROM sentence WHERE seq = 3", "DELETE FROM filing WHERE version = 1",
    "DELETE FROM entity_mention WHERE version = 1", "DELETE FROM topic_story",
    "UPDATE version SET published = '2019-01-01'", "UPDATE version SET outlet = 'The Moon'",
    "UPDATE version SET title = 'Nothing happened'", "DELETE FROM statement WHERE place = 0",
    "UPDATE statement SET speaker = (SELECT max(speaker) FROM statement)",
  ])
  func `what is repeated for quick answers is checked as well`(sql: String) throws {
    let run = try Self.verify { try $0.rows(sql) }
    #expect(run.status == 1, "\(sql): \(run.output)")
  }

  private static func verify(
    afterChange change: (LibraryFile) throws -> Void
  ) throws -> Command.Outcome {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      try change(LibraryFile(library))
      return try Command("verify", "--library", library).run()
    }
  }
}
