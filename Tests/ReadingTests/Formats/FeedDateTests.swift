import NewsModel
import Primitives
import Reading
import Testing

struct FeedDateTests {
  @Test(arguments: [
    ("Fri, 02 Jun 2023 10:30:00 EST", "2023-06-02T15:30:00Z"),
    ("2 Jun 23 10:30 GMT", "2023-06-02T10:30:00Z"),
    ("Fri Jun  2 10:30:00 2023", "2023-06-02T10:30:00Z"),
    ("02-Jun-2023 10:30:00 -0200", "2023-06-02T12:30:00Z"),
    ("2023-06-02T10:30+09:00", "2023-06-02T01:30:00Z"),
    ("2023-06", "2023-06-01"), ("2023-153", "2023-06-02"), ("20230602", "2023-06-02"),
    ("20230602+0100", "2023-06-02"), ("Fri, 02 Jun 2023", "2023-06-02"),
  ]) func `dates of feeds are read`(text: String, time: String) throws {
    let item = "<item><description>Words.</description><pubDate>\(text)</pubDate></item>"
    #expect(read(rss(item), name: "f.rss").first?.article?.published?.description == time)
  }

  @Test func `what is no date is kept as it was given`() {
    let item = "<item><description>Words.</description><pubDate>soon</pubDate></item>"
    let article = read(rss(item), name: "f.rss").first?.article
    #expect(article?.published == nil)
    #expect(article?.extra?["pubDate"]?.string == "soon")
  }
}
