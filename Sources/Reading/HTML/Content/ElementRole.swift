import Primitives

/// What an element is for, as its name, class and id say.
enum ElementRole: UInt8, CaseIterable {
  case content, comments, related, share, promo, consent, navigation, byline, tags, caption, hidden
}

/// What the classes and ids of a page say its elements are for, worked out once for each spelling.
struct MarkupNames {
  /// What a class or id says.
  struct Finding {
    /// The role that it names; nil when it names none.
    let role: ElementRole?
    /// A number for the name; names that differ in figures only ("part-1", "part-2") share one.
    let key: Int
    /// Whether it names the author's element.
    let marksAuthor: Bool
  }

  private var findings: [Finding] = []
  /// The finding of each attribute of the tree; -1 for attributes that name nothing.
  private var indices: [Int32]

  /// - Complexity: O(attributes) and O(bytes) of those that differ.
  init(_ tree: HTMLTree) {
    indices = Array(repeating: -1, count: tree.attributes.count)
    var known = KnownNames(capacity: 512)
    for (index, attribute) in tree.attributes.enumerated() {
      switch attribute.name {
      case .class, .id, .dataTestid, .dataComponent, .role: break
      default: continue
      }
      let names = tree.bytes(of: attribute)
      let hash = NameTable.hash(names)
      let (number, isNew) = known.number(of: hash, next: Int32(findings.count))
      if isNew { findings.append(Self.finding(of: names)) }
      indices[index] = number
    }
  }

  /// What an attribute says; nil for those that are no names.
  func finding(of attribute: Int) -> Finding? {
    let index = indices[attribute]
    return index < 0 ? nil : findings[Int(index)]
  }

  /// The number that stands for elements marked `itemprop="articleBody"`.
  static let bodyKey = key(MarkupName("articleBody".utf8))

  /// Furniture wins over content: "article-body-comments" holds comments.
  private static func finding(of names: ArraySlice<UInt8>) -> Finding {
    var found: ElementRole?
    var source: MarkupName?
    var marksAuthor = false
    for (index, name) in names.split(whereSeparator: \.isASCIIWhitespace).prefix(24).enumerated() {
      let words = MarkupName(name)
      if index < 16, words.marksAuthor { marksAuthor = true }
      if let known = found, known != .content { continue }
      guard let role = words.role, found == nil || role != .content else { continue }
      (found, source) = (role, words)
    }
    return Finding(role: found, key: source.map(key) ?? 0, marksAuthor: marksAuthor)
  }

  private static func key(_ name: MarkupName) -> Int {
    Int(truncatingIfNeeded: MarkupName.phrase(name.words[...]) >> 1)
  }
}

/// Numbers hashes in the order in which they are first seen.
private struct KnownNames {
  private var hashes: [UInt64]
  private var numbers: [Int32]
  private var count = 0

  init(capacity: Int) {
    hashes = Array(repeating: 0, count: capacity)
    numbers = Array(repeating: 0, count: capacity)
  }

  mutating func number(of hash: UInt64, next: Int32) -> (Int32, isNew: Bool) {
    if 2 * count >= hashes.count { grow() }
    let slot = slot(of: hash)
    if hashes[slot] == hash { return (numbers[slot], false) }
    hashes[slot] = hash
    numbers[slot] = next
    count += 1
    return (next, true)
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = hashes.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while hashes[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let old = zip(hashes, numbers).filter { $0.0 != 0 }
    hashes = Array(repeating: 0, count: 2 * hashes.count)
    numbers = Array(repeating: 0, count: hashes.count)
    for (hash, number) in old {
      let slot = slot(of: hash)
      (hashes[slot], numbers[slot]) = (hash, number)
    }
  }
}

/// A class or id taken apart: "articleBody_main-text2" is "article body main text".
struct MarkupName {
  /// The hashes of the words in lower case.
  let words: [UInt64]

  /// Takes a name apart; letters right after a figure are part of a number ("orgd7109ad"), no word.
  init(_ name: some Sequence<UInt8>) {
    var words: [UInt64] = []
    var hash = NameTable.seed
    var isEmpty = true
    var previous: UInt8 = 0
    var isNumber = false
    for byte in name {
      let startsWord = byte.isASCIIUppercase && previous.isASCIILowercase
      let isLetter = byte.isASCIILetter || byte >= 0x80
      if startsWord || !isLetter, !isEmpty {
        if !isNumber { words.append(hash) }
        (hash, isEmpty) = (NameTable.seed, true)
      }
      if isLetter {
        if isEmpty { isNumber = previous.isASCIIDigit }
        hash = NameTable.mix(hash, byte.isASCIIUppercase ? byte + 0x20 : byte)
        isEmpty = false
      }
      previous = byte
      if words.count == 12 { break }
    }
    if !isEmpty, !isNumber, words.count < 12 { words.append(hash) }
    self.words = words
  }

  /// The hash of neighbouring words.
  static func phrase(_ words: ArraySlice<UInt64>) -> UInt64 {
    words.reduce(NameTable.seed) { ($0 ^ $1) &* 0x100_0000_01B3 }
  }

  /// The role that the words name.
  var role: ElementRole? {
    let table = Self.table
    if words.count > 1, opensWithState(table) {
      let whole = table.role(Self.phrase(words[...]))
      return whole == .hidden ? .hidden : nil
    }
    var content: ElementRole?
    for index in words.indices {
      for length in stride(from: min(3, words.count - index), through: 1, by: -1) {
        guard let role = table.role(Self.phrase(words[index..<index + length])) else { continue }
        if role == .hidden, length < words.count { continue }
        if role != .content { return role }
        content = role
      }
    }
    return content
  }

  /// Whether a word says that the element holds the author's name, and none that it holds more.
  var marksAuthor: Bool {
    let table = Self.table
    return words.contains { table.authors.value(of: $0) == Table.mark }
      && !words.contains { table.authors.value(of: $0) == Table.unmark }
  }

  private func opensWithState(_ table: Table) -> Bool {
    table.states.value(of: Self.phrase(words[..<1])) != nil
      || table.states.value(of: Self.phrase(words[..<2])) != nil
  }

  private static let table = Table()

  /// The word lists (`Lists/markup-words.tsv`, `Lists/bylines.tsv`) by the hashes of their phrases.
  private struct Table {
    private let roles: NameTable
    let states: NameTable
    let authors: NameTable

    static let mark: UInt8 = 1
    static let unmark: UInt8 = 2

    init() {
      var roles: [UInt64: UInt8] = [:]
      var states: [UInt64: UInt8] = [:]
      for row in ListResource.rows(PackageResources.markup_words_tsv) where row.count == 2 {
        let words = row[1].split(separator: " ").map { NameTable.hash($0.utf8) }
        let phrase = MarkupName.phrase(words[...])
        if let role = ElementRole.allCases.first(where: { "\($0)" == row[0] }) {
          roles[phrase] = role.rawValue
        } else {
          states[phrase] = 1
        }
      }
      var authors: [UInt64: UInt8] = [:]
      for mark in PersonName.list.marks { authors[NameTable.hash(mark.utf8)] = Self.mark }
      for mark in PersonName.list.unmarks { authors[NameTable.hash(mark.utf8)] = Self.unmark }
      self.roles = NameTable(hashes: roles.map { ($0, $1) })
      self.states = NameTable(hashes: states.map { ($0, $1) })
      self.authors = NameTable(hashes: authors.map { ($0, $1) })
    }

    func role(_ phrase: UInt64) -> ElementRole? {
      roles.value(of: phrase).flatMap(ElementRole.init(rawValue:))
    }
  }
}
