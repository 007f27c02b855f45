import NewsModel
import Testing

struct ArticleAddressTests {
  @Test(arguments: [
    "https://outlet.example/news/a", "http://outlet.example/news/a",
    "https://www.outlet.example/news/a/", "HTTPS://Outlet.Example:443/news/a",
    "https://outlet.example/news/a?utm_source=rss&utm_medium=feed",
    "https://outlet.example/news/a#top",
    "https://outlet.example/news/a?fbclid=x", "https://outlet.example/news/a/amp",
    "https://outlet.example/news/a/amp/", "https://amp.outlet.example/news/a",
    "https://outlet.example/amp/news/a", "https://outlet.example/news/a?amp",
    "https://outlet.example/news/a?outputType=amp", "https://outlet.example/news/%61",
    "https://outlet-example.cdn.ampproject.org/c/s/outlet.example/news/a",
    "https://www.google.com/amp/s/outlet.example/news/a/amp",
  ])
  func `addresses of one page have one key`(address: String) {
    #expect(ArticleAddress.key(address) == "https://outlet.example/news/a")
  }

  @Test(arguments: [
    ("https://outlet.example/a?id=1", "https://outlet.example/a?id=2"),
    ("https://outlet.example/a", "https://outlet.example/A"),
    ("https://outlet.example/a", "https://news.outlet.example/a"),
    ("https://outlet.example/", "https://outlet.example/amp"),
    ("https://outlet.example:8080/a", "https://outlet.example/a"),
    ("https://outlet.example/a%2Fb", "https://outlet.example/a/b"),
  ])
  func `addresses of two pages have two keys`(first: String, second: String) {
    #expect(ArticleAddress.key(first) != ArticleAddress.key(second))
  }

  @Test func `the order of parameters does not count`() {
    let keys = ["a=1&b=2&utm_id=3", "b=2&a=1"].map {
      ArticleAddress.key("https://outlet.example/p?\($0)")
    }
    #expect(keys == ["https://outlet.example/p?a=1&b=2", "https://outlet.example/p?a=1&b=2"])
  }

  @Test(arguments: [
    "", "mailto:a@b", "file:///etc/passwd", "http://", "//a/b", "a?b#c", "https://?",
  ])
  func `what is no address of the web is left as it is`(text: String) {
    #expect(ArticleAddress.key(text) == text)
    #expect(ArticleAddress.cleaned(text) == text)
  }

  @Test func `a key is its own key`() {
    for address in ["http://www.a.example/x/amp/?utm_x=1&q=%c3%a9", "https://[::1]:90/a?b=%"] {
      let key = ArticleAddress.key(address)
      #expect(ArticleAddress.key(key) == key)
    }
  }

  @Test func `a cleaned address can still be fetched`() {
    #expect(
      ArticleAddress.cleaned("http://www.a.example/x/?id=7&utm_source=y&outputType=amp#z")
        == "http://www.a.example/x/?id=7&outputType=amp")
  }

  @Test(arguments: [
    ("https://www.outlet.example/a", "http://outlet.example/b", true),
    ("https://feeds.outlet.example/a", "https://www.outlet.example/b", true),
    ("https://outlet.example", "https://other.example", false),
    ("https://a.co.uk/x", "https://b.co.uk/y", false),
    ("nonsense", "nonsense", false),
  ])
  func `hosts of one site are told from others`(first: String, second: String, isSame: Bool) {
    #expect(ArticleAddress.isSameSite(first, second) == isSame)
  }

  @Test func `an article keeps its id and its version over all its addresses`() throws {
    func article(_ url: String) -> Article {
      Article(url: url, title: "Rain", text: "It rained in Quay all day long.")
    }
    let one = article("http://www.outlet.example/rain/?utm_source=feed")
    var two = article("https://outlet.example/rain")
    two.links = [ArticleLink(url: "https://outlet.example/snow", title: "Snow", rel: "related")]
    #expect(one.id == two.id)
    #expect(try ArticleVersion.id(of: one) == ArticleVersion.id(of: two))
    two.text += " Then it stopped."
    #expect(try ArticleVersion.id(of: one) != ArticleVersion.id(of: two))
  }
}
