import NewsModel
import Primitives
import Reading
import Testing

struct PageReaderTests {
  @Test func `the text of a page is told from its furniture`() throws {
    let article = try #require(read(page(body: Self.story), name: "p.html").first?.article)
    #expect(
      article.text == """
        The harbour reopened on Monday after a winter of repairs, the port authority said.
        Ferries to the islands sail twice a day, and fares stay as they were last year.
        """)
  }

  @Test func `a headline with a script is text`() throws {
    let html = page(title: "Council &lt;script&gt;alert(1)&lt;/script&gt; votes", body: Self.story)
    let article = try #require(read(html, name: "p.html").first?.article)
    #expect(article.title == "Council <script>alert(1)</script> votes")
  }

  @Test func `a page without an article is refused`() throws {
    let html = page(body: "<ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li></ul>")
    let refusal = try #require(read(html, name: "p.html").first?.refusal)
    #expect(refusal.input == "p.html")
  }

  @Test func `what the head and the page say is taken, and related articles are links`() throws {
    let head = """
      <link rel="canonical" href="https://coast.example/2023/06/02/harbour">
      <meta property="og:site_name" content="The Coast">
      <script type="application/ld+json">{"@type":"NewsArticle","headline":"Harbour reopens",
      "datePublished":"2023-06-02T10:30:00+09:00","author":[{"name":"Ann Lee"}],}</script>
      """
    let body = """
      <article><h1>Harbour reopens</h1><p class="standfirst">The first ferry left at dawn with two
      full decks.</p><div class="article-body"><p>The harbour reopened on Monday after a winter of
      <a href="/repairs">repairs</a>, the port authority said.</p>
      <p>Additional reporting by Bob Moss</p></div></article>
      <div class="related"><h3>More from Coasts</h3><a href="../herring">What the herring quota
      means</a></div><p>© 2023 The Coast. All rights reserved.</p>
      """
    let outcome = read(page(head: head, body: body), name: "p.html").first
    let article = try #require(outcome?.article)
    #expect(article.title == "Harbour reopens")
    #expect(article.outlet == "The Coast")
    #expect(article.byline == ["Ann Lee"])
    #expect(article.published?.description == "2023-06-02T01:30:00Z")
    #expect(article.language == "en")
    #expect(article.credits == ["Additional reporting by Bob Moss"])
    #expect(
      article.text == """
        The first ferry left at dawn with two full decks.
        The harbour reopened on Monday after a winter of repairs, the port authority said.
        """)
    #expect(
      article.links == [
        ArticleLink(url: "https://coast.example/repairs", title: "repairs"),
        ArticleLink(
          url: "https://coast.example/2023/06/herring", title: "What the herring quota means",
          rel: "more from this section"),
      ])
  }

  @Test func `credits in a part that is no text and rights in the foot are kept`() throws {
    let body = """
      <article><h1>Harbour reopens</h1><div class="article-body"><p>The harbour reopened on Monday
      after a winter of repairs, the port authority said in a statement.</p>
      <p class="credits"><em>Reporting by Tidewire</em></p></div></article>
      <footer><ul><li><a href="/about">About us</a></li></ul><p>© 2023 The Coast</p></footer>
      """
    let article = try #require(read(page(body: body), name: "p.html").first?.article)
    #expect(article.credits == ["Reporting by Tidewire"])
    #expect(article.rights == "© 2023 The Coast")
    #expect(!article.text.contains("Tidewire"))
  }

  static let story = """
    <nav><a href="/">Home</a> <a href="/news">News of the day</a></nav>
    <div class="story-body"><p>The harbour reopened on Monday after a winter of repairs, the port
    authority said.</p><div class="newsletter-box"><p>Sign up for our morning letter today.</p></div>
    <p>Ferries to the islands sail twice a day, and fares stay as they were last year.</p></div>
    <div class="comments"><p>I took the first one and it was late, as ever, by an hour.</p></div>
    """
}

func page(title: String = "Harbour reopens", head: String = "", body: String) -> String {
  "<!DOCTYPE html><html lang=\"en\"><head><title>\(title)</title>\(head)</head><body>\(body)</body></html>"
}
