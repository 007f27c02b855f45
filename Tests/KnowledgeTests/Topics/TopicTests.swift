import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct TopicTests {
  static let office = [
    Sample.article(
      "o1", "League plans supply depot in Tarn",
      "The League of Ports plans to open a supply depot in Tarn next year, two officials said. "
        + "The League supply depot would be its first outside the mainland. Fishermen welcomed it.",
      outlet: "Coast Star", published: "2024-03-01"),
    Sample.article(
      "o2", "Mayor backs League supply depot in Tarn",
      "The mayor of Tarn has spoken for the supply depot in Tarn that the League wants to open. "
        + "The League supply depot would bring work, she told the town council on Monday.",
      outlet: "Harbour Times", published: "2024-03-20"),
    Sample.article(
      "o3", "League puts off supply depot in Tarn",
      "A meeting of the League ended without a decision on the supply depot in Tarn. Two members "
        + "had doubts about the cost. The League will come back to the supply depot in autumn.",
      outlet: "Evening Post", published: "2024-04-11"),
  ]
  static let bread = [
    Sample.article(
      "b1", "Bread dearer by a tenth", OriginLinkerTests.otherEvent, outlet: "Harbour Times",
      published: "2024-03-02"),
    Sample.article(
      "b2", "Flour mill in Orle burns down",
      "A mill burnt down in Orle in the night. Nobody was hurt, the fire brigade said. The cause is "
        + "not known. The building dates from the last century and stood empty at the time.",
      outlet: "Coast Star", published: "2024-06-02"),
  ]

  private func topics(_ articles: [AnalysedArticle]) throws -> [Topic] {
    try Organiser().organise(articles).topics
  }

  @Test func `a topic is named with words that its articles share`() throws {
    let topic = try #require(try topics(Self.office + Self.bread).first)
    #expect(topic.name == "League supply depot in Tarn")
    #expect(topic.id.rawValue == "league-supply-depot-in-tarn")
    #expect(topic.articles.map(\.rawValue) == ["o1", "o2", "o3"])
  }

  @Test func `a surname that names a topic is given its first name`() throws {
    func texts(_ words: [String]) -> [PhraseTally.Text] {
      words.enumerated().map { number, words in
        let bytes = Array(words.utf8)
        return PhraseTally.Text(
          article: number, isHeadline: false, bytes: bytes,
          words: PhraseWord.words(of: bytes, isHeadline: false))
      }
    }
    func names(_ words: [String]) -> Set<String> {
      let tally = PhraseTally(texts(words))
      let wording = PhraseWording(tally)
      return Set(
        tally.phrases.values.filter { $0.place.words.count == 1 && $0.contentWords == 1 }
          .map(wording.name))
    }
    let first = "The harbour was opened by Ada Quill. Then Quill left for Tarn."
    #expect(
      names([first, "Nobody saw Ada Quill in Tarn, and Quill was late."]).contains("Ada Quill"))
    // One article of three, and a title, give no first name.
    #expect(names([first, "Boats met Quill.", "Crowds saw Quill."]).contains("Quill"))
    #expect(
      names(["They met President Quill.", "They saw President Quill."]).contains("Quill"))
  }

  @Test func `a topic of one article has its headline`() throws {
    let names = try topics(Self.bread).map(\.name)
    #expect(names.sorted() == ["Bread dearer by a tenth", "Flour mill in Orle burns down"])
  }

  @Test func `topics with one name have different ids`() throws {
    var taken: Set<String> = []
    let ids = ["Storm", "Storm!", "Štorm", "嵐"].map { Slug.unique($0, &taken) }
    #expect(ids.prefix(3) == ["storm", "storm-2", "storm-3"])
    #expect(ids[3].hasPrefix("n"))
  }

  @Test func `a long name makes a slug of whole words`() throws {
    let name = [String](repeating: "harbour", count: 20).joined(separator: " ")
    #expect(Slug.of(name) == [String](repeating: "harbour", count: 7).joined(separator: "-"))
  }

  @Test func `the trend counts origins, not copies`() throws {
    let copies = (0..<4).map { index in
      Sample.article(
        "c\(index)", "Ferry aground", OriginLinkerTests.wire, outlet: "Outlet \(index)",
        published: "2024-03-0\(index + 1)")
    }
    let trend = try #require(try topics(copies).first).trend
    #expect(trend.origins == 1)
    #expect(trend.outlets == 4)
    #expect(trend.binDays == 1)
    #expect(trend.bins.map(\.origins) == [1, 0, 0, 0])
    #expect(trend.bins.map(\.articles) == [1, 1, 1, 1])
  }

  @Test(arguments: [(10, 1), (100, 7), (1000, 30)])
  func `spans grow with the time covered and have no gaps`(days: Int, width: Int) throws {
    let first = try #require(CivilDate(year: 2020, month: 1, day: 1))
    let articles = [0, days].map { offset in
      Sample.brief(published: CivilTime(first.adding(days: offset)))
    }
    let trend = TrendBuilder.trend(articles, originals: articles)
    #expect(trend.binDays == width)
    #expect(trend.bins.count == days / width + 1)
    #expect(trend.bins.last?.articles == 1)
    #expect(trend.bins.first?.articles == 1)
    let steps = zip(trend.bins, trend.bins.dropFirst()).map {
      $1.day.date.daysSinceEpoch - $0.day.date.daysSinceEpoch
    }
    #expect(steps.allSatisfy { $0 == width })
  }

  @Test func `a topic without dates has no spans and is usual`() throws {
    let trend = TrendBuilder.trend([Sample.brief()], originals: [Sample.brief()])
    #expect(trend.bins.isEmpty)
    #expect(trend.burst == 1)
  }

  @Test(arguments: [
    ("Short headline", "Short headline"),
    (
      "Council of Ministers agrees on a budget for harbours, leaving the question of ferries open",
      "Council of Ministers agrees on a budget for harbours"
    ),
    (
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikationsleiterin",
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikationsleiterin"
    ),
    (
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikationsleiterin und elektrizitätenhauptbetriebswerk",
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenfabrikatio…"
    ),
  ])
  func `a long headline is cut where a reader pauses`(headline: String, name: String) throws {
    #expect(HeadlineShortener.shortened(headline) == name)
  }
}
