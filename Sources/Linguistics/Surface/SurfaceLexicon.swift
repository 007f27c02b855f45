import Primitives

/// What the word lists know about a word.
struct WordClass: OptionSet, Sendable {
  let rawValue: UInt32

  /// A word that never is a name by itself, although it often starts a sentence.
  static let function = WordClass(rawValue: 1 << 0)
  /// Written with a full stop that need not end the sentence: `Mr`, `Jan`, `Corp`.
  static let abbreviation = WordClass(rawValue: 1 << 1)
  /// Stands before the name of a person.
  static let title = WordClass(rawValue: 1 << 2)
  /// Small word inside names: `of`, `the`, `de`.
  static let connector = WordClass(rawValue: 1 << 3)
  /// Ends the name of a company: `Inc`, `Ltd`.
  static let company = WordClass(rawValue: 1 << 4)
  /// Head of the name of an organisation: `Ministry`, `Council`.
  static let organisation = WordClass(rawValue: 1 << 5)
  /// Head of the name of a place: `River`, `Street`, `Province`.
  static let place = WordClass(rawValue: 1 << 6)
  /// Head of the name of an event: `Games`, `Summit`.
  static let event = WordClass(rawValue: 1 << 7)
  /// Head of the name of a law, treaty, plan or work.
  static let work = WordClass(rawValue: 1 << 8)
  /// A day of the week or a month.
  static let calendar = WordClass(rawValue: 1 << 9)
  /// A given name.
  static let givenName = WordClass(rawValue: 1 << 10)
  /// A verb of saying in the past or present tense, as it follows a quotation.
  static let saying = WordClass(rawValue: 1 << 11)
  /// A form of people, faith or party: `Muslim`, `Democrat`.
  static let group = WordClass(rawValue: 1 << 12)
  /// A common word with a capital at the head of a sentence; evidence is needed for a name.
  static let common = WordClass(rawValue: 1 << 13)
  /// A preposition after which a lone name is a place.
  static let locative = WordClass(rawValue: 1 << 14)
  /// A number in words, which is no name.
  static let numeral = WordClass(rawValue: 1 << 15)
  /// A given name that men bear.
  static let male = WordClass(rawValue: 1 << 16)
  /// A given name that women bear.
  static let female = WordClass(rawValue: 1 << 17)
  /// The last word of the name of a building, a road, a square, a water or a landscape.
  static let site = WordClass(rawValue: 1 << 18)
  /// What bodies are for and have in their names: `Science`, `Safety`.
  static let field = WordClass(rawValue: 1 << 19)
}

/// The word lists of `Languages/en` in one table.
struct SurfaceLexicon: Sendable {
  static let english = SurfaceLexicon(resources: [
    PackageResources.surface_words_tsv, PackageResources.given_names_tsv,
  ])

  private let table: WordTable

  /// Reads lines of `class<TAB>word word ...`; a line that starts with `#` is a note.
  init(resources: [[UInt8]]) {
    var pairs: [(word: String, value: UInt32)] = []
    for resource in resources {
      for line in String(decoding: resource, as: UTF8.self).split(separator: "\n") {
        let fields = line.split(separator: "\t")
        guard fields.count == 2, let value = Self.classes[String(fields[0])] else { continue }
        for word in fields[1].split(separator: " ") { pairs.append((String(word), value.rawValue)) }
      }
    }
    table = WordTable(pairs)
  }

  func classes(_ bytes: [UInt8], _ range: ByteRange) -> WordClass {
    WordClass(rawValue: table.value(of: bytes, at: range))
  }

  func classes(_ word: String) -> WordClass { WordClass(rawValue: table.value(of: word)) }

  /// Whether a word, with or without its point, is the last of the names of bodies: `Ministry`, `Corp.`
  func headsBody(_ word: String) -> Bool {
    let small = word.lowercased()
    let head = classes(small.hasSuffix(".") ? String(small.dropLast()) : small)
    return !head.isDisjoint(with: [.organisation, .company])
  }

  private static let classes: [String: WordClass] = [
    "function": .function, "abbreviation": .abbreviation, "title": .title,
    "connector": .connector, "company": .company, "organisation": .organisation, "place": .place,
    "event": .event, "work": .work, "calendar": .calendar, "given": .givenName, "saying": .saying,
    "group": .group, "site": .site, "field": .field, "common": .common, "locative": .locative,
    "numeral": .numeral,
    "male": [.givenName, .male], "female": [.givenName, .female],
  ]
}
