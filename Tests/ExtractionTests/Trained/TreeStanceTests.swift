import NewsModel
import Primitives
import Testing

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct TreeStanceTests {
  /// Each stance as "holder polarity target".
  private func stances(_ text: String) throws -> [String] {
    let read = try TrainedExtractor(text)
    return read.analysis.stances.map { stance in
      let names = [stance.holder, stance.target].map { read.analysis.entities[$0.rawValue].name }
      return "\(names[0]) \(stance.polarity.rawValue) \(names[1])"
    }
  }

  @Test(arguments: [
    (
      "Anna Holm spoke in Lindby on Friday, attacking Erik Moss for his votes.",
      "Anna Holm against Erik Moss"
    ),
    ("Erik Moss was criticised by Anna Holm on Friday.", "Anna Holm against Erik Moss"),
    ("Anna Holm rejected Erik Moss's plan on Friday.", "Anna Holm against Erik Moss"),
    ("Anna Holm left early. She praised Erik Moss in a letter.", "Anna Holm for Erik Moss"),
  ])
  func `a stance is found by the tree`(text: String, stance: String) throws {
    #expect(try stances(text).contains(stance))
  }

  @Test(arguments: [
    ("Anna Holm lashed out at Erik Moss on Monday.", "Anna Holm against Erik Moss"),
    ("The mayor and Anna Holm, who blamed Erik Moss for it, left.", "Anna Holm against Erik Moss"),
  ])
  func `a stance is found by who makes a statement`(text: String, stance: String) throws {
    #expect(try stances(text).contains(stance))
  }

  @Test(arguments: [
    "Anna Holm refused to endorse Erik Moss.",
    "Anna Holm would not criticise Erik Moss.",
    "Anna Holm asked whether to attack Erik Moss.",
    "LINDBY, Norway — The council accused Erik Moss of waste.",
  ])
  func `what is denied, open or a place line shows none`(text: String) throws {
    #expect(try stances(text).allSatisfy { !$0.hasPrefix("Anna Holm") && !$0.hasPrefix("LINDBY") })
  }

  @Test(arguments: [
    ("Anna Holm has proposed to set up a trade office in Lima.", "for"),
    ("Anna Holm opposes opening a trade office in Lima.", "against"),
  ])
  func `what is said of bringing a plan about is said of it`(text: String, side: String) throws {
    #expect(try stances(text) == ["Anna Holm \(side) trade office in Lima"])
  }

  @Test(arguments: [
    "Anna Holm has not proposed to set up a trade office in Lima.",
    "Anna Holm went to Lima to open a trade office in Lima.",
  ])
  func `who does not ask for it takes no side`(text: String) throws {
    #expect(try stances(text).isEmpty)
  }

  @Test func `a name inside another noun is not the target`() throws {
    #expect(try stances("Norway backs a U.N. move on Friday.").allSatisfy { !$0.hasSuffix("U.N.") })
  }
}

@Suite(
  .enabled("the language model is not installed: run make model") { TrainedExtractor.isInstalled })
struct TrainedTimeTests {
  private func values(_ text: String, _ published: String) throws -> [String] {
    try TrainedExtractor(text, published: published).analysis.times.map(\.value)
  }

  @Test func `last October is the one that is over`() throws {
    #expect(try values("The party lost last October.", "2014-09-16") == ["2013-10"])
    #expect(try values("The party lost last October.", "2014-11-16") == ["2014-10"])
    #expect(try values("The party lost last January.", "2014-11-16") == ["2014-01"])
  }

  @Test func `a headline without a stop does not turn the tense of a day`() throws {
    let text =
      "Norway sets sights on boosting ties to tackle growing clout\n\nNorway on Thursday officially revealed that it is looking for allies."
    #expect(try values(text, "2023-06-09") == ["2023-06-08"])
  }
}
