import NewsModel
import Primitives
import Reading
import Testing

struct FeedTests {
  @Test func `an item of RSS is an article with what the feed says of all`() throws {
    let article = try #require(
      read(
        rss(
          """
          <item><title>Harbour &amp; ferries</title><link>/news/harbour</link>
          <description>&lt;p&gt;The harbour is open.&lt;/p&gt;&lt;p&gt;Ferries
          &lt;a href="/timetable"&gt;sail&lt;/a&gt; again.&lt;/p&gt;</description>
          <pubDate>Fri, 02 Jun 2023 10:30:00 +0200</pubDate><category>Local</category>
          <dc:creator>Ann Lee</dc:creator><guid isPermaLink="false">h-1</guid>
          <slash:comments xmlns:slash="urn:s">7</slash:comments></item>
          """), name: "feed.xml"
      ).first?.article)
    #expect(article.title == "Harbour & ferries")
    #expect(article.text == "The harbour is open.\nFerries sail again.")
    #expect(article.url == "https://example.org/news/harbour")
    #expect(article.links.map(\.url) == ["https://example.org/timetable"])
    #expect(article.published == CivilTime(iso8601: "2023-06-02T08:30:00Z"))
    #expect(article.byline == ["Ann Lee"])
    #expect(article.section == "Local")
    #expect(article.outlet == "Example Post")
    #expect(article.rights == "Example Post Ltd")
    #expect(article.language == "en-gb")
    #expect(article.extra?["id"]?.string == "h-1")
    #expect(article.extra?["slash:comments"]?.string == "7")
  }

  @Test func `an entry of Atom keeps its dates, person and text`() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://example.org/a/">
      <title>Example Post</title><entry><title type="html">Rain &lt;b>ends&lt;/b></title>
      <link rel="alternate" href="rain"/><id>tag:example.org,2023:1</id>
      <published>2023-06-02T08:30:00Z</published><updated>2023-06-03T08:30:00Z</updated>
      <author><name>Bob Moss</name><email>bob@example.org</email></author>
      <summary>It stopped raining.</summary><content type="xhtml"><div
      xmlns="http://www.w3.org/1999/xhtml"><p>It stopped.</p><p>Roads <em>dry</em>.</p></div></content>
      </entry></feed>
      """
    let article = try #require(read(feed, name: "feed.atom").first?.article)
    #expect(article.title == "Rain ends")
    #expect(article.text == "It stopped.\nRoads dry.")
    #expect(article.standfirst == "It stopped raining.")
    #expect(article.url == "https://example.org/a/rain")
    #expect(article.byline == ["Bob Moss"])
    #expect(article.modified == CivilTime(iso8601: "2023-06-03T08:30:00Z"))
    #expect(article.language == "en")
  }

  @Test func `an item without text is refused by its number with the page to read`() throws {
    let outcomes = read(
      rss("<item><description>One.</description></item><item><link>/b</link></item>"),
      name: "feed.xml")
    #expect(outcomes.first?.article?.text == "One.")
    let refusal = try #require(outcomes.last?.refusal)
    #expect(refusal.input == "feed.xml#2")
    #expect(refusal.reason.contains("https://example.org/b"))
  }

  @Test(arguments: [
    (
      "Council &lt;script&gt;alert(1)&lt;/script&gt; votes",
      "Council <script>alert(1)</script> votes"
    ),
    ("How &lt;b&gt; came into HTML", "How <b> came into HTML"),
    ("&lt;i&gt;Echo&lt;/i&gt; &amp;amp; more", "Echo & more"),
    ("AT&T rises", "AT&T rises"),
    ("Caf&eacute; opens", "Café opens"),
  ]) func `a headline is text`(markup: String, title: String) throws {
    let item = "<item><title>\(markup)</title><description>Words.</description></item>"
    #expect(read(rss(item), name: "f.rss").first?.article?.title == title)
  }

  @Test func `a script in a body is left out and an open frame swallows nothing`() throws {
    let body = "safe<script>alert(1)</script><iframe src='x'> words <b>stay</b>"
    let item = "<item><description><![CDATA[\(body)]]></description></item>"
    #expect(read(rss(item), name: "f.rss").first?.article?.text == "safe words stay")
  }

  @Test func `a feed that breaks off gives the whole items and names the cut one`() throws {
    let cut =
      "<rss><channel><item><description>One.</description></item><item><description>Tw"
    let outcomes = read(cut, name: "f.rss")
    #expect(outcomes.compactMap(\.article?.text) == ["One."])
    #expect(outcomes.compactMap(\.refusal?.input) == ["f.rss#2", "f.rss"])
  }

  @Test func `an address in an attribute keeps its ampersands`() {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="https://example.org/?a=1&amp;b=2"/>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a
      href="https://example.org/?c=3&amp;d=4">Words</a></div></content></entry></feed>
      """
    let article = read(feed, name: "f.atom").first?.article
    #expect(article?.url == "https://example.org/?a=1&b=2")
    #expect(article?.links.map(\.url) == ["https://example.org/?c=3&d=4"])
  }

  @Test func `a list of feeds is refused with the addresses to fetch`() throws {
    let list = """
      <opml version="2.0"><body><outline text="News"><outline text="Post" type="rss"
      xmlUrl="https://example.org/feed"/></outline></body></opml>
      """
    let refusal = try #require(read(list, name: "l.opml").first?.refusal)
    #expect(refusal.reason.contains("fetch https://example.org/feed"))
  }

  @Test func `a feed named html is read as a feed`() {
    let feed = rss("<item><description>One.</description></item>")
    #expect(read(feed, name: "feed.html").first?.article?.text == "One.")
    #expect(read(feed, name: "-").first?.article?.text == "One.")
  }

  @Test func `a JSON Feed gives an article an item`() throws {
    let feed = """
      {"version":"https://jsonfeed.org/version/1.1","title":"Example Post","language":"en","items":[
      {"id":"1","url":"https://example.org/1","title":"Rain","content_html":"<p>It rains.</p>",
      "date_published":"2023-06-02T08:30:00Z","authors":[{"name":"Ann Lee"}],"_mood":"wet"},
      {"id":"2"}]}
      """
    let outcomes = read(feed, name: "feed.json")
    let article = try #require(outcomes.first?.article)
    #expect(article.text == "It rains.")
    #expect(article.byline == ["Ann Lee"])
    #expect(article.extra?["_mood"]?.string == "wet")
    #expect(outcomes.last?.refusal?.input == "feed.json#2")
  }
}

func rss(_ items: String) -> String {
  """
  <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
  <title>Example Post</title><link>https://example.org/</link><language>en-gb</language>
  <copyright>Example Post Ltd</copyright>\(items)</channel></rss>
  """
}
