import NewsModel
import Reading
import Testing

struct DecodingTests {
  private static let words = "Café “Zur Möwe” öffnet wieder"

  @Test func `text in windows-1252 is read without a label`() throws {
    let bytes: [UInt8] =
      Array("Caf".utf8) + [0xE9] + Array(" reopens\n\nThe caf".utf8) + [0xE9, 0x92]
      + Array("s terrace opens on Monday, the owner said.".utf8)
    let article = try #require(read(bytes: bytes, name: "a.txt").first?.article)
    #expect(article.title == "Café reopens")
    #expect(article.text == "The café’s terrace opens on Monday, the owner said.")
  }

  @Test(arguments: [true, false]) func `text in UTF-16 is read with its mark`(big: Bool) throws {
    let text = "\u{FEFF}\(Self.words)\n\nThe café opens on Monday, the owner said."
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return big ? [high, low] : [low, high]
    }
    let article = try #require(read(bytes: bytes, name: "a.txt").first?.article)
    #expect(article.title == Self.words)
  }

  @Test(arguments: [
    ("windows-1251", "utf-8"), ("no-such-set", "windows-1251"), (nil, "windows-1251"),
  ]) func `the set that the server declares goes first, and one that is none is passed over`(
    served: String?, meta: String
  ) throws {
    let greeting: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    let body =
      "</h1><p>The harbour reopened on Monday after a winter of repairs, it said.</p></body>"
    let bytes =
      Array("<html><head><meta charset=\(meta)></head><body><h1>".utf8) + greeting
      + Array(body.utf8)
    var found: [ReadOutcome] = []
    ArticleReader().read(bytes: bytes, name: "a.html", charset: served) { found.append($0) }
    #expect(found.first?.article?.title == "Привет")
  }

  @Test func `a page in a declared character set is read`() throws {
    // "Привет" in windows-1251.
    let greeting: [UInt8] = [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]
    let start = "<html><head><meta charset=windows-1251><title>"
    let middle = "</title></head><body><h1>"
    let body =
      "</h1><p>The harbour reopened on Monday after a winter of repairs, it said.</p></body>"
    let bytes =
      Array(start.utf8) + greeting + Array(middle.utf8) + greeting + Array(body.utf8)
    let article = try #require(read(bytes: bytes, name: "a.html").first?.article)
    #expect(article.title == "Привет")
    #expect(article.text.hasPrefix("The harbour reopened"))
  }

  @Test func `a few broken bytes in UTF-8 are repaired`() throws {
    let bytes: [UInt8] =
      Array("Café reopens\n\nThe café".utf8) + [0xFF]
      + Array("s terrace opens on Monday, its owner José said.".utf8)
    let article = try #require(read(bytes: bytes, name: "a.txt").first?.article)
    #expect(article.text == "The café\u{FFFD}s terrace opens on Monday, its owner José said.")
  }

  @Test(
    arguments: [
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], [0x50, 0x4B, 0x03, 0x04, 0x14],
      [0x41, 0x00, 0x00, 0x00, 0x42, 0x01, 0x00, 0x00], Array(repeating: 0x02, count: 300),
    ] as [[UInt8]]) func `binary content is refused as such`(bytes: [UInt8]) throws
  {
    let refusal = try #require(read(bytes: bytes, name: "a.txt").first?.refusal)
    #expect(refusal.reason.contains("it is not text"))
  }
}
