import FoundationEssentials
import TestSupport
import Testing

@testable import Linguistics

@Suite struct LemmatizerTests {
  private func lemmatizer() throws -> Lemmatizer {
    let folder = try TemporaryFolder()
    var writer = ModelWriter()
    writer.add("lemmas.parts", strings: ["noun"])
    writer.add("lemmas.noun.rules", strings: ["s", "", "ies", "y", "men", "man", "ves", "f"])
    writer.add("lemmas.noun.index", SortedWords.encode(["desk", "story", "wolf", "news"]))
    writer.add("lemmas.noun.exceptions", SortedWords.encode(["mice", "leaves"]))
    writer.add("lemmas.noun.forms", strings: ["leaf\nleave", "mouse"])
    let path = folder.file("lemmas.model")
    try Data(writer.encoded()).write(to: URL(filePath: path))
    return try Lemmatizer(try ModelFile(path: path))
  }

  @Test(arguments: [
    ("Desks", "desk"), ("stories", "story"), ("wolves", "wolf"), ("mice", "mouse"),
    // Of several exceptions the last comes first, as in spaCy.
    ("leaves", "leave"),
    // A form that is not in the list is taken when there is nothing better.
    ("aldermen", "alderman"), ("blogs", "blog"),
    // A form that is no word (it is not of letters alone) counts as one.
    ("1990s", "1990"), ("NASA", "NASA"), ("s", "s"),
  ])
  func `a plural has its singular as lemma`(word: String, lemma: String) throws {
    let found = try lemmatizer().lemma(
      Array(word.utf8), lower: Array(word.lowercased().utf8), PartOfSpeech.noun)
    #expect(String(decoding: found, as: UTF8.self) == lemma)
  }

  @Test func `a part of speech without tables is known`() throws {
    let lemmatizer = try lemmatizer()
    #expect(lemmatizer.hasTable(PartOfSpeech.noun))
    #expect(!lemmatizer.hasTable(PartOfSpeech.properNoun))
  }
}
