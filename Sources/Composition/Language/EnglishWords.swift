import Primitives

/// The word lists that composition needs, read once from `Languages/en`.
enum EnglishWords {
  static let functionWords = Set(words(PackageResources.function_words_txt))
  static let commonVerbs = Set(words(PackageResources.common_verbs_txt))
  /// Verbs that no sentence of news starts with: the subject was left out, as in tweets and captions.
  static let subjectless: Set<String> = [
    "am", "is", "are", "was", "were", "has", "have", "had", "would", "can", "could", "might",
    "does", "did", "says", "said", "goes", "went", "got", "gets", "makes", "made",
    "do", "take", "note", "click", "check", "read", "let", "look", "see",
  ]
  static let articledHeads = Set(words(PackageResources.articled_heads_txt))
  static let titles = Set(words(PackageResources.titles_txt))
  /// What kind of name binds each noun that stands for one.
  static let standingNouns: [String: DefiniteNouns.Binder] = Dictionary(
    lines(PackageResources.standing_nouns_tsv).compactMap { line in
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 2, let binder = DefiniteNouns.Binder(rawValue: fields[1]) else {
        return nil
      }
      return (fields[0], binder)
    }, uniquingKeysWith: { first, _ in first })
  static let sayingVerbs = Set(words(PackageResources.saying_verbs_txt))
  static let honorifics = wordClass("honorific")
  static let businesses = wordClass("business")
  static let naming = wordClass("naming")
  static let trailing = wordClass("trailing")
  static let subordinators = wordClass("subordinator")
  static let hypothetical = wordClass("hypothetical")
  static let headingWords = wordClass("heading")
  static let determiners = wordClass("determiner")
  static let plans = wordClass("plan")
  static let members = wordClass("member")
  static let severals = wordClass("several")
  static let pairs = wordClass("pair")
  static let supporting = wordClass("supporting")
  static let opposing = wordClass("opposing")
  static let unnamed = wordClass("unnamed")
  static let sovereigns = wordClass("sovereign")
  static let replying = wordClass("replying")
  static let known = wordClass("known")
  static let finites = wordClass("finite")
  static let nationals = wordClass("national")
  static let deeds = wordClass("deed")
  static let ballots = wordClass("ballot")
  /// Titles by which a person is a man, or a woman.
  static let misters = wordClass("mister")
  static let mistresses = wordClass("mistress")
  static let dayPointers = wordClass("pointer")
  static let dayParts = wordClass("daypart")
  static let boundWords = wordClass("bound")
  static let countOpeners = wordClass("count")
  static let connectives = phrases(PackageResources.connectives_txt)
  static let dependentStarts = phrases(PackageResources.dependent_starts_txt)
  /// Base form and auxiliary of verbs, by their form.
  static let verbForms: [String: (base: String, auxiliary: String)] = {
    var verbs: [String: (base: String, auxiliary: String)] = [:]
    for line in lines(PackageResources.verb_forms_tsv) {
      let fields = line.split(separator: "\t").map(String.init)
      if fields.count == 3 { verbs[fields[0]] = (fields[1], fields[2]) }
    }
    return verbs
  }()
  static let dependentPhrases = phrases(PackageResources.dependent_phrases_txt)
  /// The single bytes among what pages print around articles: "@".
  static let furnitureMarks = Set(
    lines(PackageResources.furniture_txt).filter { $0.utf8.count == 1 }.flatMap(\.utf8))
  /// What pages print around articles, by its first two bytes.
  static let furniture: [UInt16: [[UInt8]]] = Dictionary(
    grouping: lines(PackageResources.furniture_txt).map { Array($0.utf8) }.filter { $0.count > 1 },
    by: { UInt16($0[0]) << 8 | UInt16($0[1]) })
  static let refusals = phrases(PackageResources.refusals_txt)
  static let reasons = phrases(PackageResources.reasons_txt)
  /// Whether one of the words or phrases that give a reason is among the words.
  static func givesReason(_ words: [Word]) -> Bool {
    words.indices.contains { index in reasons.contains { words.matches($0, at: index) } }
  }
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
  /// What may be left out between words without a mark: the bytes that go, spaces and commas included.
  static let omissible = lines(PackageResources.omissible_txt)
  static let denialObjects = Set(words(PackageResources.denial_objects_txt))
  static let denialCues = Set(lines(PackageResources.denial_cues_txt))

  /// The lines of a list without comments and empty lines.
  static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The words of each class of `word-classes.tsv`.
  private static let classes: [String: Set<String>] = {
    var classes: [String: Set<String>] = [:]
    for line in lines(PackageResources.word_classes_tsv) {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 2 else { continue }
      classes[fields[0]] = Set(fields[1].split(separator: " ").map(String.init))
    }
    return classes
  }()

  private static func wordClass(_ name: String) -> Set<String> { classes[name] ?? [] }

  private static func words(_ bytes: [UInt8]) -> [String] {
    lines(bytes).flatMap { $0.split(separator: " ").map(String.init) }
  }

  /// Phrases as lists of words.
  private static func phrases(_ bytes: [UInt8]) -> [[String]] {
    lines(bytes).map { $0.split(separator: " ").map(String.init) }
  }
}
