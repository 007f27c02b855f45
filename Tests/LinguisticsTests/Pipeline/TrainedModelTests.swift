import Primitives
import Testing

@testable import Linguistics

/// What the trained model says of a few sentences, drawn as trees.
@Suite(
  .enabled("the language model is not installed: run scripts/fetch-model") {
    (try? ModelLocation.find()).flatMap { try? ModelFile(path: $0) } != nil
  })
struct TrainedModelTests {
  private func annotate(_ text: String) throws -> AnnotatedText {
    try Pipeline(modelAt: try ModelLocation.find()).annotate(UTF8Text(text))
  }

  @Test func `a quotation hangs below its cue`() throws {
    let tree = """
      said VBD ROOT say
      ├─ " `` punct "
      ├─ agreed VBD ccomp agree
      │  └─ We PRP nsubj we
      ├─ , , punct ,
      ├─ " '' punct "
      ├─ Larsen NNP nsubj Larsen [PERSON]
      │  └─ Ms. NNP compound Ms.
      └─ . . punct .
      """
    #expect(TreeDump(try annotate("\"We agreed,\" Ms. Larsen said.")).description == tree)
  }

  @Test func `contractions are cut and have their lemmas`() throws {
    let text = try annotate("They didn't say they'd go.")
    #expect(
      text.tokens.indices.map { text.word($0) }.joined(separator: "|")
        == "They|did|n't|say|they|'d|go|.")
    #expect(text.syntax?.lemmas == ["they", "do", "not", "say", "they", "would", "go", "."])
  }

  @Test func `sentences, names and noun phrases are found`() throws {
    let text = try annotate(
      "Norway's foreign minister flew to Tokyo on Monday. Talks with Japan begin on 3 May.")
    #expect(text.sentences.count == 2)
    let names = text.names.map { "\(text.text[text.range(of: $0.tokens)]) \($0.label)" }
    #expect(names == ["Norway GPE", "Tokyo GPE", "Monday DATE", "Japan GPE", "3 May DATE"])
    let chunks = text.nounChunks.map { text.text[text.range(of: $0)] }
    #expect(chunks == ["Norway's foreign minister", "Tokyo", "Monday", "Talks", "Japan", "3 May"])
  }

  @Test func `white space other than one space is a token`() throws {
    let text = try annotate("One line.\n\nTwo  lines.")
    let words = text.tokens.indices.map { text.word($0) }
    #expect(words == ["One", "line", ".", "\n\n", "Two", " ", "lines", "."])
    #expect(text.syntax?.tags[3] == "_SP")
    #expect(text.syntax?.partsOfSpeech[5] == "SPACE")
  }

  @Test func `a model that is installed is sound`() throws {
    #expect(try Pipeline.verify(modelAt: try ModelLocation.find()).contains("core_web_sm"))
  }
}
