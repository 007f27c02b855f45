import Primitives

/// The words of `phrase-words.tsv`, by their hashes.
enum PhraseRules {
  /// Words that may stand inside a name.
  static let links = words("link")
  /// Words that a noun follows.
  static let determiners = words("determiner")
  /// Words that a verb follows.
  static let verbal = words("verbal")

  private static func words(_ kind: String) -> Set<UInt64> {
    let rows = LanguageList.rows(of: PackageResources.phrase_words_tsv)
    let cells = rows.filter { $0[0] == kind }.flatMap { $0.dropFirst() }
    return Set(cells.map { StableHash.of($0.utf8) })
  }
}

/// Which words of some texts are used as verbs more than now and then.
///
/// A word after "will" or "they", or with an article right behind it, is a verb there. Where that is so
/// in three uses of ten, no name is made with the word.
struct VerbEvidence {
  private var uses: [UInt64: (all: Int, verbal: Int)] = [:]

  /// Reads the words of a text.
  mutating func add(_ words: [PhraseWord]) {
    for (index, word) in words.enumerated() where !word.isStopWord {
      let after = index > 0 && PhraseRules.verbal.contains(words[index - 1].word)
      let before =
        index + 1 < words.count && words[index + 1].gap == .space
        && PhraseRules.determiners.contains(words[index + 1].word)
      let isVerbal = word.gap == .space && after || before
      uses[word.stem, default: (0, 0)].all += 1
      if isVerbal { uses[word.stem, default: (0, 0)].verbal += 1 }
    }
  }

  /// Whether the word is used as a verb more than now and then.
  func isVerb(_ stem: UInt64) -> Bool {
    guard let use = uses[stem] else { return false }
    return use.verbal * 10 >= use.all * 3
  }
}
