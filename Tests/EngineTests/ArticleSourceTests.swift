import Engine
import NewsModel
import Reading
import TestSupport
import Testing

struct ArticleSourceTests {
  private func outcomes(_ place: String) throws -> (articles: [Article], refused: [Refusal]) {
    var articles: [Article] = []
    var refused: [Refusal] = []
    try ArticleSource().read(place) { outcome in
      switch outcome {
      case .article(let article): articles.append(article)
      case .refused(let refusal): refused.append(refusal)
      }
    }
    return (articles, refused)
  }

  @Test func `a file is read as it is`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(#"{"id":"a","text":"Rain fell."}"# + "\n", to: "a.jsonl")
    #expect(try outcomes(path).articles.map(\.id) == [ArticleID("a")])
  }

  @Test(arguments: ["http://127.0.0.1:9/a.html", "HTTPS://localhost:9/"])
  func `an address of this machine is refused with what to do`(url: String) throws {
    let refused = try outcomes(url).refused
    #expect(refused.map(\.input) == [url])
    #expect(refused.first?.reason.contains("--allow-private") == true)
  }

  @Test func `a file that is missing is refused by name`() throws {
    #expect(try outcomes("/no/such/file.txt").refused.map(\.input) == ["/no/such/file.txt"])
  }

  @Test func `an article that is found at an address is named by it`() {
    var article = Article(outlet: "Quay Mail", title: "Rain", text: "Rain fell.")
    article.locate(at: "https://quay.example/rain")
    #expect(article.id == Article(url: "https://quay.example/rain", text: "x").id)
    var named = Article(id: ArticleID("tag:1"), text: "Rain fell.")
    named.locate(at: "https://quay.example/rain")
    #expect(named.id == ArticleID("tag:1"))
  }
}
