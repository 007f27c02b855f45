import Testing

@testable import Linguistics

@Suite struct ScalarClassTests {
  // isspace, isalpha, isupper, isdigit, \d and \w of Python 3.11.
  @Test(arguments: [
    ("a", "-a---w"), ("Z", "-aU--w"), ("5", "---ddw"), ("_", "-----w"), (" ", "s-----"),
    ("\u{1F}", "s-----"), ("\u{A0}", "s-----"), ("\u{200B}", "------"), ("\u{3000}", "s-----"),
    ("²", "---d-w"), ("½", "-----w"), ("①", "---d-w"), ("٣", "---ddw"), ("É", "-aU--w"),
    ("ß", "-a---w"), ("ǅ", "-a---w"), ("Ⅷ", "--U--w"), ("日", "-a---w"), ("ª", "-a---w"),
    ("́", "------"), ("🙂", "------"), ("\u{0}", "------"), ("\u{E9}", "-a---w"),
  ])
  func `each kind is Python's`(text: String, kinds: String) throws {
    let scalar = try #require(text.unicodeScalars.first).value
    let found =
      (ScalarClass.isSpace(scalar) ? "s" : "-") + (ScalarClass.isLetter(scalar) ? "a" : "-")
      + (ScalarClass.isUppercase(scalar) ? "U" : "-") + (ScalarClass.isDigit(scalar) ? "d" : "-")
      + (ScalarClass.isDecimal(scalar) ? "d" : "-") + (ScalarClass.isWord(scalar) ? "w" : "-")
    #expect(found == kinds)
  }
}
