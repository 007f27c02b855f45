import NewsModel
import Primitives
import Reading
import Testing

/// What a page says of its article, where the head and what is shown do not say it the same way.
struct PageHeadTests {
  private static let story =
    "<p>The harbour reopened on Monday after a winter of repairs, the port authority said.</p>"

  private func article(head: String = "", body: String) throws -> Article {
    let content = page(head: head, body: "<article>\(body)\(Self.story)</article>")
    return try #require(read(content, name: "p.html").first?.article)
  }

  private static func linked(_ fields: String) -> String {
    "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\(fields)}</script>"
  }

  @Test(arguments: [
    ("Local News | Harbour reopens after a winter of repairs", true),
    ("Harbour reopens after a winter of repairs", true),
    ("Harbour reopens", false),
  ]) func `a section in the heading is no part of the headline`(heading: String, isWhole: Bool)
    throws
  {
    let claim = "Harbour reopens after a winter of repairs"
    let head = "<meta property='og:title' content='\(claim)'>"
    let title = try article(head: head, body: "<h1>\(heading)</h1>").title
    #expect(title == (isWhole ? claim : heading))
  }

  @Test func `a date in the byline is found without a headline`() throws {
    let found = try article(body: "<div class='post-meta'>Posted on 2 June 2023</div>")
    #expect(found.published?.description == "2023-06-02")
  }

  @Test func `a change before the publication is none`() throws {
    let head = Self.linked(
      "\"datePublished\":\"2023-06-02T08:30:00Z\",\"dateModified\":\"2023-06-02T07:30:00Z\"")
    #expect(try article(head: head, body: "").modified == nil)
  }

  @Test(arguments: [
    ("\"articleSection\":\"Harbour, News\"", "Harbour"),
    ("\"articleSection\":[\"Harbour\",\"News\"]", "Harbour"),
    (
      "\"breadcrumb\":{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"name\":\"Home\"},"
        + "{\"item\":{\"name\":\"Region\"}}]}", "Region"
    ),
  ]) func `the section is one, or the page above`(fields: String, section: String) throws {
    #expect(try article(head: Self.linked(fields), body: "").section == section)
  }

  @Test func `a paragraph that is a date is no text`() throws {
    let text = try article(body: "<p>January 22, 2014</p>").text
    #expect(
      text == "The harbour reopened on Monday after a winter of repairs, the port authority said.")
  }

  @Test(arguments: [
    ("<p>A crane lifts the old gate out of the lock. Ann Lee/Getty Images</p>", false),
    ("<p>A crane lifts the old gate (Ann Lee via AP Photo)</p>", false),
    ("<p>The port bought its pictures from Getty Images.</p>", true),
    (
      "<p>Re. <a href='/x'>\u{201C}The gate was too dear\u{201D}</a>, page 8, January 13:</p>", true
    ),
    ("<p>Read more: <a href='/x'>The gate was too dear for the port.</a></p>", false),
  ]) func `captions and bare pointers are told from sentences`(markup: String, isText: Bool) throws
  {
    let lines = try article(body: Self.story + markup).text.split(separator: "\n")
    #expect(lines.count == (isText ? 3 : 2), "\(lines)")
  }

  @Test(arguments: [
    "<h1>Harbour reopens</h1><p>By Ann Lee</p>",
    "<h1>Harbour reopens</h1><div>June 2, 2023 by Ann Lee</div>",
    "<div class='byline'>By<span>Ann Lee</span><span>Friday</span></div>",
    "<div itemprop='author'>By <b itemprop='name'>Ann Lee</b><i>Reporter of the year</i></div>",
    "<div class='byline'><a>Ann Lee</a><span>Coast Staff</span></div>",
  ]) func `the author's name is cut from what stands around it`(markup: String) throws {
    #expect(try article(body: markup).byline == ["Ann Lee"])
  }

  @Test func `an address of mail is no outlet`() throws {
    let head = "<meta name='dc.publisher' content='Ann Lee ann@coast.example'>"
    #expect(try article(head: head, body: "").outlet == nil)
  }
}
