import NewsModel
import Primitives
import Reading
import Testing

struct ArchiveTests {
  private static let files = [
    ("news/one.txt", "Rain ends\n\nIt stopped raining on Monday."),
    ("news/two.jsonl", "{\"text\":\"Two.\"}\n"), ("news/.hidden", "x"), ("news/cat.jpg", "x"),
  ]

  @Test(arguments: [
    ("a.tar", Packing.tar(files)), ("a.zip", Packing.zip(files)),
    ("a.tgz", Packing.gzip(Packing.tar(files))),
  ]) func `files in archives are read by their names`(name: String, bytes: [UInt8]) throws {
    let outcomes = read(bytes: bytes, name: name)
    #expect(
      outcomes.compactMap(\.article?.file) == ["\(name)/news/one.txt", "\(name)/news/two.jsonl"])
    #expect(outcomes.compactMap(\.refusal?.input) == ["\(name)/news/cat.jpg"])
  }

  @Test func `members of gzip are one stream`() {
    let bytes =
      Packing.gzip(Array("{\"text\":\"One.\"}\n".utf8))
      + Packing.gzip(Array("{\"text\":\"Two.\"}\n".utf8))
    let outcomes = read(bytes: bytes, name: "a.jsonl.gz")
    #expect(outcomes.compactMap(\.article?.text) == ["One.", "Two."])
  }
}

struct WebArchiveTests {
  @Test(arguments: [("w.warc", archive), ("w.warc.gz", Packing.gzip(archive))])
  func `pages of a web archive are articles at their addresses`(
    name: String, bytes: [UInt8]
  ) throws {
    let outcomes = read(bytes: bytes, name: name)
    let article = try #require(outcomes.first?.article)
    #expect(article.url == "https://example.org/harbour")
    #expect(article.text.hasPrefix("The harbour reopened on Monday"))
    #expect(article.file == name)
    #expect(outcomes.compactMap(\.refusal?.input) == ["\(name)#3", name])
  }

  static let archive: [UInt8] =
    record("warcinfo", "software: x") + record("response", answer(200, "text/html", pageText))
    + record("response", answer(404, "text/html", "gone"))
    + record("response", answer(200, "image/png", "x"))

  private static let pageText =
    "<html><head><title>Harbour</title></head><body><article><p>The harbour reopened on Monday after a "
    + "winter of repairs.</p><p>Ferries sail twice a day, the port authority said.</p></article></body></html>"

  private static func answer(_ status: Int, _ type: String, _ body: String) -> String {
    let size = String(body.utf8.count, radix: 16)
    return "HTTP/1.1 \(status) X\r\nContent-Type: \(type)\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "\(size)\r\n\(body)\r\n0\r\n\r\n"
  }

  private static func record(_ type: String, _ content: String) -> [UInt8] {
    let head =
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://example.org/harbour\r\n"
      + "Content-Length: \(content.utf8.count)\r\n\r\n"
    return Array((head + content + "\r\n\r\n").utf8)
  }

  @Test func `the pages of a book are read, its other parts are none`() throws {
    let chapter = """
      <?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head>
      <title>Harbours</title></head><body><h1>Harbours</h1><p>The harbour reopened on Monday after a
      winter of repairs, the port authority said.</p></body></html>
      """
    let bytes = Packing.zip([
      ("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<container/>"),
      ("OEBPS/content.opf", "<package/>"), ("OEBPS/style.css", "p {}"),
      ("OEBPS/chapter1.xhtml", chapter),
    ])
    let outcomes = read(bytes: bytes, name: "harbours.epub")
    #expect(outcomes.count == 1)
    #expect(outcomes.first?.article?.title == "Harbours")
  }
}
