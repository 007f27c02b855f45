import NewsModel
import Reading
import Testing

/// Who wrote a page's article.
struct PageBylineTests {
  private static let story =
    "<p>The harbour reopened on Monday after a winter of repairs, the port authority said.</p>"

  private func byline(_ body: String, head: String = "") throws -> [String] {
    let content = page(head: head, body: "<article>\(body)\(Self.story)</article>")
    return try #require(read(content, name: "p.html").first?.article).byline
  }

  @Test(arguments: [
    "<div class='byline'>By Ann Lee</div>",
    "<span class='post-author'><a href='/x'>Ann Lee</a></span>",
    "<p>Words: <a href='https://coast.example/authors/ann-lee/'>Ann Lee</a></p>",
    "<div class='about-author'><a rel='author' href='/a'>View all posts by Ann Lee</a></div>",
    "<span itemprop='author'>Ann Lee, PhD</span>",
  ]) func `the author that a page shows is taken`(markup: String) throws {
    #expect(try byline(markup) == ["Ann Lee"])
  }

  @Test func `a name is given once, and the point of Jr. is part of it`() throws {
    let head = """
      <meta name="author" content="Bob Moss Jr."><meta name="article:author" content="bob moss jr.">
      """
    #expect(try byline("", head: head) == ["Bob Moss Jr."])
  }

  @Test(arguments: ["No Author", "admin", "The Coast"]) func `nobody is no author`(
    name: String
  ) throws {
    let head = """
      <meta property="og:site_name" content="The Coast"><meta name="author" content="\(name)">
      """
    #expect(try byline("", head: head).isEmpty)
  }

  @Test func `a field with more of the names is believed over one with fewer`() throws {
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","author":{"name":"Ann Lee"}}</script>
      <meta name="author" content="Ann Lee, Bob O'Moss">
      """
    #expect(try byline("", head: head) == ["Ann Lee", "Bob O'Moss"])
    let others = "<meta name='author' content='Carl Foss, Dan Roe'>"
    let first = head.prefix { $0 != "\n" }
    #expect(try byline("", head: first + others) == ["Ann Lee"])
  }

  @Test func `a first name in the head is made whole by what the page shows`() throws {
    let head = "<meta name='author' content='Ann'>"
    #expect(try byline("<div class='byline'>By Ann Lee</div>", head: head) == ["Ann Lee"])
    #expect(try byline("<div class='byline'>By Bob Moss</div>", head: head) == ["Ann"])
  }

  @Test(arguments: [
    "coast.example, Springfield", "All posts →", "Picture © Coast", "Coast & Harbour",
  ])
  func `a publisher and a link are no author`(name: String) throws {
    let head = """
      <meta property="og:site_name" content="Coast & Harbour"><meta name="author" content="\(name)">
      """
    #expect(try byline("", head: head).isEmpty)
  }

  @Test func `who comments is no author`() throws {
    let comment = "<div class='comments'><span class='author'>Carl Foss</span></div>"
    #expect(try byline(comment).isEmpty)
  }
}
