import NewsModel
import Primitives

/// Where an article first uses each word, and how often it uses it.
struct WordHistory {
  private let first: [String: Int]
  private let counts: [String: Int]
  /// The stems of the words of the headline.
  private let title: Set<String>
  /// How many of a thousand words report what somebody says, are in the first person outside quotations, and how many question marks
  /// there are to as many words: reports have many of the first, opinions of the others.
  let reporting, firstPerson, questions: Float

  /// Reads the article once.
  /// - Complexity: O(bytes of the text).
  init(_ filed: FiledArticle) {
    var (first, counts) = ([String: Int](), [String: Int]())
    var (total, reporting, firstPerson) = (0, 0, 0)
    for word in WordScanner.words(of: filed.text, in: filed.text.fullRange) {
      total += 1
      if !word.isQuoted {
        if Self.reports.contains(word.lower) { reporting += 1 }
        if Pronouns.firstPersons.contains(word.lower) { firstPerson += 1 }
      }
      let stem = Self.stem(word.lower)
      counts[stem, default: 0] += 1
      if first[stem] == nil { first[stem] = word.range.start }
    }
    (self.first, self.counts) = (first, counts)
    let thousands = Float(max(total, 1)) / 1000
    self.reporting = Float(reporting) / thousands
    self.firstPerson = Float(firstPerson) / thousands
    questions = Float(filed.text.bytes.count { $0 == UInt8(ascii: "?") }) / thousands
    let headline = UTF8Text(filed.version.article.title ?? "")
    title = Set(
      WordScanner.words(of: headline, in: headline.fullRange).map { Self.stem($0.lower) })
  }

  private static let reports: Set<String> = ["said", "says", "told", "according"]

  /// Whether the article uses the word before an offset.
  func uses(_ word: String, before offset: Int) -> Bool {
    first[Self.stem(word)].map { $0 < offset } ?? false
  }

  /// How often the article uses the word.
  func count(_ word: String) -> Int { counts[Self.stem(word), default: 0] }

  /// Whether the headline has the word.
  func isInTitle(_ word: String) -> Bool { title.contains(Self.stem(word)) }

  private static func stem(_ word: String) -> String {
    [Word].stem(word.hasSuffix("'s") ? String(word.dropLast(2)) : word)
  }
}
