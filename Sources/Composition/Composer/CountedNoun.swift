import Primitives

/// A number with the noun that it counts: "12 people", "seven ships".
struct CountedNoun: Hashable {
  /// The number as written, in lower case.
  let value: String
  /// The noun without its ending, for comparing.
  let unit: String
  /// The noun as written.
  let shownUnit: String

  private static let numberWords: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "dozens", "hundreds", "several", "thousands",
  ]

  /// The counted nouns outside quotations; years and dates count nothing.
  static func all(in words: [Word]) -> [CountedNoun] {
    words.indices.dropLast().compactMap { index in
      let word = words[index]
      let next = words[index + 1]
      guard !word.isQuoted, !next.isQuoted, !next.followsPause, !next.isCapitalised,
        isNumber(word.lower), next.lower.utf8.allSatisfy(\.isASCIILowercase),
        next.lower.utf8.count >= 4, !EnglishWords.functionWords.contains(next.lower),
        !EnglishWords.commonVerbs.contains(next.lower)
      else { return nil }
      return CountedNoun(
        value: word.lower, unit: [Word].stem(next.lower), shownUnit: next.lower)
    }
  }

  /// Whether the word is a number, in digits or one of the small ones.
  static func isNumber(_ word: String) -> Bool {
    numberWords.contains(word)
      || word.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ",") }
  }
}
