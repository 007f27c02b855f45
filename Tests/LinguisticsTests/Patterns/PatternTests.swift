import Testing

@testable import Linguistics

@Suite struct PatternTests {
  @Test(arguments: [
    ("^a|^b", true, false), ("a$|b$", false, true), ("^a|b", false, false),
    ("^(?:a|b)$", true, true),
  ])
  func `anchors are seen`(expression: String, start: Bool, end: Bool) throws {
    let pattern = try PatternParser.parse(expression)
    #expect(pattern.isAnchoredAtStart == start)
    #expect(pattern.isAnchoredAtEnd == end)
  }

  @Test(arguments: [
    (#"(?:\w+\.)+com"#, "mo.c"), ("a.c|ab", "a"), ("(?:x)?y", "y"), ("[ab]c*", ""), ("a|b", ""),
    ("(?=q)z", "z"),
  ])
  func `scalars that no match lacks are found`(expression: String, expected: String) throws {
    let required = try PatternParser.parse(expression).requiredScalars
    #expect(required == Set(expected.unicodeScalars.map(\.value)))
  }

  @Test(arguments: [
    ("^n'?t$", ["nt", "n't"]), ("^n[ou]t$", ["not", "nut"]), ("a|b{2}", ["a", "bb"]),
    ("^$", [""]),
  ])
  func `the texts of a small pattern are listed`(expression: String, texts: [String]) throws {
    let strings = try #require(try PatternParser.parse(expression).strings())
    #expect(strings == texts.map { $0.unicodeScalars.map(\.value) })
  }

  @Test(arguments: ["a+", #"\w"#, "[^a]", "(?=a)b", "[a-z]{3}"])
  func `a pattern with too many texts is not listed`(expression: String) throws {
    #expect(try PatternParser.parse(expression).strings() == nil)
  }
}
