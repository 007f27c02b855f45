import Testing

@Suite struct HostileContentTests {
  /// What outlets that mean harm could write into any field.
  static let payloads = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)",
    "</title><script>alert(1)</script>", "<svg/onload=alert(1)>", "--><script>alert(1)</script>",
    "</span></p></article><iframe src=//evil.example>", "{{7*7}}${7*7}",
    "&lt;script&gt;&#60;b&#62;",
    "]]><script>alert(1)</script>", "\u{202E}txet desrever", "</script><script>alert(1)</script>",
  ]

  static let addresses = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:x",
    "https://x.example/\" onclick=\"alert(1)",
    "//evil.example/x", "file:///etc/passwd",
  ]

  @Test func `nothing that an article holds becomes code on a page`() throws {
    try TemporaryFolder.with { folder in
      let library = try Self.library(in: folder)
      let files = try RepetitionTests.export(library, in: folder, to: "site")
      #expect(files.keys.filter { $0.hasPrefix("articles/") }.count >= Self.payloads.count)
      for (name, bytes) in files where name.hasSuffix(".html") {
        Self.inspect(String(decoding: bytes, as: UTF8.self), name)
      }
    }
  }

  @Test(arguments: payloads)
  func `a question put to the search is shown as text`(payload: String) throws {
    try TemporaryFolder.with { folder in
      try RunningSite.with(library: try Self.library(in: folder)) { site in
        let hexadecimal = payload.utf8.map { byte in
          let digits = String(byte, radix: 16)
          return "%" + (digits.count == 1 ? "0" : "") + digits
        }
        let answer = try site.get("/search?q=" + hexadecimal.joined())
        #expect(answer.status == 200)
        Self.inspect(answer.text, payload)
      }
    }
  }

  @Test(arguments: payloads)
  func `an address that does not exist is not shown as markup`(payload: String) throws {
    try TemporaryFolder.with { folder in
      try RunningSite.with(library: try SampleLibrary.copy(to: folder)) { site in
        let target = payload.split(separator: " ").joined(separator: "%20")
        let answer = try site.get("/articles/" + target + ".html")
        #expect([400, 404].contains(answer.status))
        Self.inspect(answer.text, target)
      }
    }
  }

  @Test func `a hostile library still holds`() throws {
    try TemporaryFolder.with { folder in
      let library = try Self.library(in: folder)
      #expect(try Command("verify", "--library", library).run().status == 0)
      _ = try RepetitionTests.export(library, in: folder, to: "site")
      let run = try Command("verify", folder.path("site")).run()
      #expect(run.status == 0, "\(run.output.prefix(600))")
    }
  }

  /// Fails the test for every tag or attribute that only an attacker can have written.
  private static func inspect(_ page: String, _ name: String) {
    for tag in Markup(page).tags {
      #expect(!["iframe", "object", "embed", "base"].contains(tag.name), "\(tag.name) in \(name)")
      let source = tag.attributes.first { $0.name == "src" }?.value
      switch tag.name {
      case "script":
        // A block of data is no script: a browser does not run it.
        let isData = tag.attributes.contains { $0 == ("type", "application/ld+json") }
        #expect(isData || source?.contains("assets/") == true, "a script in \(name)")
      case "img": #expect(source != "x", "an image in \(name)")
      default: break
      }
      for (key, value) in tag.attributes {
        #expect(!key.hasPrefix("on"), "\(tag.name) \(key) in \(name)")
        guard ["href", "src", "action"].contains(key) else { continue }
        let plain = value.lowercased().filter { !$0.isWhitespace }
        for scheme in ["javascript:", "data:text", "vbscript:", "file:", "//evil"] {
          #expect(!plain.hasPrefix(scheme), "\(value) in \(name)")
        }
      }
    }
  }

  private static func library(in folder: TemporaryFolder) throws -> String {
    var lines = ""
    for (index, payload) in payloads.enumerated() {
      let address = addresses[index % addresses.count]
      lines += try NewsSample.line([
        "id": "hostile-\(index)\(payload)", "outlet": "Outlet \(index % 3)\(payload)",
        "title": "Mayor Ada Thornby mends the harbour \(payload)", "standfirst": payload,
        "byline": [payload], "section": payload, "published": "2024-03-\(10 + index)",
        "url": address, "rights": payload, "credits": [payload], "language": payload,
        "links": [["url": address, "title": payload, "rel": payload]],
        "text": """
        Mayor Ada Thornby said on Monday that the harbour of Norrowby \(payload) would be mended.
        "We asked for \(payload) two cranes," said Piet \(payload) Marlow, who speaks for the union.
        The harbour union denied that number \(index) was \(payload).
        """,
      ])
    }
    try folder.write("hostile.jsonl", lines)
    let library = folder.path("hostile.library")
    _ = try Command("ingest", "--library", library, folder.path("hostile.jsonl")).succeed()
    return library
  }
}
