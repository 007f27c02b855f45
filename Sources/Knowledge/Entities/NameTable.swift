import NewsModel

/// All names of a library, each with what the articles say of it.
struct NameTable {
  /// A name that articles use for an entity.
  struct Entry {
    let key: NameKey
    /// How many entities of articles bear it as their fullest name.
    var articleCount = 0
    /// Whether an article knows it for a country, its government or its capital.
    var isCountry = false
    /// Whether an article knows it for a plan, an agreement or an office.
    var isProgramme = false
    /// The names that stand beside it for the same entity of an article, by number, with the articles.
    var companions: [Int: Int] = [:]
    /// The stories in which it is used.
    var stories: Set<Int> = []
  }

  /// The names, in order of first use.
  private(set) var entries: [Entry] = []
  /// For each article the number of each entity's fullest name; -1 when it has no letter.
  private(set) var numbers: [[Int]] = []
  private var persons: Set<NameKey> = []
  private var bearers: [NameKey: Int] = [:]
  private var places: [NameKey: Int] = [:]
  private var numberOfKey: [NameKey: Int] = [:]

  /// Reads the entities of the articles, in order of publication; `stories` gives each article's story.
  init(_ articles: [ArticleNames], stories: [Int]) {
    collectPersons(articles)
    numbers.reserveCapacity(articles.count)
    for (article, story) in zip(articles, stories) {
      numbers.append(article.entities.map { add($0, story: story) })
    }
  }

  /// The number of a name; nil when no article uses it.
  func number(of key: NameKey) -> Int? { numberOfKey[key] }

  /// Learns the persons' full names, and how often each surname is a person's and how often a place's.
  private mutating func collectPersons(_ articles: [ArticleNames]) {
    for entity in articles.lazy.flatMap(\.entities) {
      guard let key = NameKey(entity.name, isPerson: true) else { continue }
      if entity.kind == .person, let last = key.lastAlone {
        persons.insert(key)
        bearers[last, default: 0] += 1
      } else if entity.kind == .place, key.words.count == 1 {
        places[key, default: 0] += 1
      }
    }
  }

  /// Whether an entity is a person, by its own article or by what the others know of its name.
  ///
  /// A surname alone that an article takes for a place is a person's where persons of that name are met
  /// more often than the place.
  private func isPerson(_ entity: NamedEntity) -> Bool {
    if entity.kind == .person { return true }
    guard entity.country == nil, let key = NameKey(entity.name, isPerson: true) else {
      return false
    }
    switch entity.kind {
    case .other: return persons.contains(key) || bearers[key] != nil
    case .place: return (bearers[key] ?? 0) > (places[key] ?? 0)
    default: return false
    }
  }

  private mutating func add(_ entity: NamedEntity, story: Int) -> Int {
    let isPerson = isPerson(entity)
    guard let key = NameKey(entity.name, isPerson: isPerson) else { return -1 }
    let number = intern(key)
    entries[number].articleCount += 1
    if entity.country != nil { entries[number].isCountry = true }
    if entity.kind == .programme { entries[number].isProgramme = true }
    entries[number].stories.insert(story)
    for alias in entity.aliases {
      guard let other = NameKey(alias, isPerson: isPerson), other != key else { continue }
      let companion = intern(other)
      entries[number].companions[companion, default: 0] += 1
    }
    return number
  }

  private mutating func intern(_ key: NameKey) -> Int {
    if let known = numberOfKey[key] { return known }
    numberOfKey[key] = entries.count
    entries.append(Entry(key: key))
    return entries.count - 1
  }
}
