/// What kind of thing a programme's head noun names.
enum ProgrammeClass: String, Sendable {
  case plan, agreement, negotiation, office, law
}

/// The words of `Languages/en/programme-words.tsv` and `programme-stages.tsv`.
struct ProgrammeLexicon: Sendable {
  static let english = ProgrammeLexicon()

  private var heads: [String: ProgrammeClass] = [:]
  private var classes: [String: Set<String>] = [:]
  private var stages: [String: String] = [:]

  private init() {
    for row in LanguageData.rows(PackageResources.programme_words_tsv) where row.count == 2 {
      let words = row[1].split(separator: " ").map(String.init)
      if let kind = ProgrammeClass(rawValue: row[0]) {
        for word in words { heads[word] = kind }
      } else {
        classes[row[0], default: []].formUnion(words)
      }
    }
    for row in LanguageData.rows(PackageResources.programme_stages_tsv) where row.count == 2 {
      for word in row[1].split(separator: " ") where stages[String(word)] == nil {
        stages[String(word)] = row[0]
      }
    }
  }

  /// What a noun names as the head of a programme's name.
  func head(_ noun: String) -> ProgrammeClass? { heads[noun] }
  /// Whether a noun may point back to a programme of any class.
  func pointsBack(_ noun: String) -> Bool { classes["any", default: []].contains(noun) }
  /// Whether an adjective tells nothing of which programme it is.
  func isGeneric(_ word: String) -> Bool { classes["generic", default: []].contains(word) }
  /// Whether a word tells of resistance.
  func isOpposition(_ word: String) -> Bool { classes["opposition", default: []].contains(word) }
  /// Whether a word before "to" tells of what is to come.
  func isPending(_ word: String) -> Bool { classes["pending", default: []].contains(word) }
  /// Whether what follows a verb is only aimed at.
  func isAim(_ word: String) -> Bool { classes["aim", default: []].contains(word) }
  /// The stage that a word tells.
  func stage(_ word: String) -> String? { stages[word] }
}
