import Extraction
import NewsModel
import Primitives
import Testing

struct StatementTests {
  private func analyse(_ text: String) -> (UTF8Text, Analysis) {
    (UTF8Text(text), Extractor().analyse(Article(text: text)))
  }

  @Test(arguments: [
    (
      "The minister said that the bridge would open in May.", "The minister", "said",
      "that the bridge would open in May"
    ),
    (
      "\"We will rebuild the bridge,\" said Anna Holm, the mayor.", "Anna Holm, the mayor", "said",
      "\"We will rebuild the bridge,\""
    ),
    (
      "\"The bridge is safe,\" Anna Holm told reporters on Monday.", "Anna Holm", "told",
      "\"The bridge is safe,\""
    ),
    (
      "Anna Holm, who leads the council, warned that costs could double.",
      "Anna Holm, who leads the council,", "warned", "that costs could double"
    ),
    (
      "The council declined to comment.", "The council", "declined", "to comment"
    ),
    (
      "According to the ministry, the road is closed.", "the ministry", "According to",
      "the road is closed"
    ),
  ])
  func `source, cue and content are found in the usual orders`(
    text: String, source: String, cue: String, content: String
  ) throws {
    let (bytes, analysis) = analyse(text)
    let statement = try #require(analysis.statements.first)
    #expect(statement.source.map { bytes[$0] } == [source])
    #expect(statement.cue.map { bytes[$0] } == [cue])
    #expect(statement.content.map { bytes[$0] } == [content])
  }

  @Test func `an interrupted quotation is one statement in two pieces`() throws {
    let (bytes, analysis) = analyse("\"We waited,\" Lena Moss said. \"Nobody came to help us.\"")
    let statement = try #require(analysis.statements.first)
    #expect(analysis.statements.count == 1)
    #expect(statement.form == .direct)
    #expect(
      statement.content.map { bytes[$0] } == ["\"We waited,\"", "\"Nobody came to help us.\""])
  }

  @Test func `the one who was told is not the one who spoke`() throws {
    let (bytes, analysis) = analyse(
      "\"He was a quiet man,\" his brother, Erik Holm, told reporters on Monday.")
    let statement = try #require(analysis.statements.first)
    #expect(statement.source.map { bytes[$0] } == ["his brother, Erik Holm,"])
    #expect(statement.content.map { bytes[$0] } == ["\"He was a quiet man,\""])
  }

  @Test func `a pronoun and a surname mean the person named in full`() throws {
    let (_, analysis) = analyse(
      "Anna Holm said the bridge was safe. \"We checked it,\" she said. Holm added that it was old."
    )
    let names = analysis.statements.map { statement in
      statement.speaker.map { analysis.entities[$0.rawValue].name }
    }
    #expect(names == ["Anna Holm", "Anna Holm", "Anna Holm"])
  }

  @Test func `a promise of anonymity and an office are footings`() {
    let (_, analysis) = analyse(
      "A French official said on condition of anonymity that talks went on. "
        + "China's foreign ministry said the plan was a mistake.")
    #expect(analysis.statements.map(\.footing) == [.anonymous, .role])
    let countries = analysis.statements.compactMap { statement in
      statement.speaker.flatMap { analysis.entities[$0.rawValue].country }
    }
    #expect(countries == ["FR", "CN"])
  }

  @Test func `names of a country are one entity, and a pronoun is none`() throws {
    let (_, analysis) = analyse(
      "He met U.S. officials. The United States and the US agreed. American ships left.")
    #expect(analysis.entities.map(\.name) == ["United States"])
    #expect(analysis.entities.first?.mentions.count == 4)
  }

  private func speakers(_ text: String) -> [String?] {
    let (_, analysis) = analyse(text)
    return analysis.statements.map { statement in
      statement.speaker.map { analysis.entities[$0.rawValue].name }
    }
  }

  @Test func `a role means the one person whom the article describes by it`() {
    let one =
      "The talks were led by Foreign Minister Ada Brandt of Norland. "
      + "Later the foreign minister said it would rain."
    #expect(speakers(one) == ["Ada Brandt"])
    let two =
      "The talks were led by Foreign Minister Ada Brandt of Norland on a day of rain. "
      + "Her guest from the south was Finance Minister Erik Larsen, who left early. "
      + "Later the minister said that it would rain."
    #expect(speakers(two) == [nil])
  }

  @Test func `a pronoun after a role nobody is known to hold means nobody`() {
    let text =
      "Erik Moss spoke first. The secretary-general of the league came later. "
      + "He said that the harbour was full."
    #expect(speakers(text) == [nil])
  }
}
