import Testing

@testable import Linguistics

@Suite struct StringListTests {
  @Test(arguments: [[], [""], ["a", "", "Ærø", "two words\nand a line"]])
  func `a list comes back as it was`(strings: [String]) {
    #expect(StringList.decode(StringList.encode(strings)) == strings)
  }

  @Test func `a list that is cut short or too long is none`() {
    let bytes = StringList.encode(["news", "desk"])
    for count in 0..<bytes.count { #expect(StringList.decode(Array(bytes.prefix(count))) == nil) }
    #expect(StringList.decode(bytes + [0]) == nil)
  }
}
