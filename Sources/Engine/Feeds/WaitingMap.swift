import Dispatch
import Synchronization

/// Applies `transform` to all items on up to `width` threads; the results are in the order of the items.
///
/// For work that mostly waits, such as fetching: the threads may be more than the cores.
func waitingMap<Item: Sendable, Result: Sendable>(
  _ items: [Item], width: Int, _ transform: @escaping @Sendable (Item) -> Result
) -> [Result] {
  guard width > 1, items.count > 1 else { return items.map(transform) }
  let work = SharedWork<Item, Result>(items)
  let queue = DispatchQueue(label: "backgrounder.waiting", attributes: .concurrent)
  let group = DispatchGroup()
  for _ in 0..<min(width, items.count) {
    queue.async(group: group) {
      while let (index, item) = work.next() { work.finish(index, transform(item)) }
    }
  }
  group.wait()
  return work.results
}

/// A list that several threads work off.
private final class SharedWork<Item: Sendable, Result: Sendable>: Sendable {
  private let items: [Item]
  private let state = Mutex<(next: Int, finished: [(index: Int, result: Result)])>((0, []))

  init(_ items: [Item]) {
    self.items = items
  }

  func next() -> (Int, Item)? {
    state.withLock { state in
      guard state.next < items.count else { return nil }
      defer { state.next += 1 }
      return (state.next, items[state.next])
    }
  }

  func finish(_ index: Int, _ result: Result) {
    state.withLock { $0.finished.append((index, result)) }
  }

  var results: [Result] {
    state.withLock { $0.finished.sorted { $0.index < $1.index }.map(\.result) }
  }
}
