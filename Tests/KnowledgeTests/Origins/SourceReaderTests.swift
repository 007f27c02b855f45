import NewsModel
import Testing

@testable import Knowledge

struct SourceReaderTests {
  private let reader = SourceReader(outlets: ["Quarry Wire", "Coast Star"])

  @Test(arguments: [
    ("TARN, June 2 (Reuters) - A ferry ran aground.", "Reuters"),
    ("TARN (AP) — A ferry ran aground.", "Associated Press"),
    ("Share this\nTARN, Friday (Quarry Wire) \u{2013} A ferry ran aground.", "Quarry Wire"),
    ("TARN (Northern Desk) - A ferry ran aground.", "Northern Desk"),
    ("Xinhua | Updated: 2024-03-01\nA ferry ran aground.", "Xinhua"),
    ("A ferry ran aground.\n(AFP)", "Agence France-Presse"),
    ("A ferry ran aground.\nReporting by Quarry Wire", "Quarry Wire"),
    ("The ferry (built 1990) - a proud ship - ran aground.", nil),
    ("TARN (1990) - A ferry ran aground.", nil),
    ("A ferry ran aground.", nil),
    ("", nil),
  ])
  func `a dateline or last line names the source`(text: String, source: String?) throws {
    #expect(reader.source(of: Article(outlet: "Coast Star", text: text)) == source)
  }

  @Test(arguments: [
    ("Reporting by Quarry Wire", "Quarry Wire"),
    ("Additional reporting by Quarry Wire", nil),
    ("With reporting by AFP", nil),
    ("Kyodo", "Kyodo"),
  ])
  func `a credit line names the source, additional reporting does not`(
    credit: String, source: String?
  ) throws {
    #expect(reader.source(of: Article(text: "A ferry.", credits: [credit])) == source)
  }

  @Test func `an agency as author is the source`() throws {
    let article = Article(outlet: "Coast Star", byline: ["Quarry Wire"], text: "A ferry.")
    #expect(reader.source(of: article) == "Quarry Wire")
  }

  @Test func `copies take the source that most of them name`() throws {
    let credits = [["Reporting by Quarry Wire"], [], ["Reporting by Quarry Wire"]]
    let articles = credits.enumerated().map { index, credits in
      Sample.article(
        "a\(index)", "Ferry", OriginLinkerTests.wire,
        outlet: index == 1 ? "Quarry Wire" : "Outlet \(index)", credits: credits)
    }
    #expect(try Organiser().organise(articles).origins.map(\.source) == ["Quarry Wire"])
  }

  @Test func `an origin nobody claims is its first outlet's`() throws {
    let origins = try Organiser().organise([Sample.article("a", nil, "Fog.", outlet: "Coast Star")])
    #expect(origins.origins.map(\.source) == ["Coast Star"])
  }
}
