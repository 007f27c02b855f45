import NewsModel

/// Decides which names of a library name one thing, whatever the article.
///
/// Careful on purpose: two things taken for one cannot be told apart again by a reader, one thing under
/// two names can. Surnames alone are not joined here, they depend on the story (`SurnameResolver`).
struct NameJoiner {
  private let table: NameTable
  private var parents: [Int]

  /// Joins the names of a table.
  init(_ table: NameTable) {
    self.table = table
    parents = Array(table.entries.indices)
    joinMiddleNames()
    joinRunInNames()
    joinCutNames()
    joinAcronyms()
    joinLabels()
    joinProgrammes()
  }

  /// The number that stands for all names of the same thing.
  func root(_ number: Int) -> Int {
    var number = number
    while parents[number] != number { number = parents[number] }
    return number
  }

  private mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    parents[max(a, b)] = min(a, b)
  }

  /// "Donald J. Trump" is "Donald Trump", unless "Donald K. Trump" is there too.
  private mutating func joinMiddleNames() {
    var fuller: [NameKey: [Int]] = [:]
    for (number, entry) in table.entries.enumerated()
    where entry.key.isPerson {
      if let short = entry.key.withoutMiddle { fuller[short, default: []].append(number) }
    }
    for (short, numbers) in fuller where numbers.count == 1 {
      if let number = table.number(of: short) { join(number, numbers[0]) }
    }
  }

  /// "Share This Ada Quill" is "Ada Quill" where an article calls her by both: a heading ran into the name.
  private mutating func joinRunInNames() {
    for (number, entry) in table.entries.enumerated()
    where entry.key.isPerson && entry.key.words.count > 3 {
      for companion in entry.companions.keys.sorted() {
        let short = table.entries[companion]
        guard short.key.words.count > 1, short.articleCount > 0,
          entry.key.words.suffix(short.key.words.count).elementsEqual(short.key.words)
        else { continue }
        join(number, companion)
      }
    }
  }

  /// "Park Min" is "Park Min-seo", cut at the hyphen, where one story knows both and nobody else is called so.
  private mutating func joinCutNames() {
    var fuller: [NameKey: [Int]] = [:]
    for (number, entry) in table.entries.enumerated()
    where entry.key.isPerson && entry.key.words.count == 3 {
      if let cut = entry.key.withoutLast { fuller[cut, default: []].append(number) }
    }
    for (cut, numbers) in fuller.sorted(by: { $0.value[0] < $1.value[0] }) where numbers.count == 1
    {
      guard let number = table.number(of: cut),
        !table.entries[number].stories.isDisjoint(with: table.entries[numbers[0]].stories)
      else { continue }
      join(number, numbers[0])
    }
  }

  /// "Nato" is the one long name with these initials that stands beside it in an article.
  ///
  /// Where articles give two long names for the letters, the letters stay alone.
  private mutating func joinAcronyms() {
    var longNames: [Int: Set<Int>] = [:]
    for (number, entry) in table.entries.enumerated() where !entry.key.isPerson {
      for companion in entry.companions.keys {
        let (short, long) = Self.ordered(companion, number, table)
        if table.entries[long].key.isWritten(short: table.entries[short].key) {
          longNames[short, default: []].insert(root(long))
        }
      }
    }
    for short in longNames.keys.sorted() {
      if let long = longNames[short], long.count == 1, let only = long.first { join(short, only) }
    }
  }

  /// The same name, a person in one article and a thing in another, is one thing labelled in two ways.
  ///
  /// Not so for countries and capitals: Jordan the player is not the kingdom.
  private mutating func joinLabels() {
    for (number, entry) in table.entries.enumerated() where entry.key.isPerson {
      guard let thing = table.number(of: entry.key.ofThing), !table.entries[thing].isCountry else {
        continue
      }
      join(number, thing)
    }
  }

  /// "Nato liaison office" and "liaison office in Tokyo" are the "Nato liaison office in Tokyo", the one programme that has all
  /// of their words.
  private mutating func joinProgrammes() {
    var words: [Int: Set<String>] = [:]
    var bearers: [String: [Int]] = [:]
    for (number, entry) in table.entries.enumerated() where entry.isProgramme {
      let own = entry.key.tellingWords
      guard own.count >= Self.leastWords else { continue }
      words[number] = own
      for word in own { bearers[word, default: []].append(number) }
    }
    for number in words.keys.sorted() {
      guard let own = words[number],
        let near = own.compactMap({ bearers[$0] }).min(by: { $0.count < $1.count })
      else { continue }
      let fuller = near.filter { other in words[other].map(own.isStrictSubset) ?? false }
      let fullest = fuller.filter { other in
        !fuller.contains { (words[$0] ?? []).isStrictSuperset(of: words[other] ?? []) }
      }
      if fullest.count == 1 { join(number, fullest[0]) }
    }
  }

  /// Fewer words do not tell one programme from another.
  private static let leastWords = 3

  private static func ordered(_ a: Int, _ b: Int, _ table: NameTable) -> (short: Int, long: Int) {
    table.entries[a].key.words.count <= table.entries[b].key.words.count ? (a, b) : (b, a)
  }
}

extension NameKey {
  /// The words without those that only join others.
  var tellingWords: Set<String> {
    Set(words).subtracting(["in", "of", "with", "for", "at", "on", "between", "and", "the", "new"])
  }

  /// A name of three words without the last, unless that is a generation ("Ada Quill Jr").
  var withoutLast: NameKey? {
    guard words.count == 3, let last = words.last, !GenerationMark.isOne(last) else { return nil }
    return NameKey(words.prefix(2).joined(separator: " "), isPerson: true)
  }

  /// The first and the last name alone; nil without middle names, or with a particle such as "bin" or "van".
  var withoutMiddle: NameKey? {
    guard (3...4).contains(words.count), let first = words.first, let last = words.last,
      words.dropFirst().dropLast().allSatisfy({ $0.utf8.count == 1 || $0.utf8.count > 3 })
    else { return nil }
    return NameKey("\(first) \(last)", isPerson: true)
  }

  /// Whether another name is made of the first letters of this one.
  func isWritten(short: NameKey) -> Bool {
    guard short.words.count == 1, words.count > 1, let letters = short.words.first,
      (2...8).contains(letters.utf8.count)
    else { return false }
    var rest = Substring(letters)
    for word in words where word.first == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
