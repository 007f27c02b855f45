import NewsModel
import Primitives
import Testing

@testable import Composition

struct DataFormsTests {
  private func citation(url: String? = nil) throws -> Citation {
    let article = Article(
      id: ArticleID("a1"), url: url, outlet: "The Quay", title: "Ferries, \"late\"; again",
      published: CivilTime(iso8601: "2023-06-01"), text: "=SUM(A1) will be read out on Monday.")
    let text = UTF8Text(article.text)
    let filed = FiledArticle(
      version: try ArticleVersion(article, ordinal: 1),
      analysis: Analysis(sentences: [text.fullRange]), entities: [], origin: OriginID("a1"),
      isCopy: false, isCurrent: true, story: nil)
    return try #require(Citation(text.fullRange, of: filed))
  }

  // MARK: CSV

  @Test(arguments: [
    ("=1+2", "'=1+2"), ("+44 20", "'+44 20"), ("-3", "'-3"), ("@cmd", "'@cmd"),
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=A,\"B\"", "\"'=A,\"\"B\"\"\""), ("\t=1", "'\t=1"),
  ])
  func `a field cannot be taken for a formula nor end its column`(words: String, field: String) {
    #expect(TableCSV.field(words) == field)
  }

  @Test func `a table has its sources in the last column and says what was searched in vain`()
    throws
  {
    let text = CitedText(computed: "=SUM(A1)", citations: NonEmpty(try citation()))
    let table = CitedTable(
      id: "t", title: "T", finding: text, columns: ["Who", "What"],
      rows: [.init(cells: [.cited(text), .silence(searched: 3)])])
    #expect(
      TableCSV().render(table)
        == "Who,What,Sources\r\n'=SUM(A1),none found in three articles,a1 0..<36\r\n")
  }

  // MARK: iCalendar

  @Test func `lines are folded at 75 bytes without cutting a character`() {
    let line = "SUMMARY:" + String(repeating: "é", count: 100)
    let folded = EventCalendar.folded(line)
    let lines = folded.split(separator: "\r\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 75 })
    #expect(
      lines.enumerated().map { $0.offset == 0 ? $0.element : $0.element.dropFirst() }.joined()
        == line)
  }

  @Test func `an event is a whole day and its text cannot end a line`() throws {
    let text = CitedText(
      computed: "Ferries, piers;\nand\\or\r\nEND:VCALENDAR", citations: NonEmpty(try citation()))
    let day = try CivilTime.parsed("2023-06-05")
    let event = ComingEvent(first: day, last: day, date: "5 June 2023", text: text)
    let calendar = EventCalendar(name: "Ferries", stamp: try CivilTime.parsed("2023-06-02"))
      .render([event])
    #expect(calendar.contains("DTSTART;VALUE=DATE:20230605\r\nDTEND;VALUE=DATE:20230606\r\n"))
    #expect(calendar.contains("SUMMARY:Ferries\\, piers\\;\\nand\\\\or \\nEND:VCALENDAR\r\n"))
    #expect(calendar.split(separator: "\r\n").count { $0 == "END:VCALENDAR" } == 1)
  }

  @Test func `only a web address is given as the address of an event`() throws {
    let day = try CivilTime.parsed("2023-06-05")
    func calendar(_ url: String) throws -> String {
      let text = CitedText(computed: "It opens.", citations: NonEmpty(try citation(url: url)))
      return EventCalendar(name: "N", stamp: day).render([
        ComingEvent(first: day, last: day, date: "5 June 2023", text: text)
      ])
    }
    #expect(try calendar("https://quay.example/1").contains("URL:https://quay.example/1\r\n"))
    #expect(try !calendar("javascript:alert(1)").contains("URL:"))
    #expect(try !calendar("https://quay.example/\r\nATTACH:x").contains("ATTACH"))
  }

  // MARK: Atom

  @Test func `a headline cannot break out of its entry`() throws {
    let entry = AtomFeed.Entry(
      id: "a1", title: "<script>alert(1)</script>", updated: try CivilTime.parsed("2023-06-01"),
      address: "articles/a1.html\" onclick=\"x", author: "A & B")
    let feed = AtomFeed(
      id: "site", title: "T", updated: try CivilTime.parsed("2023-06-01T10:00:00Z"),
      address: "index.html"
    ).render([entry])
    #expect(!feed.contains("<script>"))
    #expect(!feed.contains("\" onclick"))
    #expect(feed.contains("<updated>2023-06-01T00:00:00Z</updated>"))
    #expect(feed.contains("<updated>2023-06-01T10:00:00Z</updated>"))
    #expect(feed.contains("<name>A &amp; B</name>"))
  }

  // MARK: JSON-LD

  @Test func `no text can end the block of linked data`() throws {
    var builder = EvidenceBuilder()
    builder.name = "</script><script>alert(1)</script>"
    builder.drafts = [
      EvidenceBuilder.Draft(
        "a", outlet: "</script>", published: "2023-06-01", title: "<!-- <script>",
        "Portmere council approved a harbour tunnel between the old piers for cyclists.")
    ]
    let dossier = DossierComposer().compose(try builder.build())
    let block = try LinkedData().render(dossier).markup
    #expect(block.hasPrefix("<script type=\"application/ld+json\">{"))
    #expect(block.components("<") == 3)
    #expect(block.contains("\"BackgroundNewsArticle\""))
  }
}

extension String {
  /// In how many pieces the separator cuts the text.
  fileprivate func components(_ separator: String) -> Int {
    split(separator: separator, omittingEmptySubsequences: false).count
  }
}
