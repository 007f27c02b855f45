import Testing

@Suite struct UndatedSiteTests {
  @Test func `where no article has a date, no page shows one`() throws {
    try TemporaryFolder.with { folder in
      try folder.write(
        "lock.txt",
        Array(
          """
          Old lock to close

          The harbour board of Quay will close the old lock, chairwoman Ada Brandt said.
          """.utf8))
      let library = folder.path("a.library")
      _ = try Command("ingest", "--library", library, folder.path("lock.txt")).succeed()
      _ = try Command("export", "--library", library, folder.path("site")).succeed()
      for page in ["index.html", "about.html", "calendar.html", "topics.html"] {
        let text = try folder.text("site/\(page)")
        #expect(!text.contains("1970"), "\(page)")
        #expect(text.contains("Edition "), "\(page)")
      }
      #expect(try Command("verify", folder.path("site")).run().status == 0)
    }
  }
}
