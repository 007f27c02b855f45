import Primitives

/// A name in the form in which two spellings of it are the same.
///
/// Lower case, no accents, no titles, no leading "the", one spelling of "organisation"; "U.S." is "us".
struct NameKey: Hashable, Sendable {
  /// The words of the name.
  let words: [String]
  /// Whether it names a person; "Washington" the man and "Washington" the city are two names.
  let isPerson: Bool

  /// Reads a name; nil when it has no letter or digit.
  init?(_ name: String, isPerson: Bool) {
    var words = Self.words(of: name)
    if words.count > 1, words[0] == "the" { words.removeFirst() }
    if words.count > 1, words.last == "s" { words.removeLast() }
    if isPerson {
      let titles = words.prefix { Self.titles.contains($0) }.count
      words.removeFirst(min(titles, max(0, words.count - 1)))
    } else {
      words = words.map { Self.spellings[$0] ?? $0 }
    }
    guard !words.isEmpty else { return nil }
    self.words = words
    self.isPerson = isPerson
  }

  private init(words: [String], isPerson: Bool) {
    self.words = words
    self.isPerson = isPerson
  }

  /// The same words as the name of something that is no person.
  var ofThing: NameKey { NameKey(words: words, isPerson: false) }

  /// The last word of a name of several words.
  var lastAlone: NameKey? {
    words.count > 1 ? NameKey(words: [words[words.count - 1]], isPerson: isPerson) : nil
  }

  private static let titles = LanguageList.lines(of: PackageResources.person_titles_txt)
  private static let spellings: [String: String] = {
    var found: [String: String] = [:]
    for row in LanguageList.rows(of: PackageResources.spellings_tsv) where row.count > 1 {
      found[row[0]] = row[1]
    }
    return found
  }()

  /// How many of a name's first words are titles.
  static func titleCount(_ name: String) -> Int {
    let words = words(of: name)
    return min(words.prefix { titles.contains($0) }.count, max(0, words.count - 1))
  }

  /// The words without accents; letters with points between them are one word.
  private static func words(of name: String) -> [String] {
    let folded = AccentFolding.folded(name)
    var scanner = WordScanner(folded)
    var words: [String] = []
    var letters = ""
    var end = 0
    while scanner.next() {
      let word = String(decoding: scanner.word, as: UTF8.self)
      let isPointed =
        scanner.range.count == 1 && scanner.range.end < folded.count
        && folded[scanner.range.end] == UInt8(ascii: ".")
      let goesOn = isPointed && scanner.range.start == end + 1 && !letters.isEmpty
      if !letters.isEmpty, !goesOn {
        words.append(letters)
        letters = ""
      }
      if isPointed { letters += word } else { words.append(word) }
      end = scanner.range.end
    }
    return letters.isEmpty ? words : words + [letters]
  }
}
