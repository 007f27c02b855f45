import NewsModel
import Primitives
import Reading
import Testing

struct HostileFormatTests {
  @Test(arguments: [
    ("<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">", "b", "expands"),
    ("<!ENTITY b SYSTEM \"file:///etc/hostname\">", "b", "refers to a file outside"),
    ("<!ENTITY % p SYSTEM \"http://example.org/x\">%p;", "b", "refers to a file outside"),
    ("<!ENTITY b \"<item/>\">", "b", "expands"),
  ]) func `an entity that expands or fetches is refused by name`(
    subset: String, name: String, reason: String
  ) throws {
    let feed = "<!DOCTYPE rss [\(subset)]><rss><channel><title>&\(name);</title></channel></rss>"
    let refusal = try #require(read(feed, name: "f.xml").first?.refusal)
    #expect(refusal.reason.contains(reason))
  }

  @Test func `an entity of plain text is text`() {
    let feed =
      "<!DOCTYPE rss [<!ENTITY c \"Lee &#38; Sons\">]><rss><channel><item>"
      + "<description>By &c;.</description></item></channel></rss>"
    #expect(read(feed, name: "f.xml").first?.article?.text == "By Lee & Sons.")
  }

  @Test func `plain entities that add up to megabytes are refused`() throws {
    let text = String(repeating: "x", count: 10_000)
    let uses = String(repeating: "&c;", count: 200)
    let feed = "<!DOCTYPE rss [<!ENTITY c \"\(text)\">]><rss><channel>\(uses)</channel></rss>"
    #expect(read(feed, name: "f.xml").first?.refusal?.reason.contains("expands") == true)
  }

  @Test(.timeLimit(.minutes(1))) func `a million nested tags are refused`() throws {
    let tags = Array(repeatElement(Array("<a>".utf8), count: 1_000_000).joined())
    let refusal = try #require(
      read(bytes: Array("<rss>".utf8) + tags, name: "f.xml").first?.refusal)
    #expect(refusal.reason.contains("nests deeper"))
  }

  @Test(.timeLimit(.minutes(1)))
  func `tens of thousands of links and categories take no square of time`() {
    let links = (0..<20_000).map { "<a href='https://example.org/\($0)'>x</a>" }.joined()
    let categories = (0..<20_000).map { "<category>c\($0)</category>" }.joined()
    let item = "<item><description><![CDATA[\(links)]]></description>\(categories)</item>"
    #expect(read(rss(item), name: "f.rss").first?.article?.links.count == 20_000)
  }

  @Test func `a declared character set is kept to and a wrong one does no harm`() {
    let head = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item>".utf8)
    let tail = Array("</description></item></channel></rss>".utf8)
    let latin = head + Array("<description>caf".utf8) + [0xE9] + tail
    #expect(read(bytes: latin, name: "f.xml").first?.article?.text == "café")
    let wrong = head + Array("<description>café".utf8) + tail
    #expect(read(bytes: wrong, name: "f.xml").first?.article?.text == "café")
  }

  @Test func `an archive that swells is refused`() throws {
    var limits = ReadingLimits.standard
    limits.archiveHarmlessBytes = 1 << 20
    limits.archiveRatio = 100
    let outcomes = read(bytes: Packing.bomb(matches: 60_000), name: "b.txt.gz", limits: limits)
    #expect(outcomes.compactMap(\.article).isEmpty)
    #expect(outcomes.contains { $0.refusal?.reason.contains("100 times its size") == true })
  }

  @Test func `archives in archives end at a bound`() {
    var content = "Words."
    for _ in 0..<6 {
      content = String(decoding: Packing.tar([("inner.tar", content)]), as: UTF8.self)
    }
    let outcomes = read(content, name: "deep.tar")
    #expect(outcomes.compactMap(\.article).isEmpty)
    #expect(outcomes.contains { $0.refusal?.reason.contains("archives in one another") == true })
  }

  @Test func `a gzip that breaks off keeps what came before and is refused by name`() {
    let lines = "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n"
    let whole = Packing.gzip(Array(lines.utf8))
    let outcomes = read(bytes: Array(whole.dropLast(20)), name: "a.jsonl.gz")
    #expect(outcomes.contains { $0.refusal?.input == "a.jsonl.gz" })
  }

  @Test func `damaged inputs of all formats end in articles or refusals`() {
    var random = Seeded(state: 20_230_602)
    for (name, seed) in Self.seeds {
      for _ in 0..<150 {
        var bytes = seed
        for _ in 0..<random.below(8) + 1 { Self.damage(&bytes, &random) }
        let first = read(bytes: bytes, name: name)
        #expect(!first.isEmpty || bytes.isEmpty)
        #expect(first.map(\.summary) == read(bytes: bytes, name: name).map(\.summary))
      }
    }
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout Seeded) {
    guard !bytes.isEmpty else { return }
    let place = random.below(bytes.count)
    switch random.below(4) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes.remove(at: place)
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + random.below(40)))
    default: bytes.insert(contentsOf: bytes[place...].prefix(random.below(40)), at: place)
    }
  }

  private static let seeds: [(String, [UInt8])] = [
    (
      "f.rss",
      Array(rss("<item><title>A</title><description>B &amp;lt;b&gt;</description></item>").utf8)
    ),
    (
      "f.atom",
      Array(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='html'>x</content></entry></feed>"
          .utf8)
    ),
    ("f.opml", Array("<opml><body><outline xmlUrl='https://example.org/f'/></body></opml>".utf8)),
    ("n.xml", Array(NewsFormatTests.newsItem.utf8)),
    ("n.nitf", Array(NewsFormatTests.nitf.utf8)),
    ("n.json", Array(NewsFormatTests.ninjs.utf8)),
    ("p.html", Array(page(body: PageReaderTests.story).utf8)),
    ("m.md", Array("# Head\n\nWords of [the text](https://a.example/) go here.\n".utf8)),
    ("j.jsonl", Array("{\"title\":\"A\",\"text\":\"B\"}\n{\"text\":\"C\"}\n".utf8)),
    ("t.csv", Array("title,text\nA,\"B, \"\"c\"\"\"\nD,E\n".utf8)),
    ("w.warc", WebArchiveTests.archive),
    ("w.warc.gz", Packing.gzip(WebArchiveTests.archive)),
    ("a.tar", Packing.tar([("a.txt", "Head\n\nWords of the text.")])),
    ("a.zip", Packing.zip([("a.txt", "Head\n\nWords of the text.")])),
  ]
}

extension ReadOutcome {
  fileprivate var summary: String {
    switch self {
    case .article(let article): "\(article.title ?? "") \(article.text)"
    case .refused(let refusal): "\(refusal.input) \(refusal.reason)"
    }
  }
}

/// A small generator (SplitMix64), so that every run damages alike.
private struct Seeded {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(max(1, bound)))
  }
}
