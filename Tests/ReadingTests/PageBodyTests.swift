import NewsModel
import Primitives
import Reading
import Testing

/// Where the text of a page stands, and what in it is none.
struct PageBodyTests {
  private static let first =
    "The harbour reopened on Monday after a winter of repairs, the port authority said."
  private static let second =
    "Ferries to the islands sail twice a day, and fares stay as they were last year."

  private func text(_ body: String, head: String = "") throws -> String {
    try #require(read(page(head: head, body: body), name: "p.html").first?.article).text
  }

  @Test func `letters inside a number are no word`() throws {
    let body = """
      <div class="post-body"><p>\(Self.first)</p>
      <div id="outline-orgd7109ad"><p>\(Self.second)</p></div></div>
      """
    #expect(try text(body) == "\(Self.first)\n\(Self.second)")
  }

  @Test func `an anchor without an address that is left open makes no link of the text`() throws {
    let body = "<h2><a name='start'>The harbour</h2><p>\(Self.first)</p><p>\(Self.second)</p>"
    #expect(try text(body).hasSuffix("\(Self.first)\n\(Self.second)"))
  }

  @Test func `a body in several parts of one name is read whole`() throws {
    let part = "<div class='story-text'><p>\(Self.first) \(Self.second)</p></div>"
    let other = "<div class='story-text'><p>The crane on the quay comes back in May.</p></div>"
    let body = "<h1>Harbour reopens</h1><div><div>\(part)</div><div>\(other)</div></div>"
    #expect(try text(body).hasSuffix("comes back in May."))
  }

  @Test func `the text of a page for readers without scripts is read`() throws {
    let body = """
      <h1>Harbour reopens</h1><div itemprop="articleBody"><noscript><p>\(Self.first)</p>
      <p>\(Self.second)</p></noscript></div>
      """
    #expect(try text(body) == "\(Self.first)\n\(Self.second)")
  }

  @Test func `a page that shows nothing is read from its linked data`() throws {
    let head = """
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour reopens",
      "articleBody":"\(Self.first)\\n\\n\(Self.second)"}</script>
      """
    #expect(try text("<div id='app'></div>", head: head) == "\(Self.first)\n\(Self.second)")
  }

  @Test func `a line under a picture is a caption, whatever its box is named`() throws {
    let body = """
      <article><h1>Harbour reopens</h1><p>\(Self.first)</p>
      <div class="k7"><img src="q.jpg"><div>The north quay on Monday morning.</div></div>
      <p>Photo: Ann Lee</p><p>\(Self.second)</p><p>\(Self.first.dropLast()) again.</p>
      <p>\(Self.second.dropLast()) too.</p></article>
      """
    let article = try #require(read(page(body: body), name: "p.html").first?.article)
    #expect(!article.text.contains("north quay"))
    #expect(!article.text.contains("Ann Lee"))
    let captions = article.extra?["captions"]?.elements.compactMap(\.string)
    #expect(captions == ["The north quay on Monday morning.", "Photo: Ann Lee"])
  }

  @Test func `a line about the author closes no article`() throws {
    let head = "<meta name='author' content='Ann Lee'>"
    let body = """
      <article><h1>Harbour reopens</h1><p>\(Self.first)</p><p>\(Self.second)</p>
      <p>\(Self.first.dropLast()) again.</p><p>Ann Lee is a reporter for The Coast.</p></article>
      """
    let article = try #require(read(page(head: head, body: body), name: "p.html").first?.article)
    #expect(article.text.hasSuffix("again."))
    #expect(article.credits == ["Ann Lee is a reporter for The Coast."])
  }

  @Test func `a sidebar heavier than the article is no article`() throws {
    let story = (1...10).map { "<p>\(Self.first) It was day \($0) of the new timetable.</p>" }
    let aside = (1...10).map { "<p>\(Self.second) That is what summary \($0) says of it.</p>" }
    let body = """
      <div class="inner"><div class="story">\(story.joined())</div>
      <div class="sidebar_ar350">\(aside.joined())</div></div>
      """
    #expect(try !text(body).contains("summary"))
  }

  @Test func `a subheading between line breaks is text`() throws {
    let body = """
      <h1>Harbour reopens</h1><div>By Ann Lee<br><br>\(Self.first)<br><br><b>What it costs</b><br><br>
      \(Self.second)<br><br>Share it</div>
      """
    #expect(try text(body) == "\(Self.first)\nWhat it costs\n\(Self.second)")
  }

  @Test func `a long paragraph that ends in a plea is text`() throws {
    let plea = """
      \(Self.first) The crane on the north quay and two of the four pilot boats are still away, and you
      can sign up for alerts on the port's own site if you want to know when they are back.
      """
    #expect(try text("<article><p>\(plea)</p><p>\(Self.second)</p></article>").contains("alerts"))
  }
}
