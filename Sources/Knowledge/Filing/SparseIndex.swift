/// An index whose keys mostly have one entry each: an array of its own for each key would take several times the room.
struct SparseIndex<Key: Hashable, Entry> {
  /// One entry of each key.
  private var first: [Key: Entry] = [:]
  /// The others of the keys that have several.
  private var others: [Key: [Entry]] = [:]

  /// The entries of a key, in any order.
  subscript(key: Key) -> [Entry] {
    guard let entry = first[key] else { return [] }
    return [entry] + (others[key] ?? [])
  }

  /// Adds an entry.
  mutating func insert(_ entry: Entry, at key: Key) {
    if first[key] == nil { first[key] = entry } else { others[key, default: []].append(entry) }
  }

  /// Takes out the entries of a key that `isGone` names.
  /// - Complexity: O(entries of the key).
  mutating func remove(at key: Key, _ isGone: (Entry) -> Bool) {
    let left = self[key].filter { !isGone($0) }
    first[key] = left.first
    others[key] = left.count > 1 ? Array(left.dropFirst()) : nil
  }
}

/// An article with its day and a share, as an index in memory keeps it.
struct DayEntry {
  private let number: Int32
  private let dayNumber: Int32
  private let thousandths: Int16

  /// Takes the number of an article, a day since 1970-01-01 or that of the undated, and a share in thousandths.
  init(key: Int, day: Int, share: Int) {
    number = Int32(key)
    dayNumber = day == PublicationOrder.undatedDay ? .max : Int32(day)
    thousandths = Int16(share)
  }

  var key: Int { Int(number) }
  var day: Int { dayNumber == .max ? PublicationOrder.undatedDay : Int(dayNumber) }
  var share: Int { Int(thousandths) }
}
