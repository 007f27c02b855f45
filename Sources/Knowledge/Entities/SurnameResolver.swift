/// Finds the person meant where an article gives a surname alone.
///
/// The one person of that surname in the same story, else the only one of the library, or the one met five
/// times as often as all others. Where two could be meant, the surname stays alone.
struct SurnameResolver {
  private static let outstandingRatio = 5

  private let table: NameTable
  private let joiner: NameJoiner
  private var byLast: [String: [Int]] = [:]
  private var byFirst: [String: [Int]] = [:]
  /// In how many articles each person is named in full, by root.
  private var articleCounts: [Int: Int] = [:]

  /// Knows the names and which of them are one.
  init(_ table: NameTable, _ joiner: NameJoiner) {
    self.table = table
    self.joiner = joiner
    for (number, entry) in table.entries.enumerated()
    where entry.key.isPerson && entry.key.words.count > 1 && entry.articleCount > 0 {
      articleCounts[joiner.root(number), default: 0] += entry.articleCount
      byLast[entry.key.words.last ?? "", default: []].append(number)
      byFirst[entry.key.words[0], default: []].append(number)
    }
  }

  /// The full name that is meant by a name in a story; the name itself when none or several could be.
  func resolve(_ number: Int, story: Int) -> Int {
    let key = table.entries[number].key
    guard key.isPerson, key.words.count == 1 else { return joiner.root(number) }
    let last = byLast[key.words[0]] ?? []
    let first = byFirst[key.words[0]] ?? []
    let inStory = persons((last + first).filter { table.entries[$0].stories.contains(story) })
    // East Asian surnames come first: "Kim" may be Kim Jong Un. A given name alone tells too little.
    let all = persons(last + first.filter { table.entries[$0].key.words.count > 2 })
    return chosen(inStory, all) ?? joiner.root(number)
  }

  private func chosen(_ inStory: [Int], _ all: [Int]) -> Int? {
    if let person = outstanding(all) {
      return inStory.isEmpty || inStory.contains(person) ? person : nil
    }
    return inStory.count == 1 ? inStory[0] : nil
  }

  /// The person met so much more often than the others of the surname that nobody else is meant by it.
  private func outstanding(_ all: [Int]) -> Int? {
    let counts = all.map { articleCounts[$0] ?? 0 }
    guard let most = counts.max(), let place = counts.firstIndex(of: most),
      all.count == 1 || most >= Self.outstandingRatio * (counts.reduce(0, +) - most)
    else { return nil }
    return all[place]
  }

  private func persons(_ numbers: [Int]) -> [Int] {
    Set(numbers.map { joiner.root($0) }).sorted()
  }
}
