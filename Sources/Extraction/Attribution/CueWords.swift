import Linguistics

/// Tells cues that report from those in which no word does: `are`, `did not`, `is seen`.
///
/// The network has read American politics; on other news it now and then takes helpers and happenings for cues.
struct CueWords: Sendable {
  static let english = CueWords(resource: PackageResources.cue_words_tsv, lexicon: .english)

  private let table: WordTable
  private let lexicon: CueLexicon

  init(resource: [UInt8], lexicon: CueLexicon) {
    table = LanguageData.classes(resource) { $0 == "report" ? 1 : nil }
    self.lexicon = lexicon
  }

  /// Whether a verb, noun or adjective of the cue is one that reports.
  func report(_ cue: Range<Int>, _ words: ArticleWords, _ syntax: Syntax) -> Bool {
    cue.contains { token in
      let word = words.lower[token]
      if word == "according" || word == ":" { return true }
      let tag = syntax.tags[token]
      guard tag.hasPrefix("VB") || tag.hasPrefix("JJ") || tag == "NN" || tag == "NNS" else {
        return false
      }
      let lemma = syntax.lemmas[token].asciiLowercased
      if tag.hasPrefix("NN"), Self.things.contains(lemma) { return false }
      return table.value(of: lemma) != 0 || isInLexicon(lemma)
    }
  }

  /// Nouns that do not report, though the verbs of the same form do.
  private static let things: Set<String> = ["state", "show", "find", "back", "charge", "notice"]

  /// Whether a word of the cue is a verb of the lexicon: one that reports by itself.
  func hasVerb(_ cue: Range<Int>, _ syntax: Syntax) -> Bool {
    cue.contains { isInLexicon(syntax.lemmas[$0].asciiLowercased) }
  }

  private func isInLexicon(_ lemma: String) -> Bool { lexicon.frames(ofBase: lemma) != nil }
}
