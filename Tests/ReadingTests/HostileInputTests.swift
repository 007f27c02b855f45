import NewsModel
import Testing

@testable import Reading

struct HostileInputTests {
  @Test func `a million nested tags are refused with a reason`() throws {
    let html = "<html><body>" + String(repeating: "<i>", count: 1_000_000)
    let refusal = try #require(read(html, name: "p.html").first?.refusal)
    #expect(refusal.reason.contains("nests deeper than 1000"))
  }

  @Test(arguments: ["p.html", "f.xml"])
  func `ten million nested tags are refused by their size`(name: String) throws {
    let bytes = Array(("<rss>" + String(repeating: "<a>", count: 10_000_000)).utf8)
    let refusal = try #require(read(bytes: bytes, name: name).first?.refusal)
    #expect(refusal.reason.contains("larger than 16777216 bytes"), "\(refusal.reason)")
  }

  @Test(arguments: ["report.pdf", "report", "report.html"])
  func `a PDF document is refused with what to do`(name: String) throws {
    let refusal = try #require(read("%PDF-1.4 words", name: name).first?.refusal)
    #expect(refusal.reason.contains("pdftotext"), "\(refusal.reason)")
  }

  @Test func `a headline with a script is text`() throws {
    let story = "<p>The harbour reopened on Monday after a winter of repairs, it was said.</p>"
    let page = "<title>Port &lt;script>alert(1)&lt;/script></title><article>\(story)</article>"
    let feed =
      "<rss><channel><item><title>Port &lt;script&gt;alert(1)&lt;/script&gt;</title>"
      + "<description>\(story.dropFirst(3).dropLast(4))</description></item></channel></rss>"
    let json = "{\"title\":\"Port <script>alert(1)</script>\",\"text\":\"Words.\"}"
    for (name, content) in [("p.html", page), ("f.rss", feed), ("a.jsonl", json)] {
      let article = try #require(read(content, name: name).first?.article)
      #expect(article.title == "Port <script>alert(1)</script>", "\(name)")
    }
  }

  @Test func `a tree of three thousand levels is built, walked and released`() throws {
    let deep = String(repeating: "<div>", count: 3000)
    var limits = ReadingLimits.standard
    limits.pageDepth = 4000
    let tree = try HTMLDocument(Array((deep + "end").utf8), limits: limits).tree
    #expect(tree.nodes.count > 3000)
    #expect(BlockSegmenter.blocks(of: tree).map(\.string) == ["end"])
  }

  @Test(arguments: [
    "<p><font size=1>", "<b><div></b>", "<div><table></div></table>",
    "<div><select></div></select>",
    "<p><a href=x>", "<form><div></form>", "<li>a", "<table><b>", "<svg><p>", "</p>", "<nobr>",
  ]) func `endless markup is bounded`(piece: String) {
    let page = "<body>" + String(repeating: piece, count: 60_000)
    var limits = ReadingLimits.standard
    limits.pageTags = 50_000
    let outcomes = read(page, name: "p.html", limits: limits)
    #expect(outcomes.compactMap(\.refusal).count == 1)
  }

  /// Pieces that take parsers off the rails, put together at random.
  private static let pieces = [
    "<", ">", "</", "<!--", "-->", "--!>", "<![CDATA[", "<!doctype", "<script>", "</script>",
    "<title>", "</title>", "<textarea>", "<table>", "<tr>", "<td>", "</table>", "<select>", "<p>",
    "</p>", "<b>", "</b>", "<a href='", "'>", "\"", "=", "<svg>", "<math>", "<template>", "&",
    "&#x",
    "&#xD800;", "&#0;", ";", "\u{0}", "\u{FFFD}", "é", "<meta charset=utf-16>", "<article>", "{\"",
    "\":", "[", "]", "}", "\\u", "\n", "---\n", "# ", "* ", "](", "![", "Related\n", "4 min read\n",
    "By A B\n", "June 2, 2023", "Copyright 2023\n", "word ", "A sentence of words that ends. ",
    "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[", "<h1>", "<br>", "<li>",
  ]

  @Test(arguments: ["p.html", "a.txt", "a.md", "a.jsonl", "unknown"])
  func `any bytes give an article or a refusal`(name: String) {
    var random = SeededGenerator(state: 0x5EED)
    for _ in 0..<200 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...60, using: &random) {
        if Int.random(in: 0..<8, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += (Self.pieces.randomElement(using: &random) ?? "").utf8
        }
      }
      let outcomes = read(bytes: bytes, name: name)
      #expect(!outcomes.isEmpty)
      #expect(outcomes.allSatisfy { $0.article.map { !$0.text.isEmpty } ?? true })
    }
  }
}

/// A generator whose numbers are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
