import Primitives
import TestSupport
import Testing

@testable import Linguistics

@Suite struct PipelineTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func pipeline(_ level: InstructionSet = .best) throws -> Pipeline {
    try Pipeline(modelAt: try TinyModel.write(to: folder), level: level)
  }

  /// Checks what holds for every annotation, whatever the model says.
  private func check(_ annotated: AnnotatedText, _ text: UTF8Text) throws {
    var place = 0
    for token in annotated.tokens {
      // Between two tokens there is nothing, or the one space that the first notes.
      #expect(token.range.start == place || token.range.start == place + 1)
      #expect(!token.range.isEmpty)
      #expect(text.words(at: token.range) != nil)
      place = token.range.end
    }
    #expect(text.count - place <= 1)
    let count = annotated.tokens.count
    #expect(annotated.sentences.flatMap { Array($0) } == Array(0..<count))
    #expect(annotated.sentences.allSatisfy { !$0.isEmpty })
    let syntax = annotated.syntax
    #expect(syntax?.heads.count ?? 0 == count)
    #expect(syntax?.heads.allSatisfy { (0..<count).contains($0) } ?? true)
    #expect(syntax?.lemmas.allSatisfy { !$0.isEmpty } ?? true)
    var end = 0
    for name in annotated.names {
      #expect(name.tokens.lowerBound >= end && name.tokens.upperBound <= count)
      #expect(!name.tokens.isEmpty)
      end = name.tokens.upperBound
    }
  }

  private static let parts = [
    "ministers", "met", "in", "Oslo", ".", ",", "\"", "don't", "U.K.", " ", "  ", "\n", "\t",
    "\u{0}", "\u{3000}", "\u{200D}", "é", "日本", "العربية", "👩‍👩‍👧", "🙂", "\u{FEFF}", "(", ")", "[", "]",
    "...", "http://a.example/b", "@", "—", "-", "'s", "a", "b", "\u{10FFFF}", "I\u{307}", "Σ",
  ]

  private static func text(_ random: inout SeededGenerator, parts count: Int) -> UTF8Text {
    UTF8Text(
      (0..<count).map { _ in
        (parts.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
      }.joined())
  }

  @Test(arguments: 0..<12)
  func `any text gives a sound annotation`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pipeline = try pipeline()
    for _ in 0..<6 {
      let text = Self.text(&random, parts: Int.random(in: 0...60, using: &random))
      try check(pipeline.annotate(text), text)
    }
  }

  @Test(arguments: 0..<8)
  func `any bytes that are made valid give a sound annotation`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) + 1000)
    let pipeline = try pipeline()
    let bytes = (0..<Int.random(in: 1...300, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    let text = UTF8Text(String(decoding: bytes, as: UTF8.self))
    try check(pipeline.annotate(text), text)
  }

  @Test(arguments: ["", " ", "\n", "\u{0}", ".", "🙂", "a "])
  func `the smallest texts are annotated`(words: String) throws {
    let text = UTF8Text(words)
    try check(try pipeline().annotate(text), text)
  }

  @Test func `a text has one result alone, among others, and on several workers`() async throws {
    let pipeline = try pipeline()
    var random = SeededGenerator(seed: 7)
    // Longer than a block of the encoder, so that blocks are joined.
    let texts = [600, 3, 0, 90, 1].map { Self.text(&random, parts: $0) }
    let alone = try texts.map { try self.pipeline().annotate($0) }
    for workers in [1, 2, 5] {
      let together = await pipeline.annotate(texts, workers: workers)
      #expect(together.count == texts.count)
      for (one, other) in zip(alone, together) {
        #expect(one.tokens == other.tokens && one.names == other.names)
        #expect(one.syntax?.tags == other.syntax?.tags)
        #expect(one.syntax?.heads == other.syntax?.heads)
        #expect(one.syntax?.lemmas == other.syntax?.lemmas)
      }
    }
  }

  @Test func `every instruction set gives the same result`() throws {
    var random = SeededGenerator(seed: 9)
    let text = Self.text(&random, parts: 30)
    let all = try InstructionSet.available.map { try pipeline($0).annotate(text) }
    for other in all.dropFirst() {
      #expect(other.syntax?.heads == all[0].syntax?.heads)
      #expect(other.syntax?.tags == all[0].syntax?.tags)
      #expect(other.names == all[0].names)
    }
  }

  @Test func `words far back are still known when they are on the stack`() throws {
    // Long texts without an end of sentence make the parser look back over evicted blocks.
    let text = UTF8Text(String(repeating: "ministers met (in Oslo ", count: 200))
    try check(try pipeline().annotate(text), text)
  }

  @Test func `the model says its name`() throws {
    #expect(try pipeline().modelName == "en_tiny 1.0")
    #expect(
      try Pipeline.verify(modelAt: try TinyModel.write(to: folder)) == "en_tiny 1.0")
  }
}
