/// Values that were asked for last, in bounded room.
///
/// Two generations: when the newer has taken half of the room it becomes the older, and what was not asked for since the time
/// before goes. A value of the older that is asked for belongs to the newer again.
package struct RecentValues<Key: Hashable, Value> {
  private let room: Int
  private var newer: [Key: Value] = [:]
  private var older: [Key: Value] = [:]
  private var taken = 0
  private let size: (Value) -> Int

  /// Creates an empty one that holds so much at most, by `size`: so many values where each takes 1.
  ///
  /// One value larger than the room is held until the next comes.
  package init(room: Int, size: @escaping (Value) -> Int = { _ in 1 }) {
    self.room = room
    self.size = size
  }

  /// The value of a key; nil when it is not held.
  /// - Complexity: O(1) on average.
  package mutating func value(of key: Key) -> Value? {
    if let value = newer[key] { return value }
    guard let value = older.removeValue(forKey: key) else { return nil }
    keep(value, of: key)
    return value
  }

  /// Holds a value, instead of what the key had.
  package mutating func keep(_ value: Value, of key: Key) {
    forget(key)
    if 2 * taken >= room {
      older = newer
      newer = [:]
      taken = 0
    }
    newer[key] = value
    taken += size(value)
  }

  /// Holds the value of a key no longer.
  package mutating func forget(_ key: Key) {
    if let value = newer.removeValue(forKey: key) { taken -= size(value) }
    older[key] = nil
  }
}
