import Testing

@testable import Storage

struct NumberDifferencesTests {
  @Test(arguments: [
    ("[[0,15],[422,427],[436,451]]", "[[0,15],[407,5],[9,15]]"),
    ("{\"a\":7,\"b\":-2}", "{\"a\":7,\"b\":-9}"),
    (
      "{\"a\":\"in 2017, \\\"12\\\" \\\\\",\"b\":3}", "{\"a\":\"in 2017, \\\"12\\\" \\\\\",\"b\":3}"
    ),
    ("[]", "[]"),
  ])
  func `numbers outside strings are written as differences, and come back`(
    json: String, differences: String
  ) throws {
    let encoded = try #require(NumberDifferences.encoded(Array(json.utf8)))
    #expect(String(decoding: encoded, as: UTF8.self) == differences)
    #expect(NumberDifferences.decoded(encoded) == Array(json.utf8))
  }

  @Test(arguments: ["[1.5]", "[1e3]", "[01]", "[-0]", "[-]", "[123456789012345678]"])
  func `a number that would not come back the same is refused`(json: String) {
    #expect(NumberDifferences.encoded(Array(json.utf8)) == nil)
  }

  @Test func `the largest numbers come back`() throws {
    let json = Array("[99999999999999999,-99999999999999999,99999999999999999]".utf8)
    let encoded = try #require(NumberDifferences.encoded(json))
    #expect(NumberDifferences.decoded(encoded) == json)
  }

  @Test(arguments: ["\"open", "\"back\\", "[1,", "\u{0}"])
  func `what is no JSON comes back or is refused, never a crash`(text: String) {
    let encoded = NumberDifferences.encoded(Array(text.utf8))
    #expect(encoded.flatMap(NumberDifferences.decoded) == encoded.map { _ in Array(text.utf8) })
  }
}
