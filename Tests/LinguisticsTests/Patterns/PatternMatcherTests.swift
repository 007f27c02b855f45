import Testing

@testable import Linguistics

@Suite struct PatternMatcherTests {
  /// All matches, marked by brackets.
  private func marked(_ expression: String, _ text: String) throws -> String {
    var matcher = PatternMatcher(PatternProgram(try PatternParser.parse(expression)))
    let scalars = text.unicodeScalars.map(\.value)
    var result = ""
    var place = 0
    func append(_ range: Range<Int>) {
      for scalar in scalars[range].compactMap(Unicode.Scalar.init) {
        result.unicodeScalars.append(scalar)
      }
    }
    for match in matcher.matches(scalars, in: 0..<scalars.count) {
      append(place..<match.lowerBound)
      result += "["
      append(match)
      result += "]"
      place = match.upperBound
    }
    append(place..<scalars.count)
    return result
  }

  // The right column was made with Python's `re`.
  @Test(arguments: [
    ("-|--|---", "a---b", "a[-][-][-]b"), ("---|--|-", "a---b", "a[---]b"),
    (#"\.\.+|,"#, "no. yes.. 1,000....", "no. yes[..] 1[,]000[....]"),
    ("(?<=[a-z]),(?=[a-z])", "a,b ,c d, e,f", "a[,]b ,c d, e[,]f"),
    ("(?<=[0-9])[+*^-](?=[0-9-])", "1+2-3--4 a-5", "1[+]2[-]3[-]-4 a-5"),
    ("(?<![a-z])is", "is this is", "[is] this [is]"), ("a(?!b)", "ab ac a", "ab [a]c [a]"),
    ("(?:ab|a)(?:c|bcd)", "abcd", "[abc]d"), ("(?:a|ab)(?:c|bcd)", "abcd", "[abcd]"),
    ("a{2,3}", "a aa aaa aaaa aaaaa", "a [aa] [aaa] [aaa]a [aaa][aa]"),
    ("a{2}", "aaaaa", "[aa][aa]a"), ("x{,2}y", "xxxy", "x[xxy]"), ("a{b}", "a{b}", "[a{b}]"),
    (#"[\w.]+@\w+"#, "to ada.l@desk or @x", "to [ada.l@desk] or @x"),
    (#"[^\W\d]+"#, "Ærø 12 été_3", "[Ærø] 12 [été_]3"),
    (#"[]a]+"#, "[a]", "[[a]]"), (#"[^]a]+"#, "[a]b", "[[]a][b]"),
    ("(?<=°[FfCc])[.]", "20°C. 20°K.", "20°C[.] 20°K."),
    (#"\u00e9|\U0001F642"#, "é 🙂 e", "[é] [🙂] e"), ("^a|b$", "ab ab", "[a]b a[b]"),
    ("(a|b)*c", "abac c b", "[abac] [c] b"), ("(?:(?:a?){3}){2}b", "aaaab", "[aaaab]"),
  ])
  func `matches are those of Python`(expression: String, text: String, expected: String) throws {
    #expect(try marked(expression, text) == expected)
  }

  @Test(arguments: [
    ("(ab", "a ) is missing"), ("ab)", "a ) too many"), ("*a", "nothing to repeat"),
    ("a**", "lazy or double repetition"), ("a+?", "lazy or double repetition"),
    ("[b-a]", "a range that runs backwards"), ("[ab", "cut short"), (#"\q"#, "unknown escape"),
    (#"\u12"#, "cut short"), ("(?P<x>a)", "an unknown kind of group"), (#"\"#, "cut short"),
    ("a{2000}", "a repetition out of bounds"), ("a{3,1}", "a repetition out of bounds"),
    ("(?:(?:a{900}){900}){900}", "a repetition out of bounds"),
  ])
  func `what cannot be read is refused`(expression: String, reason: String) throws {
    let fault = #expect(throws: PatternParser.Fault.self) {
      try PatternParser.parse(expression)
    }
    #expect(try #require(fault).reason.contains(reason))
  }

  @Test func `deep nesting is refused`() {
    let expression = String(repeating: "(", count: 10_000)
    #expect(throws: PatternParser.Fault.self) { try PatternParser.parse(expression) }
  }

  @Test func `any expression is read or refused`() {
    var random = SeededGenerator(seed: 11)
    let parts = Array("()[]{}|*+?^$.\\-,:=!<wdsSuUx019aé")
    for _ in 0..<600 {
      let expression = String(
        (0..<Int.random(in: 1..<12, using: &random)).compactMap { _ in
          parts.randomElement(using: &random)
        })
      guard let pattern = try? PatternParser.parse(expression) else { continue }
      var matcher = PatternMatcher(PatternProgram(pattern))
      _ = matcher.matches([97, 48, 233, 32, 97], in: 0..<5)
    }
  }

  @Test func `read backwards the longest match is the leftmost`() throws {
    let pattern = try PatternParser.parse(#"'s$|\.\.+$|(?<=[0-9])km$|m$"#)
    var matcher = PatternMatcher(PatternProgram(pattern, isForward: false))
    func suffix(_ text: String) -> Int? {
      let scalars = text.unicodeScalars.map(\.value)
      let start = matcher.match(scalars, in: 0..<scalars.count, from: scalars.count, .longest)
      return start.map { scalars.count - $0 }
    }
    #expect(suffix("desk's") == 2)
    #expect(suffix("well....") == 4)
    #expect(suffix("5km") == 2)
    #expect(suffix("km") == 1)
    #expect(suffix("news") == nil)
  }

  @Test func `the window hides the text around it`() throws {
    var matcher = PatternMatcher(PatternProgram(try PatternParser.parse("(?<=a)b|^c|d$")))
    let scalars = "abcd!".unicodeScalars.map(\.value)
    #expect(matcher.matches(scalars, in: 0..<5) == [1..<2])
    #expect(matcher.matches(scalars, in: 1..<4) == [3..<4])
    #expect(matcher.matches(scalars, in: 2..<3) == [2..<3])
  }

  @Test func `a pattern that explodes when tried path by path takes linear time`() throws {
    var matcher = PatternMatcher(PatternProgram(try PatternParser.parse("^(?:a+)+(?:a|b)*c$")))
    let scalars = [UInt32](repeating: 97, count: 20_000)
    #expect(matcher.match(scalars, in: 0..<scalars.count, from: 0, .any) == nil)
  }
}
