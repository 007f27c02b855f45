/// The universal parts of speech, as numbers.
enum PartOfSpeech {
  /// The names in the order of their numbers; 0 is none.
  static let names = [
    "", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
    "PROPN", "PUNCT", "SCONJ", "SPACE", "SYM", "VERB", "X",
  ]

  /// The number of a name, or nil when there is no such part of speech.
  static func number(_ name: String) -> UInt8? {
    names.firstIndex(of: name).map { UInt8($0) }
  }

  static let none: UInt8 = 0
  static let adjective: UInt8 = 1
  static let noun: UInt8 = 8
  static let pronoun: UInt8 = 11
  static let properNoun: UInt8 = 12
  static let space: UInt8 = 15
  static let verb: UInt8 = 17
}
