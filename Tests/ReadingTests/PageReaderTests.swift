import NewsModel
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
