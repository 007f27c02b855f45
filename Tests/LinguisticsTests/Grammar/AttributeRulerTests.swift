import FoundationEssentials
import TestSupport
import Testing

@testable import Linguistics

@Suite struct AttributeRulerTests {
  private let tags = ["NN", "VB", "TO", "_SP"]
  private let labels = ["ROOT", "dep", "aux", "expl"]

  /// A ruler with the rules of the flat list.
  private func ruler(_ flat: [String]) throws -> AttributeRuler {
    let folder = try TemporaryFolder()
    var writer = ModelWriter()
    writer.add("ruler", strings: flat)
    let path = folder.file("ruler.model")
    try Data(writer.encoded()).write(to: URL(filePath: path))
    return try AttributeRuler(
      try ModelFile(path: path), symbols: .standard, tags: tags, labels: labels)
  }

  private func apply(_ ruler: AttributeRuler, _ tokens: [(word: String, tag: String, dep: String)])
    throws -> [AttributeRuler.Attributes]
  {
    let facts = WordFacts(
      symbols: .standard, norms: [:], caseStarts: [], ruleLists: ruler.listOfLower)
    let lexemes = tokens.map { facts.lexeme(Array($0.word.utf8).span, offset: 0, norm: nil) }
    let rows = tokens.indices.map {
      TokenRow(lexeme: Int32($0), start: 0, isSpaceAfter: false)
    }
    return ruler.apply(
      rows, lexemes, tags: try tokens.map { UInt16(try #require(tags.firstIndex(of: $0.tag))) },
      labels: try tokens.map { UInt16(try #require(labels.firstIndex(of: $0.dep))) })
  }

  @Test func `a later rule wins over an earlier one`() throws {
    let ruler = try ruler([
      "0", "2", "POS", "NOUN", "MORPH", "Number=Sing", "1", "1", "TAG", "IN", "1", "NN",
      "0", "1", "POS", "PRON", "1", "2", "TAG", "IN", "1", "NN", "LOWER", "IN", "1", "someone",
    ])
    let found = try apply(ruler, [("Someone", "NN", "ROOT"), ("desk", "NN", "dep")])
    #expect(found.map { PartOfSpeech.names[Int($0.part)] } == ["PRON", "NOUN"])
    #expect(
      found.map { ruler.morphology.names[Int($0.morphology)] } == ["Number=Sing", "Number=Sing"])
  }

  @Test func `a rule for two tokens changes the one it names`() throws {
    let ruler = try ruler([
      "0", "1", "LEMMA", "go", "2", "1", "LOWER", "IN", "1", "gon", "1", "LOWER", "IN", "1", "na",
      "1", "1", "LEMMA", "to", "2", "1", "LOWER", "IN", "1", "gon", "1", "LOWER", "IN", "1", "na",
    ])
    let found = try apply(
      ruler,
      [("Gon", "NN", "ROOT"), ("na", "NN", "dep"), ("na", "NN", "dep"), ("gon", "NN", "dep")])
    #expect(found.map(\.lemma) == ["go", "to", nil, nil])
  }

  @Test func `conditions look at the text before any change`() throws {
    let ruler = try ruler([
      "0", "1", "TAG", "_SP", "1", "1", "IS_SPACE", "IN", "1", "1",
      "0", "1", "POS", "X", "1", "1", "TAG", "IN", "1", "_SP",
    ])
    let found = try apply(ruler, [("\n", "NN", "ROOT")])
    #expect(tags[Int(found[0].tag)] == "_SP")
    #expect(found[0].part == PartOfSpeech.none)
  }

  @Test func `unwanted tags and a small expression are understood`() throws {
    let ruler = try ruler([
      "0", "1", "POS", "AUX", "1", "2", "TAG", "NOT_IN", "2", "TO", "", "DEP", "IN", "1", "aux",
      "0", "1", "LEMMA", "not", "1", "1", "LOWER", "REGEX", "1", "^n'?t$",
    ])
    let found = try apply(
      ruler,
      [("to", "TO", "aux"), ("will", "VB", "aux"), ("n't", "NN", "dep"), ("NT", "NN", "dep")])
    #expect(found.map { PartOfSpeech.names[Int($0.part)] } == ["", "AUX", "", ""])
    #expect(found.map(\.lemma) == [nil, nil, "not", "not"])
  }

  @Test(arguments: [
    ["0"], ["0", "1", "COLOUR", "red", "1", "0"], ["2", "0", "1", "0"],
    ["0", "0", "1", "1", "LOWER", "REGEX", "1", "a+"], ["0", "1", "POS", "THING", "1", "0"],
    ["0", "0", "3", "0", "0", "0"],
  ])
  func `rules of an unknown kind are refused`(flat: [String]) {
    #expect(throws: ModelError.self) { try ruler(flat) }
  }

  @Test(arguments: [
    ("Number=Sing", "NOUN", true), ("Number=Plur", "NOUN", false), ("VerbForm=Inf", "VERB", true),
    ("VerbForm=Inf", "AUX", true), ("Tense=Pres|VerbForm=Fin", "VERB", true),
    ("Number=Sing|Tense=Pres|VerbForm=Fin", "VERB", false), ("Degree=Pos", "ADV", true),
    ("Degree=Cmp", "ADJ", false), ("_", "NOUN", false),
  ])
  func `base forms are known by their features`(features: String, part: String, isBase: Bool)
    throws
  {
    var morphology = Morphology()
    let number = morphology.number(features)
    let part = try #require(PartOfSpeech.number(part))
    #expect(morphology.isBaseForm(number, part) == isBase)
  }
}
