import Testing

@testable import Linguistics

@Suite struct ScalarsTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  // Made with `str.lower` of Python 3.11.
  @Test(arguments: [
    ("Reuters", "reuters"), ("ÉTÉ", "été"), ("ΟΔΥΣΣΕΥΣ", "οδυσσευς"), ("ΣΑΣ Σ", "σας σ"),
    ("Σ", "σ"), ("ΑΣ.", "ας."), ("İ", "i̇"), ("ẞ", "ß"), ("日本", "日本"), ("", ""),
  ])
  func `lower case is Python's`(text: String, lower: String) {
    #expect(String(decoding: Scalars.lowercased(scalars(text)), as: UTF8.self) == lower)
  }

  @Test(arguments: [
    ("Reuters", "Xxxxx"), ("U.S.", "X.X."), ("2018-19", "dddd-dd"), ("n't", "x'x"),
    ("AAAAAAb", "XXXXx"), ("....!!!!!!", "....!!!!"), ("Zürich", "Xxxxx"), ("東京", "xx"),
    (String(repeating: "a", count: 99), "xxxx"), (String(repeating: "a", count: 100), "LONG"),
  ])
  func `the shape names letters and digits and cuts runs`(text: String, shape: String) {
    #expect(String(decoding: Scalars.shape(scalars(text)), as: UTF8.self) == shape)
  }

  @Test func `bytes are decoded as they were encoded`() {
    let text = "a é € 🙂\u{0}z"
    #expect(Scalars.decode(Array(text.utf8).span) == scalars(text))
  }

  @Test func `bytes that end within a character do not trap`() {
    for bytes in [[0xE2, 0x82], [0xF0], [0xC3]] as [[UInt8]] {
      #expect(Scalars.decode(bytes.span).count == 1)
    }
  }
}
