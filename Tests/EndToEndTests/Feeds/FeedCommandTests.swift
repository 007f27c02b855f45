import Foundation
import TestSupport
import Testing

/// The commands for feeds, as a person types them, against a server of our own.
@Suite struct FeedCommandTests {
  /// A feed with one item that carries its text, one that leads to a page, and one that leads nowhere.
  private static func server() throws -> ScriptedServer {
    try ScriptedServer { path, head in
      let host = head.split(whereSeparator: \.isNewline).first { $0.hasPrefix("Host: ") }
      let base = "http://\(host?.dropFirst(6) ?? "")"
      switch path {
      case "/feed" where head.contains("If-None-Match: \"one\""): return .init("304 Not Modified")
      case "/feed":
        return .init(
          "200 OK", ["ETag: \"one\""], type: "application/rss+xml",
          """
          <rss version="2.0"><channel><title>Norrowby Courier</title><link>\(base)/</link>
          <item><title>Crane</title><link>\(base)/crane?utm_source=feed</link><guid>\(base)/?p=1</guid>
          <pubDate>Mon, 04 Mar 2024 10:00:00 GMT</pubDate><description>A crane is to be mended.</description></item>
          <item><title>Lost</title><link>\(base)/lost</link><description>A ferry was lost in the fog.</description></item>
          </channel></rss>
          """)
      case "/crane": return .init(type: "text/html; charset=utf-8", page)
      case "/":
        return .init(
          type: "text/html",
          "<html><head><link rel='alternate' type='application/rss+xml' href='/feed'></head></html>"
        )
      default: return .missing
      }
    }
  }

  private static let page: String = {
    let sentences = (1...6).map {
      "<p>The council of Norrowby will mend crane number \($0), Mayor Ada Thornby said on Monday.</p>"
    }
    return """
      <html><head><title>Crane is to be mended</title></head><body><article>
      <h1>Crane is to be mended</h1>\(sentences.joined())</article></body></html>
      """
  }()

  @Test func `feeds are registered, fetched, listed and taken out again`() throws {
    let server = try Self.server()
    try TemporaryFolder.with { folder in
      let library = folder.path("news.library")
      let refused = try Command("feeds", "--library", library, "add", server.url).run()
      #expect(refused.status == 3)
      #expect(refused.errors.contains("private address"))

      let added = try Command("feeds", "--library", library, "add", server.url, "--allow-private")
        .succeed()
      #expect(added.output.contains("added \(server.url)/feed"))

      let fetch = ["ingest", "--library", library, "--feeds", "--allow-private"]
      let first = try Command(fetch + ["--host-pause", "0"]).run()
      #expect(first.status == 3, "\(first.errors)")
      #expect(first.output.contains("2 versions filed, 1 as summaries"))
      #expect(first.errors.contains("\(server.url)/lost was answered with status 404"))

      let later = try Command(fetch + ["--now", "2099-01-01"]).succeed()
      #expect(later.output.contains("1 feeds fetched (1 unchanged)"))
      #expect(server.paths.count { $0.hasPrefix("/crane") } == 1)

      let listed = try Command("feeds", "--library", library, "--json").succeed()
      let line = try #require(try JSONLines(listed.output).objects.first)
      #expect(line["health"] as? String == "healthy")
      #expect(line["title"] as? String == "Norrowby Courier")
      #expect(line["filed"] as? Int == 1)
      #expect(line["summaries"] as? Int == 1)
      let shown = try Command("feeds", "--library", library, "show", "\(server.url)/feed").succeed()
      #expect(shown.output.contains("status 404"))
      #expect(try Command("verify", "--library", library).run().status == 0)

      let removed = try Command("feeds", "--library", library, "remove", "\(server.url)/feed")
        .succeed()
      #expect(removed.output.contains("removed"))
      #expect(try Command("feeds", "--library", library).succeed().output.isEmpty)
      #expect(try Command("search", "--library", library, "crane").succeed().lines.count > 1)
    }
  }

