import CAttributionWeights
import CNeuralKernels
import Foundation
import Linguistics
import NewsModel
import Primitives
import Testing

@testable import Extraction

/// The native reader against the training program, on sentences of our own.
struct AttributionReaderTests {
  private struct Fixture: Decodable {
    let text: String
    let tokens: [TokenLine]
    let rows: [Int]
    let scores: [[Float]]
    let statements: [[[[Int]]]]
  }

  private struct TokenLine: Decodable {
    let start, end, head, sentence: Int
    let tag, label, lemma, name: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      start = try values.decode(Int.self)
      end = try values.decode(Int.self)
      tag = try values.decode(String.self)
      label = try values.decode(String.self)
      head = try values.decode(Int.self)
      lemma = try values.decode(String.self)
      name = try values.decode(String.self)
      sentence = try values.decode(Int.self)
    }
  }

  private let fixture: Fixture
  private let words: ArticleWords
  private let syntax: Syntax

  init() throws {
    fixture = try JSONDecoder().decode(Fixture.self, from: Data(AttributionFixture.json.utf8))
    let tokens = fixture.tokens
    syntax = Syntax(
      tags: tokens.map(\.tag), partsOfSpeech: tokens.map { _ in "" }, heads: tokens.map(\.head),
      dependencies: tokens.map(\.label), lemmas: tokens.map(\.lemma))
    var names: [NameSpan] = []
    for (token, line) in tokens.enumerated() where !line.name.isEmpty {
      let label = String(line.name.dropFirst(2))
      if line.name.hasPrefix("I-"), let last = names.popLast() {
        names.append(NameSpan(tokens: last.tokens.lowerBound..<token + 1, label: label))
      } else {
        names.append(NameSpan(tokens: token..<token + 1, label: label))
      }
    }
    let sentences = (0...(tokens.last?.sentence ?? 0)).compactMap { number -> Range<Int>? in
      guard let first = tokens.firstIndex(where: { $0.sentence == number }),
        let last = tokens.lastIndex(where: { $0.sentence == number })
      else { return nil }
      return first..<last + 1
    }
    words = ArticleWords(
      AnnotatedText(
        text: UTF8Text(fixture.text),
        tokens: tokens.map { Token(range: ByteRange($0.start, $0.end)) }, sentences: sentences,
        names: names, syntax: syntax))
  }

  @Test func `the features are those of the training program`() {
    let text = AttributionText(words, syntax, .english)
    let rows = TokenFeatures(text, names: words.names, dependencies: syntax.dependencies).rows()
    let each = rows.count / max(text.count, 1)
    let sums = (0..<text.count).map { token in
      rows[token * each..<(token + 1) * each].reduce(0) { $0 + Int($1) }
    }
    #expect(sums == fixture.rows)
  }

  @Test(arguments: Array(0...nk_best_level()))
  func `the scores are those of the training program with all instructions`(level: Int32) throws {
    let weights = try #require(AttributionWeights.builtIn)
    let network = try #require(AttributionEnsemble(weights, level: level))
    let best = try #require(AttributionEnsemble.builtIn)
    let text = AttributionText(words, syntax, .english)
    let rows = TokenFeatures(text, names: words.names, dependencies: syntax.dependencies).rows()
    let scores = network.read(rows, count: text.count).scores
    #expect(scores == best.read(rows, count: text.count).scores)
    for (number, expected) in fixture.scores.joined().enumerated() {
      #expect(abs(scores[number] - expected) < 0.002)
    }
  }

  @Test func `the statements are those of the training program`() throws {
    let reader = try #require(AttributionReader.builtIn)
    let drafts = try #require(reader.drafts(words)).filter { !$0.isInside }
    func bytes(_ tokens: Range<Int>?) -> [[Int]] {
      tokens.map { [[words.range($0).start, words.range($0).end]] } ?? []
    }
    let found = drafts.map { [bytes($0.source), bytes($0.cue), $0.content.flatMap(bytes)] }
    #expect(Set(found) == Set(fixture.statements))
  }

  @Test func `a text without words has no statements`() throws {
    let empty = ArticleWords(
      AnnotatedText(
        text: UTF8Text(""), tokens: [], sentences: [],
        syntax: Syntax(tags: [], partsOfSpeech: [], heads: [], dependencies: [], lemmas: [])))
    let reader = try #require(AttributionReader.builtIn)
    #expect(reader.drafts(empty)?.isEmpty == true)
  }

  @Test func `the weights are those that the figures were measured with`() throws {
    let bytes = unsafe Array(
      UnsafeRawBufferPointer(start: attribution_weights(), count: attribution_weights_size()))
    #expect(Digest(of: bytes).hex == Self.digest)
  }

  private static let digest = "8bff893838aa6898b1d738e3dd09730d7ca17d6dff59ede3e9708d89d0ab9332"
}
