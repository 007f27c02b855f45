import FoundationEssentials
import NewsModel
import Primitives
import Testing

@Suite struct TokenEntryTests {
  @Test func `a token is a list in JSON and comes back as it was`() throws {
    let entry = TokenEntry(
      start: 3, end: 7, tag: "NNP", partOfSpeech: "PROPN", head: 2, dependency: "pobj",
      lemma: "Oslo", entity: "GPE")
    let bytes = try CanonicalJSON.encode([entry])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text == #"[[3,7,"NNP","PROPN",2,"pobj","Oslo","GPE"]]"#)
    #expect(try JSONDecoder().decode([TokenEntry].self, from: Data(bytes)) == [entry])
  }
}
