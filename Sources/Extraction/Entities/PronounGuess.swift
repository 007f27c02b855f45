import Linguistics

/// Tells from titles and given names by which pronoun a person is meant.
struct PronounGuess {
  private let words: ArticleWords

  init(_ words: ArticleWords) {
    self.words = words
  }

  /// The pronoun of the person with these names; nil when nothing tells.
  func pronoun(_ names: [Int]) -> PersonPronoun? {
    for name in names {
      if let pronoun = Self.titles[words.word(words.names[name].tokens.lowerBound - 1)] {
        return pronoun
      }
    }
    for name in names where words.names[name].tokens.count > 1 {
      switch GivenNames.gender(of: words.lower[words.names[name].tokens.lowerBound]) {
      case .he: return .he
      case .she: return .she
      case nil: continue
      }
    }
    return nil
  }

  private static let titles: [String: PersonPronoun] = [
    "mr": .he, "mr.": .he, "sir": .he, "lord": .he, "king": .he, "prince": .he, "spokesman": .he,
    "chairman": .he, "congressman": .he, "businessman": .he, "mrs": .she, "mrs.": .she,
    "ms": .she, "ms.": .she, "miss": .she, "dame": .she, "lady": .she, "queen": .she,
    "princess": .she, "spokeswoman": .she, "chairwoman": .she, "congresswoman": .she,
    "baroness": .she,
  ]
}
