/// The words by which figures and claims of responsibility are read (`claim-words.tsv`).
enum ClaimLanguage {
  /// Numbers in words with their values.
  static let numberWords = values("number")
  /// Words that multiply the number before them.
  static let scaleWords = values("scale")
  /// Words that bound the number behind them.
  static let boundWords: [String: Quantity.Bound] = Dictionary(
    uniqueKeysWithValues: rows("bound").map { row in
      switch row[2] {
      case "about": (row[1], .about)
      case "atLeast": (row[1], .atLeast)
      case "atMost": (row[1], .atMost)
      default: preconditionFailure("claim-words.tsv: \(row[2]) is no bound")
      }
    })
  /// Words beside which a number is a date, a time or a part of a name.
  static let calendarWords = words("calendar")
  /// Stretches of time.
  static let timeWords = words("time")
  /// Nouns that count people.
  static let people = words("person")
  /// Words before a number that is of a part.
  static let partWords = words("part")
  /// Words behind which another thing is told.
  static let joiningWords = words("joining")
  /// Words that hold the one named behind them responsible.
  static let blameWords = words("blame")
  /// Cues that say that what follows is not so.
  static let denyWords = words("deny")
  /// Words with which a sentence does not assert what it tells.
  static let negations = words("negation")
  /// Words with which a sentence tells of what would be.
  static let supposingWords = words("supposed")
  /// The group of words that say the same of what is counted.
  static let sameMatter = Dictionary(
    uniqueKeysWithValues: rows("same").map { ($0[1], $0[2]) })

  private static let all = LanguageList.rows(of: PackageResources.claim_words_tsv)

  private static func rows(_ kind: String) -> [[String]] { all.filter { $0[0] == kind } }

  private static func words(_ kind: String) -> Set<String> { Set(rows(kind).map { $0[1] }) }

  private static func values(_ kind: String) -> [String: Double] {
    Dictionary(
      uniqueKeysWithValues: rows(kind).map { row in
        guard let value = Double(row[2]) else {
          preconditionFailure("claim-words.tsv: \(row[2]) is no number")
        }
        return (row[1], value)
      })
  }
}
