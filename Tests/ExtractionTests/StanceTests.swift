import Extraction
import Linguistics
import NewsModel
import Primitives
import Testing

/// Opened once: in a debug build it takes a while.
private let installed = (try? ModelLocation.find()).flatMap { try? Pipeline(modelAt: $0) }

/// Stances and programmes with the trained language model; skipped where none is installed.
@Suite(
  .enabled("the language model is not installed: run scripts/fetch-model") {
    (try? ModelLocation.find()) != nil
  })
struct StanceTests {
  private func extractor() throws -> Extractor {
    let pipeline = try #require(installed)
    return Extractor(annotate: NewsAnnotator(pipeline: pipeline).annotate)
  }

  private func analyse(_ text: String) throws -> Analysis {
    try extractor().analyse(Article(text: text))
  }

  private func answer(_ text: String, _ p: String, _ q: String) throws -> PairStance? {
    func range(_ word: String) throws -> ByteRange {
      let start = try #require(text.firstRange(of: word)).lowerBound
      let offset = text.utf8.distance(from: text.startIndex, to: start)
      return ByteRange(offset, offset + word.utf8.count)
    }
    var article = Article(text: text)
    article.asked = AskedPair(p: try range(p), q: try range(q))
    return try extractor().answer(article)
  }

  @Test(arguments: [
    ("Anna Holm sharply criticised Peter Lind over the bridge.", PairStance.pAgainstQ),
    ("Anna Holm praised Peter Lind for his courage.", .pForQ),
    ("Anna Holm met Peter Lind in Oslo on Monday.", .none),
  ])
  func `a pair that is asked about gets an answer`(text: String, expected: PairStance) throws {
    #expect(try answer(text, "Anna Holm", "Peter Lind") == expected)
  }

  @Test func `the order in which the two are named changes nothing but the side`() throws {
    let text = "Anna Holm sharply criticised Peter Lind over the bridge."
    #expect(try answer(text, "Peter Lind", "Anna Holm") == .qAgainstP)
  }

  @Test func `spans outside the text or on one another get none`() throws {
    var article = Article(text: "Anna Holm praised Peter Lind.")
    for (p, q) in [(0..<9, 3..<9), (0..<4, 900..<910), (5..<5, 0..<4)] {
      article.asked = AskedPair(
        p: ByteRange(p.lowerBound, p.upperBound), q: ByteRange(q.lowerBound, q.upperBound))
      #expect(try extractor().answer(article) == PairStance.none)
    }
  }

  @Test func `capitals stand for the governments that the article names`() throws {
    let analysis = try analyse(
      """
      Russia and Ukraine traded blame on Monday. Moscow accused Kyiv of attacking the bridge. \
      Ukraine denied it.
      """)
    let names = analysis.entities.map(\.name)
    let found = analysis.stances.map {
      [names[$0.holder.rawValue], $0.polarity.rawValue, names[$0.target.rawValue]]
    }
    #expect(found.contains(["Russia", "against", "Ukraine"]))
    #expect(!found.joined().contains("Moscow") && !found.joined().contains("Kyiv"))
  }

  @Test func `what is said outright is asserted between the entities`() throws {
    let analysis = try analyse("Norway condemned Russia on Monday.")
    let stance = try #require(analysis.stances.first)
    #expect(analysis.entities[stance.holder.rawValue].name == "Norway")
    #expect(analysis.entities[stance.target.rawValue].name == "Russia")
    #expect(stance.polarity == .against)
  }

  @Test(arguments: [
    "France opposes the opening of a liaison office in Lisbon because of its cost.",
    "The ministers spoke of a liaison office in Lisbon that France opposes.",
    "There are doubts about a liaison office in Lisbon. France opposes the plan.",
  ])
  func `a side can be taken on an office whose stage nobody tells`(text: String) throws {
    let analysis = try analyse(text)
    let stance = try #require(analysis.stances.first)
    #expect(analysis.entities[stance.holder.rawValue].name == "France")
    #expect(analysis.entities[stance.target.rawValue].name == "liaison office in Lisbon")
    #expect(stance.polarity == .against)
  }

  private static let office = """
    Norway has proposed to open a liaison office in Lisbon. The plan was sharply criticised by France.

    The prospective outpost will be opened next year, Norway's foreign ministry said.
    """

  @Test func `an office that is proposed is a programme with stage, resistance and next step`()
    throws
  {
    let analysis = try analyse(Self.office)
    let programme = try #require(analysis.programmes.first)
    let entity = analysis.entities[programme.entity.rawValue]
    #expect(entity.kind == .programme)
    #expect(entity.name == "liaison office in Lisbon")
    #expect(entity.mentions.count == 3)
    #expect(programme.stage == "proposed")
    let parties = programme.parties.map { analysis.entities[$0.rawValue].name }
    #expect(parties.contains("Norway"))
    #expect(!programme.stickingPoints.isEmpty)
    #expect(!programme.nextSteps.isEmpty)
  }

  @Test func `who proposes a plan is for it, who opposes it against`() throws {
    let analysis = try analyse(Self.office)
    let programme = try #require(analysis.programmes.first)
    var sides: [String: Polarity] = [:]
    for stance in analysis.stances where stance.target == programme.entity {
      sides[analysis.entities[stance.holder.rawValue].name] = stance.polarity
    }
    #expect(sides == ["Norway": .for, "France": .against])
  }

  @Test func `a deal without a name is no programme`() throws {
    #expect(try analyse("They signed a trade deal. The deal was praised.").programmes.isEmpty)
  }

  @Test(arguments: ["", " ", "\n\n\"\"\"", "plan plan plan", "The plan the plan. \"He said"])
  func `any text gives findings or none`(text: String) throws {
    _ = try analyse(text)
  }
}
