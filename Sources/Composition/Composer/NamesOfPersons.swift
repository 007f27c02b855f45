import NewsModel

/// The names of the persons of a topic by their words, the most prominent first.
struct NamesOfPersons {
  private var places: [EntityID: Int] = [:]
  private var byWord: [String: Set<EntityID>] = [:]
  private var byLastWord: [String: Set<EntityID>] = [:]
  /// The place of the most prominent person of a name of several words.
  private var byName: [[String]: Int] = [:]

  /// How many there are.
  var count: Int { places.count }

  /// Notes names, the most prominent first.
  init(_ persons: [(entity: EntityID, name: String)]) {
    for (place, person) in persons.enumerated() {
      let words = person.name.split(separator: " ").map(String.init)
      places[person.entity] = place
      for word in words { byWord[word, default: []].insert(person.entity) }
      guard words.count > 1, let last = words.last else { continue }
      byLastWord[last, default: []].insert(person.entity)
      byName[words] = min(byName[words] ?? place, place)
    }
  }

  /// Whether the word stands in somebody else's name; with `asLast` as the last of several words.
  func has(_ word: String, besides entity: EntityID, asLast: Bool) -> Bool {
    let bearers = (asLast ? byLastWord : byWord)[word] ?? []
    return bearers.contains { $0 != entity }
  }

  /// Whether somebody more prominent than the entity has the last words of a name for a name.
  func isLonger(_ name: [String], than entity: EntityID) -> Bool {
    guard let own = places[entity], name.count > 2 else { return false }
    return (2..<name.count).contains { count in
      byName[Array(name.suffix(count))].map { $0 < own } ?? false
    }
  }
}
