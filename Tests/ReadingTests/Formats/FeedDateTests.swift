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
    ("Fri, 2 Jun 2023 5:30 PM", "2023-06-02T17:30:00Z"),
    ("2 Jun 2023 12:05 a.m. GMT", "2023-06-02T00:05:00Z"),
    ("2023/06/02 23:17:24", "2023-06-02T23:17:24Z"),
    ("Fri, 2023/06/02 08:19:53 EDT", "2023-06-02T12:19:53Z"),
    ("Παρ, 02 Ιούν 2023 10:30:00 EST", "2023-06-02T15:30:00Z"),
    ("2023년 06월 02일  오후 11:31:12", "2023-06-02T14:31:12Z"),
    ("2023-06-02 오전 12:30:00", "2023-06-01T15:30:00Z"), ("2023/06/02", "2023-06-02"),
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
