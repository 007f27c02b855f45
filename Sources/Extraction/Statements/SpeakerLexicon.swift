import Linguistics

/// What `Languages/en/speaker-words.tsv` knows about a word beside a cue.
struct SpeakerWord: OptionSet, Sendable {
  let rawValue: UInt32

  static let person = SpeakerWord(rawValue: 1 << 0)
  static let oneOf = SpeakerWord(rawValue: 1 << 1)
  static let document = SpeakerWord(rawValue: 1 << 2)
  static let outlet = SpeakerWord(rawValue: 1 << 3)
  static let body = SpeakerWord(rawValue: 1 << 4)
  static let aside = SpeakerWord(rawValue: 1 << 5)
  /// A person who does not speak for a state.
  static let citizen = SpeakerWord(rawValue: 1 << 6)
  static let female = SpeakerWord(rawValue: 1 << 7)
  static let male = SpeakerWord(rawValue: 1 << 8)
}

/// The words of `speaker-words.tsv`, by what they tell about a speaker.
struct SpeakerLexicon: Sendable {
  static let english = SpeakerLexicon(resource: PackageResources.speaker_words_tsv)

  private let table: WordTable

  init(resource: [UInt8]) {
    table = LanguageData.classes(resource) { Self.classes[$0]?.rawValue }
  }

  /// Whether a word in small letters has one of the classes.
  func has(_ word: String, _ classes: SpeakerWord) -> Bool {
    !SpeakerWord(rawValue: table.value(of: word)).isDisjoint(with: classes)
  }

  private static let classes: [String: SpeakerWord] = [
    "person": .person, "one-of": .oneOf, "document": .document, "outlet": .outlet, "body": .body,
    "aside": .aside, "citizen": .citizen, "female": .female, "male": .male,
  ]
}
