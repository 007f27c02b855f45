import Testing

@Suite struct ServedSiteTests {
  @Test func `the server and the export give the same bytes`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let files = try RepetitionTests.export(library, in: folder, to: "site")
      try RunningSite.with(library: library) { site in
        // The search, the questions, the evidence and the page for what is missing are made for the export only.
        let own = ["search.html", "ask.html", "assets/search-index.js", "404.html"]
        let shared = files.filter { !own.contains($0.key) && !$0.key.hasPrefix("evidence/") }
        let differing = try shared.filter { name, bytes in
          let answer = try site.get("/\(name)")
          return answer.status != 200 || answer.body != bytes
        }
        #expect(differing.keys.sorted() == [])
      }
    }
  }

  @Test(arguments: [
    "/", "/index.html", "/topics.html", "/articles.html", "/entities.html", "/about.html",
    "/search", "/search?q=liaison+office", "/search?q=", "/search?q=%22%3Cb%3E",
    "/search?q=zyzzyva", "/ask", "/ask.html", "/ask?q=Who+spoke%3F", "/ask?q=%22%3Cb%3E",
  ])
  func `every kind of page is answered, and HEAD as GET without a body`(target: String) throws {
    try Self.withSite { site in
      let answer = try site.get(target)
      #expect(answer.status == 200)
      #expect(answer.header("content-type") == "text/html; charset=utf-8")
      #expect(answer.text.hasPrefix("<!DOCTYPE html>") || answer.text.hasPrefix("<!doctype html>"))
      let head = try site.head(target)
      #expect(head.status == 200)
      #expect(head.body.isEmpty)
      #expect(head.header("content-length") == "\(answer.body.count)")
    }
  }

  @Test(arguments: [
    "/nothing.html", "/topics/none.html", "/articles/none.html", "/articles/none-v2.html",
    "/entities/none.html", "/assets/none.css", "/..", "/../../etc/passwd",
    "/assets/../../../etc/passwd", "/assets/%2e%2e/%2e%2e/etc/passwd", "/assets/%2fetc%2fpasswd",
    "/articles/%00.html", "/articles/a-v99999999999999999999.html", "/%ff%fe", "/articles/",
    "//etc/passwd", "/index.html/", "/news.library",
  ])
  func `what is not there is answered as not found`(target: String) throws {
    try Self.withSite { site in
      let answer = try site.get(target)
      #expect([400, 404].contains(answer.status), "\(answer.status)")
      #expect(!answer.text.contains("root:"))
      #expect(try site.get("/").status == 200)
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "FLY"])
  func `a method that changes things is not allowed`(method: String) throws {
    try Self.withSite { site in
      let answer = try WebRequest(method: method, target: "/").send(to: site.port)
      #expect((400...501).contains(answer.status), "\(answer.status)")
      #expect(try site.get("/").status == 200)
    }
  }

  @Test func `a target of 100 kB is refused and the server lives on`() throws {
    try Self.withSite { site in
      let long = "/search?q=" + String(repeating: "a+", count: 50_000)
      // The server may close the connection instead of answering.
      if let answer = try? site.get(long) { #expect((200...431).contains(answer.status)) }
      let after = try site.get("/")
      #expect(after.status == 200)
    }
  }

  @Test func `pages come with the headers that keep foreign code out`() throws {
    try Self.withSite { site in
      let answer = try site.get("/")
      let policy = try #require(answer.header("content-security-policy"))
      #expect(policy.contains("default-src"))
      #expect(!policy.contains("unsafe-inline"))
      #expect(answer.header("x-content-type-options") == "nosniff")
      #expect(answer.header("referrer-policy") != nil)
    }
  }

  @Test func `every link inside the site leads to a page that is there`() throws {
    try TemporaryFolder.with { folder in
      let library = try SampleLibrary.copy(to: folder)
      let files = try RepetitionTests.export(library, in: folder, to: "site")
      var broken: Set<String> = []
      for (name, bytes) in files where name.hasSuffix(".html") {
        let page = Markup(String(decoding: bytes, as: UTF8.self))
        for link in page.links where !link.contains(":") && !link.hasPrefix("//") {
          let target = LinkTarget(link, from: name)
          guard let file = files[target.path] else {
            broken.insert("\(name) -> \(link)")
            continue
          }
          let text = String(decoding: file, as: UTF8.self)
          if let anchor = target.anchor, !text.contains("id=\"\(anchor)\"") {
            broken.insert("\(name) -> \(link)")
          }
        }
      }
      #expect(broken.sorted().prefix(20) == [])
    }
  }

  private static func withSite(_ body: (RunningSite) throws -> Void) throws {
    try TemporaryFolder.with { folder in
      try RunningSite.with(library: try SampleLibrary.copy(to: folder), body)
    }
  }
}
