import Linguistics
import Primitives

/// Grammatical classes of words that a closed list can tell.
struct Grammar: OptionSet, Sendable {
  let rawValue: UInt32

  static let auxiliary = Grammar(rawValue: 1 << 0)
  static let pronoun = Grammar(rawValue: 1 << 1)
  static let determiner = Grammar(rawValue: 1 << 2)
  static let preposition = Grammar(rawValue: 1 << 3)
  static let subordinator = Grammar(rawValue: 1 << 4)
  static let coordinator = Grammar(rawValue: 1 << 5)
  static let adverb = Grammar(rawValue: 1 << 6)
  static let verb = Grammar(rawValue: 1 << 7)
  static let relative = Grammar(rawValue: 1 << 8)
  static let timeWord = Grammar(rawValue: 1 << 9)
  static let negation = Grammar(rawValue: 1 << 10)
  static let possessive = Grammar(rawValue: 1 << 11)
  static let role = Grammar(rawValue: 1 << 12)
  static let document = Grammar(rawValue: 1 << 13)
  static let institution = Grammar(rawValue: 1 << 14)
  static let outlet = Grammar(rawValue: 1 << 15)
  static let crowd = Grammar(rawValue: 1 << 16)
  static let quoteMark = Grammar(rawValue: 1 << 17)
  static let stop = Grammar(rawValue: 1 << 18)
  static let dash = Grammar(rawValue: 1 << 19)
  static let mark = Grammar(rawValue: 1 << 20)
  static let occasion = Grammar(rawValue: 1 << 21)
  static let modal = Grammar(rawValue: 1 << 22)
  static let title = Grammar(rawValue: 1 << 23)
  static let kin = Grammar(rawValue: 1 << 24)
}

/// The closed word lists of `Languages/en/grammar-words.tsv`.
struct GrammarLexicon: Sendable {
  static let english = GrammarLexicon(resource: PackageResources.grammar_words_tsv)

  private let table: WordTable

  init(resource: [UInt8]) {
    table = LanguageData.classes(resource) { Self.classes[$0]?.rawValue }
  }

  func classes(_ bytes: [UInt8], _ range: ByteRange) -> Grammar {
    Grammar(rawValue: table.value(of: bytes, at: range))
  }

  func classes(_ word: String) -> Grammar { Grammar(rawValue: table.value(of: word)) }

  private static let classes: [String: Grammar] = [
    "auxiliary": .auxiliary, "pronoun": .pronoun, "determiner": .determiner,
    "preposition": .preposition, "subordinator": .subordinator, "coordinator": .coordinator,
    "adverb": .adverb, "verb": .verb, "relative": .relative, "time": .timeWord,
    "negation": .negation, "possessive": .possessive, "role": .role, "document": .document,
    "institution": .institution, "outlet": .outlet, "crowd": .crowd, "quote": .quoteMark,
    "stop": .stop, "dash": .dash, "mark": .mark, "occasion": .occasion, "modal": .modal,
    "title": .title, "kin": .kin,
  ]
}

/// Reads the tab-separated language files.
enum LanguageData {
  /// The fields of each line; lines that start with `#` are notes.
  static func rows(_ resource: [UInt8]) -> [[String]] {
    String(decoding: resource, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  /// A table from lines of a class and its words, by the value of each class; lines of other classes are passed over.
  static func classes(_ resource: [UInt8], value: (String) -> UInt32?) -> WordTable {
    var pairs: [(word: String, value: UInt32)] = []
    for line in rows(resource) where line.count == 2 {
      guard let value = value(line[0]) else { continue }
      for word in line[1].split(separator: " ") { pairs.append((String(word), value)) }
    }
    return WordTable(pairs)
  }
}
