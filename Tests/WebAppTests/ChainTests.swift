import Composition
import Engine
import Foundation
import NewsModel
import Primitives
import Testing

@testable import WebApp

struct ChainTests {
  private let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture(hostile: true)
  }

  @Test func `every shown sentence leads to how we know it, and from there to its article`() throws
  {
    let paths = Set(try fixture.site.paths())
    for topic in try fixture.library.topics() {
      let dossier = try #require(try fixture.library.dossier(topic.id))
      let page = try fixture.markup(SiteLinks.path(topic: topic.id))
      for text in dossier.chained {
        let path = SiteLinks.path(chainOf: text.id, in: topic.id)
        #expect(paths.contains(path))
        let chain = try fixture.markup(path)
        #expect(chain.contains("id=\"s-\(text.id)\""))
        #expect(chain.contains(text.citations.first.passage.version.rawValue))
        #expect(
          chain.contains("#" + SiteLinks.anchor(sentenceAt: text.citations.first.sentence.start)))
      }
      #expect(dossier.chained.isEmpty || page.contains("How we know this"))
    }
  }

  @Test func `a sentence that no dossier shows has no chain`() throws {
    let topic = try #require(try fixture.library.topics().first)
    #expect(try fixture.site.page(at: "topics/\(topic.id)/s-000000000000.html") == nil)
    #expect(try fixture.site.page(at: "topics/none/s-000000000000.html") == nil)
  }
}

struct PageDataTests {
  private let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture(hostile: true)
  }

  @Test func `every page is there as JSON`() throws {
    for path in try fixture.site.paths() where path.hasSuffix(".html") {
      let isAnswer = ["search.html", "ask.html", "404.html"].contains(path)
      let page = try fixture.site.page(at: path.dropLast("html".count) + "json")
      #expect((page == nil) == isAnswer, "\(path)")
      guard let page else { continue }
      #expect(page.contentType == "application/json")
      #expect(throws: Never.self) {
        try CanonicalJSON.decode(JSONValue.self, from: page.body)
      }
    }
  }

  @Test func `feeds come in both forms, with the same articles`() throws {
    for path in try fixture.site.paths() where path.hasSuffix("feed.json") {
      let page = try #require(try fixture.site.page(at: path))
      #expect(page.contentType == "application/feed+json")
      let feed = try CanonicalJSON.decode([String: JSONValue].self, from: page.body)
      #expect(feed["version"] == "https://jsonfeed.org/version/1.1")
    }
    #expect(try fixture.markup("feed.json").contains("articles/tide-1.html"))
    #expect(try fixture.markup("changes.atom").contains("articles/tide-1.html"))
  }

  @Test func `a drawing as a file carries its colours and no link`() throws {
    for path in try fixture.site.paths() where path.hasSuffix(".svg") && path.hasPrefix("topics/") {
      let svg = try fixture.markup(path)
      #expect(svg.hasPrefix("<?xml"))
      #expect(svg.contains("<style>"))
      #expect(!svg.contains("<a "))
      #expect(!svg.contains("</a>"))
      #expect(svg.hasSuffix("</svg>\n"))
    }
  }

  @Test(.enabled(if: PictureTool.path != nil)) func `a drawing becomes a picture`() throws {
    let svg = Array(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 2\"><path d=\"M0 0h4v2z\"/></svg>"
        .utf8)
    let png = try #require(PictureTool.convert(svg, pixels: 40))
    #expect(png.starts(with: [0x89, 0x50, 0x4E, 0x47]))
    #expect(PictureTool.convert(Array("no drawing".utf8), pixels: 40) == nil)
  }
}

struct AccuracyTests {
  @Test func `the site claims no more than the floors hold`() throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    let file = try Data(contentsOf: folder.appendingPathComponent("Evaluation/floors.json"))
    let floors = try CanonicalJSON.decode([String: Floor].self, from: Array(file))
    try #require(!AccuracyTable.rows.isEmpty)
    for row in AccuracyTable.rows {
      let parts = row.task.split(separator: " ").map(String.init)
      let figure = try #require(floors[parts[0]]?.figures[parts[1]], "\(row.task)")
      let claimed = try #require(Double(row.figure))
      #expect(claimed <= (figure <= 1 ? figure * 100 : figure), "\(row.task)")
    }
  }

  private struct Floor: Decodable {
    let figures: [String: Double]
  }
}
