import NewsModel
import Reading
import Testing

struct ArticleReaderTests {
  @Test func `the text of a record comes back byte for byte`() throws {
    let text = "  Harbour reopens \\n\\n\\tFerries \\u00e9 sail. \\r\\n"
    let line = #"{"id":"a1","text":"\#(text)"}"#
    let outcomes = read("{}\n" + line + "\n", name: "in.jsonl")
    #expect(outcomes.count == 2)
    let article = try #require(outcomes.last?.article)
    #expect(article.id.rawValue == "a1")
    #expect(article.text == "  Harbour reopens \n\n\tFerries é sail. \r\n")
    #expect(article.file == "in.jsonl")
  }

  @Test func `a broken line is refused by its number and the next line is read`() throws {
    let outcomes = read("{\"text\":\"One.\"}\n{\"text\":\n\n{\"text\":\"Two.\"}", name: "in.jsonl")
    #expect(outcomes.compactMap(\.article?.text) == ["One.", "Two."])
    let refusal = try #require(outcomes.compactMap(\.refusal).first)
    #expect(refusal.input == "in.jsonl:2")
  }

  @Test(arguments: ["", " \n\t\r\n"]) func `an empty file is refused`(content: String) {
    let outcomes = read(content, name: "a.txt")
    #expect(outcomes.compactMap(\.refusal?.input) == ["a.txt"])
  }

  @Test func `a line beyond the limit is refused by its number and the next line is read`() {
    var limits = ReadingLimits.standard
    limits.articleBytes = 100
    let long = "{\"text\":\"" + String(repeating: "x", count: 200) + "\"}"
    let outcomes = read(long + "\n{\"text\":\"Short.\"}\n", name: "in.jsonl", limits: limits)
    #expect(outcomes.map { $0.article?.text ?? $0.refusal?.input } == ["in.jsonl:1", "Short."])
  }
}
