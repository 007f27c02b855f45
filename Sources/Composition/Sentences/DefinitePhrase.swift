import Primitives

/// Judges the first words of a sentence: do they point to something named before it?
enum DefinitePhrase {
  /// Nouns that stand for a place itself, not for a body of it.
  static let countries: Set<String> = [
    "country", "nation", "state", "city", "town", "region", "territory", "republic", "island",
  ]

  /// Owners that there is one of: "the world's", "the year's".
  private static let unique: Set<String> = [
    "world's", "year's", "century's", "sun's", "earth's", "moon's", "public's", "planet's",
  ]

  /// "The" with a noun that nothing in the phrase tells apart: "The plan has ...".
  static func isAnaphoric(_ words: [Word]) -> Bool {
    var isNamed = false
    for (index, word) in words.enumerated().dropFirst() {
      if index > 6 { return false }
      // "The freshman California Democrat is ...": somebody who was named before.
      if index > 1, EnglishWords.standingNouns[word.lower] == .person,
        index + 1 < words.count, !words[index + 1].followsPause,
        EnglishWords.commonVerbs.contains(words[index + 1].lower)
          || EnglishWords.sayingVerbs.contains(words[index + 1].lower)
      {
        return true
      }
      if word.lower.utf8.first?.isASCIIDigit == true { return false }
      // "The Portmere council": a name tells which; "the Portmere senator" was named before.
      isNamed = isNamed || word.isCapitalised
      if isNamed { continue }
      if word.followsPause { return true }
      if word.lower.hasSuffix("'s") { return !unique.contains(word.lower) }
      switch word.lower {
      case "of", "for", "between", "against", "to": return pointsBack(words, after: index)
      case "in", "at", "near", "from", "with":
        return !(index + 1 < words.count && words[index + 1].isCapitalised)
      case "on", "who", "that", "which": return true
      default:
        if EnglishWords.commonVerbs.contains(word.lower) || word.lower.hasSuffix("ed")
          || (index > 1 && EnglishWords.verbForms[word.lower]?.auxiliary == "does")
        {
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

  /// Whether the words can belong to somebody's name: "Ada", "Jean-Luc", "J.", not "Portmere-based", "CEO" or
  /// "President"; at most three.
  static func isGivenName(_ words: String) -> Bool {
    let parts = words.split(separator: " ")
    return (1...mostGivenNames).contains(parts.count)
      && parts.allSatisfy { part in
        if let tail = part.split(separator: "-").dropFirst().last, compounds.contains(String(tail))
        {
          return false
        }
        return part.utf8.first.map { $0.isASCIIUppercase || $0 >= 0x80 } == true
          && !EnglishWords.titles.contains(part.lowercased())
          && !EnglishWords.unnamed.contains(part.lowercased())
          && (isInitial(part)
            || (part.utf8.contains { $0.isASCIILowercase || $0 >= 0x80 } && !part.hasSuffix(".")))
      }
  }

  /// More words before a surname hold an office: "National Security Adviser Ada".
  private static let mostGivenNames = 3

  /// What follows the hyphen of an adjective: "Portmere-based"; of a name: "Jean-Luc", "Geun-hye".
  private static let compounds: Set<String> = [
    "based", "led", "born", "backed", "owned", "run", "area", "wide", "style", "bound", "made",
    "listed", "controlled", "held",
  ]

  /// "J", "J.", "A.J.", not "Ill.".
  private static func isInitial(_ part: Substring) -> Bool {
    part.utf8.count <= 2
      || part.utf8.enumerated().allSatisfy { $0.offset % 2 == 0 || $0.element == UInt8(ascii: ".") }
  }

  /// "The" and small words only: "The ministry", "The secretary general".
  static func isRole(_ words: String) -> Bool {
    (words.hasPrefix("The ") || words.hasPrefix("the "))
      && !words.dropFirst(4).utf8.contains { $0.isASCIIUppercase }
  }
}
