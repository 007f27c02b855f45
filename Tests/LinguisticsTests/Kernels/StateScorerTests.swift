import TestSupport
import Testing

@testable import Linguistics

@Suite struct StateScorerTests {
  @Test func `a token far back scores as it did when it was near`() throws {
    let folder = try TemporaryFolder()
    let model = try LanguageModel(try ModelFile(path: try TinyModel.write(to: folder)))
    var lexicon = Lexicon(facts: model.facts, rules: model.rules)
    var rows: [TokenRow] = []
    let text = Array((0..<1700).map { "w\($0 % 97)" }.joined(separator: " ").utf8)
    Tokenizer(patterns: model.casePatterns).tokenize(text.span, lexicon: &lexicon, into: &rows)
    let network = model.parserNetwork
    let source = VectorSource(model.encoder, network.projection, tagger: nil, .best)
    var scorer = StateScorer(network, source, .best)
    scorer.begin(rows, lexicon.lexemes)

    func scores(_ token: Int) -> [Float] {
      for feature in 0..<network.features { scorer.setFeature(feature, to: -1) }
      scorer.setFeature(2, to: token)
      scorer.score()
      return scorer.scores
    }
    let places = stride(from: 0, to: rows.count, by: 61)
    let near = places.map { scores($0) }
    #expect(Set(near.map(\.description)).count > 20)
    for (place, expected) in zip(places, near).reversed() {
      #expect(scores(place) == expected, "token \(place)")
    }
  }

  @Test func `no token of a state drives out another`() throws {
    let folder = try TemporaryFolder()
    let model = try LanguageModel(try ModelFile(path: try TinyModel.write(to: folder)))
    var lexicon = Lexicon(facts: model.facts, rules: model.rules)
    var rows: [TokenRow] = []
    let text = Array((0..<2200).map { "w\($0 % 97)" }.joined(separator: " ").utf8)
    Tokenizer(patterns: model.casePatterns).tokenize(text.span, lexicon: &lexicon, into: &rows)
    let network = model.parserNetwork
    let source = VectorSource(model.encoder, network.projection, tagger: nil, .best)
    var random = SeededGenerator(seed: 2)
    var used = StateScorer(network, source, .best)
    used.begin(rows, lexicon.lexemes)
    for _ in 0..<12 {
      let tokens = (0..<network.features).map { _ in
        Int.random(in: -1..<rows.count, using: &random)
      }
      var fresh = StateScorer(network, source, .best)
      fresh.begin(rows, lexicon.lexemes)
      for (feature, token) in tokens.enumerated() { used.setFeature(feature, to: token) }
      for (feature, token) in tokens.enumerated().reversed() {
        fresh.setFeature(feature, to: token)
      }
      used.score()
      fresh.score()
      #expect(used.scores == fresh.scores)
    }
  }

  @Test func `without any token the padding decides`() throws {
    let folder = try TemporaryFolder()
    let model = try LanguageModel(try ModelFile(path: try TinyModel.write(to: folder)))
    let network = model.nameNetwork
    let source = VectorSource(model.nameEncoder, network.projection, tagger: nil, .best)
    var scorer = StateScorer(network, source, .best)
    scorer.begin([], [])
    for feature in 0..<network.features { scorer.setFeature(feature, to: -1) }
    scorer.score()
    #expect(scorer.scores.contains { $0 != 0 })
  }
}
