import Primitives

/// The word lists that answering needs, read once from `Languages/en`.
enum AnswerWords {
  /// Words that say nothing about the matter of a question.
  static let light = Set(lines(PackageResources.light_words_txt).flatMap(words))
  /// Verbs of saying and thinking, base forms.
  static let saying = Set(lines(PackageResources.saying_verbs_txt).flatMap(words))
  /// Words that take back what they govern.
  static let negating = Set(lines(PackageResources.negating_words_txt).flatMap(words))
  /// Words that ask who is for (true) or against (false) something.
  static let stances: [String: Bool] = {
    var stances: [String: Bool] = [:]
    for row in rows(PackageResources.stance_words_tsv) where row.count == 2 {
      for word in words(row[1]) { stances[word] = row[0] == "+" }
    }
    return stances
  }()
  /// Verbs that say of a happening no more than that it is, base forms.
  static let occurring = Set(lines(PackageResources.occurring_verbs_txt).flatMap(words))
  /// Units of time.
  static let timeUnits = Set(lines(PackageResources.time_units_txt).flatMap(words))
  /// For a word after "how", the words that measure what it asks about: "tall" and "feet".
  static let measureUnits: [String: Set<String>] = {
    var units: [String: Set<String>] = [:]
    for row in rows(PackageResources.measure_units_tsv) where row.count == 2 {
      for word in words(row[0]) { units[word] = Set(words(row[1])) }
    }
    return units
  }()
  /// Words that make a length of time a date.
  static let pastMarks = Set(lines(PackageResources.past_marks_txt).flatMap(words))
  /// Prepositions before a place.
  static let placeWords = Set(lines(PackageResources.place_words_txt).flatMap(words))
  /// Helping verbs of what is to come.
  static let aheadWords = tenseWords("ahead")
  /// Helping verbs of what has been.
  static let pastHelpers = tenseWords("past")
  /// For a verb, the other verbs and phrases that tell the same happening, base forms.
  static let paraphrases: [String: [[String]]] = {
    var paraphrases: [String: [[String]]] = [:]
    for row in rows(PackageResources.paraphrases_tsv) {
      let phrases = row.map(words)
      for phrase in phrases where phrase.count == 1 {
        paraphrases[phrase[0], default: []] += phrases.filter { $0 != phrase }
      }
    }
    return paraphrases
  }()
  /// Nouns that count people.
  static let personNouns = Set(lines(PackageResources.person_nouns_txt).flatMap(words))
  /// What marks a reason, as words in order, with how surely it does.
  static let reasons: [(words: [String], strength: Double)] =
    rows(PackageResources.reason_cues_tsv).compactMap { row in
      guard row.count == 2, let strength = Double(row[0]) else { return nil }
      return (words(row[1]), strength)
    }
  /// What a noun after "what" or "which" asks for.
  static let focusKinds: [String: AnswerKind] = {
    var kinds: [String: AnswerKind] = [:]
    for row in rows(PackageResources.focus_nouns_tsv) where row.count == 2 {
      guard let kind = AnswerKind(rawValue: row[0]) else { continue }
      for noun in words(row[1]) { kinds[noun] = kind }
    }
    return kinds
  }()
  /// Nouns that ask what somebody does: "role", "job".
  static let roleNouns: Set<String> = ["role", "job", "position", "profession", "occupation"]
  /// The labels of names that answer a kind of question: those that do, and those that may.
  static let labels: [AnswerKind: (sure: Set<String>, possible: Set<String>)] = {
    var labels: [AnswerKind: (sure: Set<String>, possible: Set<String>)] = [:]
    for row in rows(PackageResources.answer_labels_tsv) where row.count == 3 {
      guard let kind = AnswerKind(rawValue: row[0]) else { continue }
      labels[kind] = (Set(words(row[1])), Set(words(row[2])))
    }
    return labels
  }()
  /// The weights of the ranking, by the name of the feature.
  static let rankingWeights = weights(PackageResources.ranking_weights_tsv)
  /// The weights that say how surely a sentence answers, by the name of the feature.
  static let confidenceWeights = weights(PackageResources.confidence_weights_tsv)

  /// The weights of a yes to a question that asks whether.
  static let yesNoWeights = weights(PackageResources.yes_no_weights_tsv)

  private static func weights(_ bytes: [UInt8]) -> [String: Double] {
    var weights: [String: Double] = [:]
    for row in rows(bytes) where row.count == 2 { weights[row[0]] = Double(row[1]) }
    return weights
  }

  private static func tenseWords(_ tense: String) -> Set<String> {
    let found = rows(PackageResources.tense_words_tsv).filter { $0.count == 2 && $0[0] == tense }
    return Set(found.flatMap { words($0[1]) })
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  static func rows(_ bytes: [UInt8]) -> [[String]] {
    lines(bytes).map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  private static func words(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init)
  }
}
