import Testing

@Suite struct SiteVerificationTests {
  @Test func `an untouched site holds`() throws {
    try TemporaryFolder.with { folder in
      let site = try Self.site(in: folder)
      #expect(try Command("verify", site).succeed().output.contains("everything holds"))
    }
  }

  @Test(arguments: ["topics/", "articles/"])
  func `a changed letter in a sentence of a page is found and the sentence is named`(
    pages: String
  ) throws {
    try TemporaryFolder.with { folder in
      let site = try Self.site(in: folder)
      let files = try folder.files("site").filter {
        $0.key.hasPrefix(pages) && $0.key.hasSuffix(".html")
      }
      let page = try #require(files.keys.sorted().first)
      let text = String(decoding: files[page] ?? [], as: UTF8.self)
      let changed = try #require(Self.changingASentence(in: text))
      try folder.write("site/\(page)", changed.page)
      let run = try Command("verify", site).run()
      #expect(run.status == 1)
      #expect(
        run.output.contains(changed.words), "\(changed.words) not in \(run.output.prefix(900))")
    }
  }

  @Test func `a page that is missing is found`() throws {
    try TemporaryFolder.with { folder in
      _ = try Self.site(in: folder)
      let article = try #require(
        try folder.files("site").keys.sorted().first { $0.hasPrefix("articles/") })
      _ = try Shell("rm \"$0\"", folder.path("site/\(article)")).run()
      let run = try Command("verify", folder.path("site")).run()
      #expect(run.status == 1)
      #expect(run.output.contains(article))
    }
  }

  @Test(arguments: ["", "nothing", "in"])
  func `a folder that holds no site is an error`(name: String) throws {
    try TemporaryFolder.with { folder in
      try folder.write("in/a.txt", "Not a site.")
      let run = try Command("verify", folder.path(name)).run()
      #expect(run.status == 1)
      #expect(!run.output.contains("everything holds"))
    }
  }

  private static func site(in folder: TemporaryFolder) throws -> String {
    let library = try SampleLibrary.copy(to: folder)
    _ = try Command("export", "--library", library, folder.path("site")).succeed()
    return folder.path("site")
  }

  /// The page with one letter changed in a sentence that carries evidence, and words of that sentence.
  private static func changingASentence(in page: String) -> (page: String, words: String)? {
    for mark in ["class=\"s\"", "class=\"sent\""] {
      for found in page.ranges(of: mark) {
        guard let open = page[found.upperBound...].firstIndex(of: ">") else { continue }
        let start = page.index(after: open)
        let words = page[start...].prefix { $0 != "<" && $0 != "&" }
        guard words.count > 20 else { continue }
        let changed = words.prefix(10) + "Q" + words.dropFirst(11)
        let whole = String(page[..<start]) + changed + page[words.endIndex...]
        return (whole, String(words.dropFirst(11).prefix(9)))
      }
    }
    return nil
  }
}
