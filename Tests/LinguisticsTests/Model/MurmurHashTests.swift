import Testing

@testable import Linguistics

@Suite struct MurmurHashTests {
  @Test(arguments: [
    ("apple", 8_566_208_034_543_834_098 as UInt64), ("", 14_313_749_767_032_693_980),
    ("news desk", 17_280_600_848_466_206_281),
    ("Friday", 2_779_572_115_700_458_022),
  ])
  func `a string has the id that spaCy gives it`(text: String, id: UInt64) {
    #expect(MurmurHash.string(text) == id)
  }

  @Test func `every length of tail is hashed`() {
    let hashes = (0..<24).map { MurmurHash.string(String(repeating: "é", count: $0)) }
    #expect(Set(hashes).count == hashes.count)
  }

  @Test func `the rows of an embedding are the four words of the hash`() {
    let rows = MurmurHash.rows(1, seed: 8)
    #expect(rows.0 == 1_161_550_108)
    #expect(rows.1 == 2_247_783_286)
    #expect(rows.2 == 1_742_325_162)
    #expect(rows.3 == 1_224_191_281)
  }

  @Test(arguments: [("NORM", 67 as UInt64), ("agent", 401), ("PERSON", 380), ("", 0)])
  func `a reserved word has its number as id`(word: String, id: UInt64) {
    #expect(SymbolTable.standard.id(word) == id)
  }

  @Test func `any other word has its hash as id`() {
    #expect(SymbolTable.standard.id("apple") == 8_566_208_034_543_834_098)
  }
}
