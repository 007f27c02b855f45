import Primitives

/// What an element is for, as its name, class and id say.
enum ElementRole: String {
  case content, comments, related, share, promo, consent, navigation, byline, tags, caption, hidden
}

/// Finds what elements are for from the words of their class and id attributes.
struct ElementRoles {
  /// What a class or id says.
  struct Finding {
    /// The role that it names; nil when it names none.
    let role: ElementRole?
    /// A number for the name; names that differ in figures only ("part-1", "part-2") share one.
    let key: Int
  }

  private var known: [UInt64: Finding] = [:]
  private var keys: [String: Int] = [:]

  /// What a class or id says.
  ///
  /// Furniture wins over content: "article-body-comments" holds comments.
  mutating func finding(of names: ArraySlice<UInt8>) -> Finding {
    let hash = names.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    if let finding = known[hash] { return finding }
    var found: ElementRole?
    for name in names.split(whereSeparator: \.isASCIIWhitespace).prefix(24) {
      let role = Self.role(of: MarkupName(name))
      if let role, role != .content { found = role } else { found = found ?? role }
      if let found, found != .content { break }
    }
    let finding = Finding(role: found, key: found == nil ? 0 : key(MarkupName(names).phrase))
    known[hash] = finding
    return finding
  }

  /// The number of a name.
  mutating func key(_ name: String) -> Int {
    if let key = keys[name] { return key }
    keys[name] = keys.count + 1
    return keys.count
  }

  /// Whether a class or id hides an element from sight.
  mutating func isHidden(_ names: ArraySlice<UInt8>) -> Bool { finding(of: names).role == .hidden }

  private static func role(of name: MarkupName) -> ElementRole? {
    let words = name.words
    if words.count > 1, opensWithState(words) {
      return table.roles[name.phrase] == .hidden ? .hidden : nil
    }
    var content: ElementRole?
    for index in words.indices {
      for length in stride(from: min(3, words.count - index), through: 1, by: -1) {
        let phrase = words[index..<index + length].joined(separator: " ")
        guard let role = table.roles[phrase] else { continue }
        if role == .hidden, length < words.count { continue }
        if role != .content { return role }
        content = role
      }
    }
    return content
  }

  private static func opensWithState(_ words: [String]) -> Bool {
    table.states.contains(words[0]) || table.states.contains(words[0] + " " + words[1])
  }

  private static let table: (roles: [String: ElementRole], states: Set<String>) = {
    var roles: [String: ElementRole] = [:]
    var states: Set<String> = []
    for row in ListResource.rows(PackageResources.markup_words_tsv) where row.count == 2 {
      if let role = ElementRole(rawValue: row[0]) {
        roles[row[1]] = role
      } else {
        states.insert(row[1])
      }
    }
    return (roles, states)
  }()
}

/// A class or id taken apart: "articleBody_main-text2" is "article body main text".
struct MarkupName {
  let words: [String]

  /// Takes a name apart; letters right after a figure are part of a number ("orgd7109ad"), no word.
  init(_ name: some Sequence<UInt8>) {
    var words: [String] = []
    var word: [UInt8] = []
    var previous: UInt8 = 0
    var isNumber = false
    for byte in name {
      let startsWord = byte.isASCIIUppercase && previous.isASCIILowercase
      let isLetter = byte.isASCIILetter || byte >= 0x80
      if startsWord || !isLetter, !word.isEmpty {
        if !isNumber { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
      if isLetter {
        if word.isEmpty { isNumber = previous.isASCIIDigit }
        word.append(byte.isASCIIUppercase ? byte + 0x20 : byte)
      }
      previous = byte
    }
    if !word.isEmpty, !isNumber { words.append(String(decoding: word, as: UTF8.self)) }
    self.words = Array(words.prefix(12))
  }

  /// The words with single spaces between them.
  var phrase: String { words.joined(separator: " ") }
}
