import Primitives
import Testing

@testable import Knowledge

struct WordScannerTests {
  private func words(_ text: String) -> [String] {
    var scanner = WordScanner(Array(text.utf8))
    var found: [String] = []
    while scanner.next() { found.append(String(decoding: scanner.word, as: UTF8.self)) }
    return found
  }

  @Test(arguments: [
    ("Seoul’s “plan”—so far…", ["seoul", "s", "plan", "so", "far"]),
    ("ÉLYSÉE, Málaga and Łódź", ["élysée", "málaga", "and", "Łódź"]),
    ("3,000 men;2 ships", ["3", "000", "men", "2", "ships"]),
    ("ソウル 日本", ["ソウル", "日本"]),
    ("", []),
    ("\u{00A0}\u{2014} ", []),
  ])
  func `words are letters and digits in lower case`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func `each word says where it stands`() {
    var scanner = WordScanner(Array("Ein Käse".utf8))
    _ = scanner.next()
    let second = scanner.next()
    #expect(second)
    #expect(scanner.range == .init(4, 9))
  }

  @Test(arguments: [
    ("missiles", "missile"), ("parties", "party"), ("launching", "launch"), ("pass", "pass"),
    ("is", "is"), ("agreed", "agree"),
  ])
  func `forms of a word meet`(a: String, b: String) {
    #expect(WordStem.of(Array(a.utf8)) == WordStem.of(Array(b.utf8)))
  }
}