  @Test func `a list of feeds is registered, paused and resumed`() throws {
    try TemporaryFolder.with { folder in
      try folder.write(
        "feeds.opml",
        """
        <opml version="2.0"><body><outline text="Papers">
        <outline text="Courier" xmlUrl="https://courier.example/feed"/>
        <outline text="Lantern" xmlUrl="https://lantern.example/rss"/>
        <outline text="Broken" xmlUrl="file:///etc/passwd"/></outline></body></opml>
        """)
      let library = folder.path("news.library")
      let added = try Command("feeds", "--library", library, "add", folder.path("feeds.opml")).run()
      #expect(added.status == 3)
      #expect(added.lines.count == 2)
      #expect(added.errors.contains("file:///etc/passwd"))
      let url = "https://courier.example/feed"
      _ = try Command("feeds", "--library", library, "pause", url).succeed()
      #expect(try Command("feeds", "--library", library).succeed().output.hasPrefix("paused"))
      _ = try Command("feeds", "--library", library, "resume", url).succeed()
      #expect(try Command("feeds", "--library", library).succeed().output.hasPrefix("new"))
      #expect(
        try Command("feeds", "--library", library, "remove", "https://no.example/").run().status
          == 1)
    }
  }

  @Test(arguments: [
    ["feeds", "--library", "LIB", "fly"], ["feeds", "--library", "LIB", "add"],
    ["ingest", "--library", "LIB", "--feeds", "file.html"],
    ["ingest", "--library", "LIB", "--watch", "--every", "0"],
  ])
  func `wrong words are a usage error`(words: [String]) throws {
    try TemporaryFolder.with { folder in
      let words = words.map { $0 == "LIB" ? folder.path("news.library") : $0 }
      let outcome = try Command(words).run()
      #expect(outcome.status == 2)
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: [SIGTERM, SIGINT])
  func `a watch files what comes and ends cleanly at a signal`(signal: Int32) throws {
    let server = try Self.server()
    try TemporaryFolder.with { folder in
      let library = folder.path("news.library")
      _ = try Command("feeds", "--library", library, "add", "\(server.url)/feed", "--allow-private")
        .succeed()
      let process = Command.process([
        "ingest", "--library", library, "--watch", "--allow-private", "--host-pause", "0",
      ])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      while try filed(library) < 2, process.isRunning { usleep(50_000) }
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      #expect(process.terminationReason == .exit)
      #expect(process.terminationStatus == 0)
      #expect(try Command("verify", "--library", library).run().status == 0)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a watch that waits for a server that drips ends at a signal all the same`() throws {
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt"
        ? .missing : .init(raw: "HTTP/1.1 200 OK\r\n\r\n", endless: "x", pause: 0.1)
    }
    try TemporaryFolder.with { folder in
      try folder.write(
        "a.opml", "<opml><body><outline xmlUrl=\"\(server.url)/drip\"/></body></opml>")
      let library = folder.path("news.library")
      _ = try Command("feeds", "--library", library, "add", folder.path("a.opml")).succeed()
      let process = Command.process(["ingest", "--library", library, "--watch", "--allow-private"])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      while server.paths.isEmpty, process.isRunning { usleep(50_000) }
      let start = Date()
      kill(process.processIdentifier, SIGTERM)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      #expect(Date().timeIntervalSince(start) < 10)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a run that was killed while it followed items goes on where it stood`() throws {
    let server = try Self.server()
    try TemporaryFolder.with { folder in
      let library = folder.path("news.library")
      _ = try Command("feeds", "--library", library, "add", "\(server.url)/feed", "--allow-private")
        .succeed()
      let process = Command.process([
        "ingest", "--library", library, "--feeds", "--allow-private", "--host-pause", "30",
      ])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      while try waiting(library) == 0, process.isRunning { usleep(20_000) }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try filed(library) == 0)
      let run = try Command(
        "ingest", "--library", library, "--feeds", "--allow-private", "--host-pause", "0"
      ).run()
      #expect(run.output.contains("0 feeds fetched"))
      #expect(try filed(library) == 2)
      #expect(server.paths.count { $0 == "/feed" } == 2)
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `memory stays flat over thousands of fetches`() throws {
    let items = (1...5).map {
      "<item><title>Crane \($0)</title><guid>crane-\($0)</guid><description>Crane \($0) is to be mended by the council.</description></item>"
    }.joined()
    let feed = "<rss version='2.0'><channel><title>Cranes</title>\(items)</channel></rss>"
    let server = try ScriptedServer { path, _ in
      path == "/robots.txt" ? .missing : .init(type: "application/rss+xml", feed)
    }
    try TemporaryFolder.with { folder in
      let feeds = (1...100).map { "<outline xmlUrl=\"\(server.url)/feed?\($0)\"/>" }.joined()
      try folder.write("a.opml", "<opml><body>\(feeds)</body></opml>")
      let library = folder.path("news.library")
      _ = try Command("feeds", "--library", library, "add", folder.path("a.opml")).succeed()
      let process = Command.process([
        "ingest", "--library", library, "--watch", "--allow-private", "--host-pause", "0",
        "--every", "1",
      ])
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      defer {
        process.terminate()
        process.waitUntilExit()
      }
      while server.requests.count < 500, process.isRunning { usleep(50_000) }
      let early = try residentKilobytes(process)
      while server.requests.count < 2500, process.isRunning { usleep(50_000) }
      let late = try residentKilobytes(process)
      #expect(process.isRunning)
      #expect(late - early < 4096, "\(early) kB, then \(late) kB")
    }
  }

  private func residentKilobytes(_ process: Process) throws -> Int {
    let status = try String(
      contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
    return try #require(Int(line.filter(\.isNumber)))
  }

  private func filed(_ library: String) throws -> Int {
    let rows = try LibraryFile(library).rows("SELECT count(*) FROM version")
    return Int(rows[0][0]) ?? 0
  }

  private func waiting(_ library: String) throws -> Int {
    let rows = try LibraryFile(library).rows(
      "SELECT count(*) FROM feed_item WHERE state = 'waiting'")
    return Int(rows[0][0]) ?? 0
  }
}
