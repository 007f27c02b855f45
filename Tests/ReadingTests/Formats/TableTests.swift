import NewsModel
import Primitives
import Reading
import Testing

struct TableTests {
  @Test func `rows are articles by the names of the columns`() throws {
    let table = """
      Headline;Text;Publication Date;URL;Outlet;Mood
      Rain ends;"It stopped.
      Roads dry; people ""smile"".";2023-06-02;https://example.org/1;Post;glad
      Empty;;2023-06-03;;;
      """
    let outcomes = read(table, name: "t.csv")
    let article = try #require(outcomes.first?.article)
    #expect(article.title == "Rain ends")
    #expect(article.text == "It stopped.\nRoads dry; people \"smile\".")
    #expect(article.published == CivilTime(iso8601: "2023-06-02"))
    #expect(article.outlet == "Post")
    #expect(article.extra?["Mood"]?.string == "glad")
    #expect(outcomes.last?.refusal?.input == "t.csv:3")
  }

  @Test func `a table without a column of text is refused with its columns`() {
    let refusal = read("a,b\n1,2\n", name: "t.csv").first?.refusal
    #expect(refusal?.reason.contains("\"a\", \"b\"") == true)
  }

  @Test func `a quotation mark that nothing closes is refused by row`() {
    let outcomes = read("text\nOne.\n\"Two.\nThree.", name: "t.csv")
    #expect(outcomes.compactMap(\.article?.text) == ["One."])
    #expect(outcomes.compactMap(\.refusal?.input) == ["t.csv:3"])
  }
}
