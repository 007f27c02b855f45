import Primitives

/// Judges the first words of a sentence: do they point to something named before it?
enum DefinitePhrase {
  /// Nouns that stand for a place itself, not for a body of it.
  static let countries: Set<String> = [
    "country", "nation", "state", "city", "town", "region", "territory", "republic", "island",
  ]

  /// "The" with a noun that nothing in the phrase tells apart: "The plan has ...".
  static func isAnaphoric(_ words: [Word]) -> Bool {
    for (index, word) in words.enumerated().dropFirst() {
      if index > 6 { return false }
      if word.isCapitalised || word.lower.utf8.first?.isASCIIDigit == true { return false }
      if word.followsPause { return true }
      switch word.lower {
      case "of", "for", "between", "against", "to": return pointsBack(words, after: index)
      case "in", "at", "near", "from", "with":
        return !(index + 1 < words.count && words[index + 1].isCapitalised)
      case "on", "who", "that", "which": return true
      default:
        if EnglishWords.commonVerbs.contains(word.lower) || word.lower.hasSuffix("ed") {
          return true
        }
      }
    }
    return false
  }

  /// Whether the complement points back too: "The cause of the accident".
  private static func pointsBack(_ words: [Word], after index: Int) -> Bool {
    let rest = words[(index + 1)...].prefix(5)
    guard let first = rest.first,
      first.lower == "the" || Pronouns.all.contains(first.lower)
        || Pronouns.demonstratives.contains(first.lower)
    else { return false }
    return !rest.contains { $0.isCapitalised || $0.lower.utf8.first?.isASCIIDigit == true }
  }

  /// "It was not clear", "It is unclear", "It remains unknown": a subject that refers to nothing.
  static func isImpersonal(_ words: [Word]) -> Bool {
    guard words[0].lower == "it", words.count > 3,
      ["is", "was", "remains", "remained"].contains(words[1].lower)
    else { return false }
    let third = words[2].lower
    if third == "not" { return ["clear", "known", "immediately"].contains(words[3].lower) }
    return ["unclear", "unknown", "uncertain"].contains(third)
  }

  /// Whether the words can be somebody's first names: "Ada", "Jean-Luc", not "Portmere-based".
  static func isGivenName(_ words: String) -> Bool {
    words.split(whereSeparator: { $0 == " " || $0 == "-" }).allSatisfy { part in
      part.utf8.first.map { $0.isASCIIUppercase || $0 >= 0x80 } == true
    }
  }

  /// "The" and small words only: "The ministry", "The secretary general".
  static func isRole(_ words: String) -> Bool {
    words.hasPrefix("The ") && !words.dropFirst(4).utf8.contains { $0.isASCIIUppercase }
  }
}
