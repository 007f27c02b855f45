import Primitives

/// The word lists that composition needs, read once from `Languages/en`.
enum EnglishWords {
  static let functionWords = Set(words(PackageResources.function_words_txt))
  static let commonVerbs = Set(words(PackageResources.common_verbs_txt))
  static let sayingVerbs = Set(words(PackageResources.saying_verbs_txt))
  static let connectives = phrases(PackageResources.connectives_txt)
  static let dependentStarts = phrases(PackageResources.dependent_starts_txt)
  /// Base form and auxiliary of the verbs that take a position, by their form.
  static let positionVerbs: [String: (base: String, auxiliary: String)] = {
    var verbs: [String: (base: String, auxiliary: String)] = [:]
    for line in lines(PackageResources.position_verbs_tsv) {
      let fields = line.split(separator: "\t").map(String.init)
      if fields.count == 3 { verbs[fields[0]] = (fields[1], fields[2]) }
    }
    return verbs
  }()
  static let dependentPhrases = phrases(PackageResources.dependent_phrases_txt)
  static let furniture = lines(PackageResources.furniture_txt).map { Array($0.utf8) }
  static let refusals = phrases(PackageResources.refusals_txt)
  static let reasons = phrases(PackageResources.reasons_txt)
  static let futureWords = phrases(PackageResources.future_words_txt)
  /// The questions about a happening, in the order in which they are asked.
  static let eventQuestions: [EventQuestions.Form] = lines(PackageResources.event_questions_tsv)
    .compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 3 else { return nil }
      let triggers = fields[2].split(separator: " ").map {
        $0.split(separator: "+").map(String.init)
      }
      return EventQuestions.Form(
        question: fields[0], needsNumber: fields[1] == "number", triggers: triggers)
    }
  static let denialObjects = Set(words(PackageResources.denial_objects_txt))
  static let denialCues = Set(lines(PackageResources.denial_cues_txt))

  /// The lines of a list without comments and empty lines.
  static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private static func words(_ bytes: [UInt8]) -> [String] {
    lines(bytes).flatMap { $0.split(separator: " ").map(String.init) }
  }

  /// Phrases as lists of words.
  private static func phrases(_ bytes: [UInt8]) -> [[String]] {
    lines(bytes).map { $0.split(separator: " ").map(String.init) }
  }
}
