import Primitives

/// The word classes by which a narrator's text is compared with its sentences; data in `Languages/en`.
enum NarrationWords {
  /// Words at the start of a sentence that may be dropped, as rows of words, longest first.
  static let connectives = lists["connective"]?.map { $0 } ?? []
  static let leaning = words("leaning")
  static let pronouns = words("pronoun")
  static let reporting = words("reporting")
  static let cues = words("cue").union(AnswerWords.saying)
  static let negations = words("negation")
  static let modals = words("modal")
  static let hedges = words("hedge")
  static let times = words("time")
  static let days = words("day")
  static let months = words("month")
  static let prepositions = words("preposition")
  static let risky = words("risky")
  static let determiners = words("determiner")
  /// Spellings in lower case, as rows of words, with what they are compared as; longest first.
  static let spellings: [(words: [String], compared: [String])] =
    AnswerWords.rows(PackageResources.narration_spellings_tsv).compactMap { row in
      row.count == 2 ? (split(row[1]), split(row[0])) : nil
    }

  /// Whether a word in lower case is a form of a verb of saying, by its ending.
  static func isCue(form: String) -> Bool {
    if cues.contains(form) || reporting.contains(form) { return true }
    for (ending, put) in [
      ("ied", "y"), ("ies", "y"), ("ing", ""), ("ed", ""), ("d", ""), ("s", ""),
    ]
    where form.hasSuffix(ending) {
      let stem = form.dropLast(ending.utf8.count)
      // "admitted" has one letter more than "admit".
      if cues.contains(stem + put) || cues.contains(String(stem.dropLast())) { return true }
    }
    return false
  }

  private static let lists: [String: [[String]]] = {
    var lists: [String: [[String]]] = [:]
    for row in AnswerWords.rows(PackageResources.narration_words_tsv) where row.count == 2 {
      lists[row[0], default: []].append(split(row[1]))
    }
    return lists
  }()

  private static func words(_ name: String) -> Set<String> {
    Set((lists[name] ?? []).flatMap { $0 })
  }

  private static func split(_ words: String) -> [String] {
    words.split(separator: " ").map(String.init)
  }
}
