import Extraction
import Linguistics
import NewsModel
import Primitives
import Testing

/// The tense of a clause, from trees written by hand.
struct TimeTenseTests {
  /// A word with its tag, part of speech, head and label.
  private typealias Word = (word: String, tag: String, part: String, head: Int, label: String)

  private func value(_ words: [Word]) -> [String] {
    var text = ""
    var tokens: [Token] = []
    for word in words {
      if !text.isEmpty, word.word != "." { text += " " }
      tokens.append(
        Token(range: ByteRange(text.utf8.count, text.utf8.count + word.word.utf8.count)))
      text += word.word
    }
    let syntax = Syntax(
      tags: words.map(\.tag), partsOfSpeech: words.map(\.part), heads: words.map(\.head),
      dependencies: words.map(\.label), lemmas: words.map { $0.word.lowercased() })
    let (made, sentences) = (tokens, [0..<words.count])
    let extractor = Extractor { source in
      AnnotatedText(text: source, tokens: made, sentences: sentences, syntax: syntax)
    }
    let article = Article(published: CivilTime(iso8601: "2023-06-02"), text: text)
    return extractor.analyse(article).times.map(\.value)
  }

  private func clause(_ verb: String, _ tag: String, helper: Word? = nil) -> [Word] {
    let at = helper == nil ? 1 : 2
    var words: [Word] = [("Moss", "NNP", "PROPN", at, "nsubj")]
    if let helper { words.append(helper) }
    return words + [
      (verb, tag, "VERB", at, "ROOT"), ("on", "IN", "ADP", at, "prep"),
      ("Tuesday", "NNP", "PROPN", at + 1, "pobj"), (".", ".", "PUNCT", at, "punct"),
    ]
  }

  @Test func `a verb in the past looks back`() {
    #expect(value(clause("quit", "VBD")) == ["2023-05-30"])
  }

  @Test func `a helper tells the future`() {
    #expect(value(clause("quit", "VB", helper: ("will", "MD", "AUX", 2, "aux"))) == ["2023-06-06"])
  }

  @Test func `the plain present of a sentence is still to come`() {
    #expect(value(clause("quits", "VBZ")) == ["2023-06-06"])
    #expect(value(Array(clause("quits", "VBZ").dropLast())) == ["2023-05-30"])
  }

  @Test func `a tree without end costs no time and gives a date`() {
    var words = clause("quit", "VBD")
    words[3].head = 2
    words[2].head = 3
    #expect(value(words).count == 1)
  }
}
