import Foundation
import TestSupport
import Testing

/// What is seen of a sentence that the outlet took out or changed.
@Suite struct CorrectionTests {
  private static let kept =
    "The council of Norrowby will mend the crane, Mayor Ada Thornby said on Monday."
  private static let changed =
    "Thornby told reporters that the work would cost 100 crowns and take until the autumn."
  private static let instead =
    "Thornby told reporters that the work would cost 900 crowns and take until the winter."
  private static let removed =
    "\"We asked for four new cranes,\" said Piet Marlow, who speaks for the harbour union."

  private func article(_ text: [String], modified: String?) throws -> String {
    var fields: [String: Any] = [
      "url": "https://courier.example/crane", "outlet": "The Norrowby Courier",
      "title": "Crane in Norrowby is to be mended", "published": "2024-03-04T10:00:00Z",
      "text": text.joined(separator: "\n"),
    ]
    fields["modified"] = modified
    return try NewsSample.line(fields)
  }

  /// A library with the article as published, and then as corrected, under another of its addresses.
  private func library(in folder: TemporaryFolder) throws -> String {
    let library = folder.path("news.library")
    try folder.write("one.jsonl", article([Self.kept, Self.changed, Self.removed], modified: nil))
    _ = try Command("ingest", "--library", library, folder.path("one.jsonl")).succeed()
    let second = try article([Self.kept, Self.instead], modified: "2024-03-06T12:00:00Z")
      .replacing("courier.example\\/crane", with: "www.courier.example\\/crane\\/?utm_source=feed")
    try folder.write("two.jsonl", second)
    let run = try Command("ingest", "--library", library, folder.path("two.jsonl")).succeed()
    #expect(run.output.contains("1 articles from"))
    return library
  }

  private static let mark = "corrected on 6 March 2024: this sentence is no longer in the article"

  @Test func `statements on a sentence that is gone are marked`() throws {
    try TemporaryFolder.with { folder in
      let library = try library(in: folder)
      let listed = try Command("statements", "--library", library, "--json").succeed()
      let lines = try JSONLines(listed.output).objects
      func sentence(_ line: [String: Any]) -> String {
        (line["citation"] as? [String: Any])?["exact"] as? String ?? ""
      }
      func date(_ line: [String: Any]) -> String? {
        (line["correction"] as? [String: Any])?["on"] as? String
      }
      for words in [Self.changed, Self.removed] {
        let found = lines.filter { sentence($0) == words }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { date($0) == "2024-03-06T12:00:00Z" })
      }
      for words in [Self.kept, Self.instead] {
        let found = lines.filter { sentence($0) == words }
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0["correction"] == nil })
      }
      let marlow = try #require(lines.first { sentence($0) == Self.removed })
      #expect(marlow["speaker"] as? String == "Piet Marlow")
      let plain = try Command("statements", "--library", library).succeed()
      #expect(plain.lines.count { $0.contains("[\(Self.mark)]") } >= 2)
    }
  }

  @Test func `pages mark what is gone and show what was changed`() throws {
    try TemporaryFolder.with { folder in
      let library = try library(in: folder)
      _ = try Command("export", "--library", library, folder.path("site")).succeed()
      let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path("site/articles"))
      let old = try #require(pages.first { $0.hasSuffix("-v1.html") })
      let first = try folder.text("site/articles/\(old)")
      #expect(first.contains("This version has been replaced."))
      #expect(first.contains("Two sentences of it are no longer in the article"))
      #expect(first.components(separatedBy: "<span class=\"sent corrected\"").count == 3)
      #expect(first.contains("title=\"\(Self.mark)\""))
      let new = try #require(
        pages.first { $0.hasSuffix(".html") && !$0.contains("-v") && $0 != "index.html" })
      let second = try folder.text("site/articles/\(new)")
      #expect(!second.contains("sent corrected"))
      #expect(second.contains("<del>\(Self.changed)</del>"))
      #expect(second.contains("<ins>\(Self.instead)</ins>"))
      #expect(try Command("verify", folder.path("site")).run().status == 0)
      #expect(try Command("verify", "--library", library).run().status == 0)
    }
  }

  @Test func `a dossier marks the sentence that it shows from the version before`() throws {
    try TemporaryFolder.with { folder in
      let library = try library(in: folder)
      let topics = try Command("topics", "--library", library, "--json").succeed()
      let topic = try #require(try JSONLines(topics.output).texts("id").first)
      for format in ["html", "md"] {
        let dossier = try Command("dossier", "--library", library, topic, "--format", format)
          .succeed()
        #expect(dossier.output.contains("[\(Self.mark)]"), "\(format)")
      }
      let json = try Command("dossier", "--library", library, topic, "--format", "json").succeed()
      #expect(json.output.contains("\"correction\":{\"on\":\"2024-03-06T12:00:00Z\""))
    }
  }

  @Test func `the same text at another outlet is a copy and no version`() throws {
    try TemporaryFolder.with { folder in
      let library = try library(in: folder)
      let copy = try article([Self.kept, Self.instead], modified: nil)
        .replacing("courier.example", with: "lantern.example")
        .replacing("The Norrowby Courier", with: "The Lantern")
      try folder.write("copy.jsonl", copy)
      let run = try Command("ingest", "--library", library, folder.path("copy.jsonl")).succeed()
      #expect(run.output.contains("2 articles from 1 origins"))
    }
  }
}
