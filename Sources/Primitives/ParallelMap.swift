import Dispatch
import Synchronization

/// Maps independent items on several cores; the results come in the order of the items.
///
/// `width` is how many cores at most; 1 maps on the caller's thread.
/// - Complexity: one dispatch a core; items are handed out one by one, so uneven items balance.
public func parallelMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], width: Int, _ transform: @Sendable (Item) -> Result
) -> [Result] {
  guard width > 1, items.count > 1 else { return items.map(transform) }
  let next = Atomic<Int>(0)
  let finished = Mutex<[(Int, Result)]>([])
  DispatchQueue.concurrentPerform(iterations: min(width, items.count)) { _ in
    var mine: [(Int, Result)] = []
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < items.count else { break }
      mine.append((index, transform(items[index])))
    }
    finished.withLock { $0.append(contentsOf: mine) }
  }
  return finished.withLock { $0 }.sorted { $0.0 < $1.0 }.map(\.1)
}
