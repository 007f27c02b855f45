import Primitives
import Testing

struct BytesTests {
  @Test func `a range that cuts a character has no words`() {
    let text = UTF8Text("Café said")
    #expect(text.words(at: ByteRange(0, 5)) == "Café")
    #expect(text.words(at: ByteRange(0, 4)) == nil)
    #expect(text.words(at: ByteRange(4, 6)) == nil)
    #expect(text.words(at: ByteRange(0, 11)) == nil)
    #expect(text.words(at: text.fullRange) == "Café said")
  }

  @Test func `trimming leaves the words`() {
    let text = UTF8Text(" \n words here \t")
    #expect(text[text.trimmed(text.fullRange)] == "words here")
    let blank = UTF8Text("  \n")
    #expect(blank.trimmed(blank.fullRange).isEmpty)
  }

  @Test func `a range is written as a pair`() throws {
    #expect(try CanonicalJSON.string([ByteRange(3, 9)]) == "[[3,9]]")
    #expect(throws: DecodingError.self) {
      try CanonicalJSON.decode([ByteRange].self, from: Array("[[9,3]]".utf8))
    }
    #expect(throws: DecodingError.self) {
      try CanonicalJSON.decode([ByteRange].self, from: Array("[[-1,3]]".utf8))
    }
  }

  @Test func `a range that is none stops the program`() async {
    await #expect(processExitsWith: .failure) { _ = ByteRange(5, 4) }
  }

  @Test func `the digest is SHA-256`() {
    // FIPS 180-4, example for "abc".
    let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    #expect(Digest(of: "abc").hex == expected)
  }

  @Test func `fields cannot run into one another`() {
    #expect(Digest(fields: ["ab", "c"]) != Digest(fields: ["a", "bc"]))
    #expect(Digest(fields: ["a", ""]) != Digest(fields: ["a"]))
  }

  @Test func `an empty sequence is no NonEmpty`() throws {
    #expect(NonEmpty([Int]()) == nil)
    #expect(try #require(NonEmpty([1, 2, 3])).elements == [1, 2, 3])
    #expect(throws: DecodingError.self) {
      try CanonicalJSON.decode(NonEmpty<Int>.self, from: Array("[]".utf8))
    }
  }

  @Test(arguments: [1, 2, 7]) func `a parallel map keeps the order`(width: Int) {
    let squares = parallelMap(Array(0..<1000), width: width) { $0 * $0 }
    #expect(squares == (0..<1000).map { $0 * $0 })
  }
}
