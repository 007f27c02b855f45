/// Items that wait to be weighed, each once, the earliest first.
struct WaitingItems {
  private var heap = MaximumHeap<Waiting>([])
  private var keys: Set<Int> = []

  private struct Waiting: Comparable {
    let key: Int
    let order: PublicationOrder

    /// The earliest is the greatest.
    static func < (a: Waiting, b: Waiting) -> Bool { a.order > b.order }
  }

  /// Adds an item that does not wait yet.
  /// - Complexity: O(log n).
  mutating func insert(_ key: Int, _ order: PublicationOrder) {
    if keys.insert(key).inserted { heap.insert(Waiting(key: key, order: order)) }
  }

  /// Takes out the earliest item; nil when none waits.
  /// - Complexity: O(log n).
  mutating func removeEarliest() -> Int? {
    guard let next = heap.removeGreatest() else { return nil }
    keys.remove(next.key)
    return next.key
  }
}
