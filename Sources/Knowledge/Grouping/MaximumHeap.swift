/// A binary heap that gives back its greatest element first.
struct MaximumHeap<Element: Comparable> {
  private var elements: [Element]

  /// Creates a heap of the elements.
  /// - Complexity: O(n).
  init(_ elements: [Element]) {
    self.elements = elements
    for index in stride(from: elements.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  /// Adds an element.
  /// - Complexity: O(log n).
  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, elements[(child - 1) / 2] < elements[child] {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes out the greatest element; nil when there is none.
  /// - Complexity: O(log n).
  mutating func removeGreatest() -> Element? {
    guard let last = elements.popLast() else { return nil }
    guard let greatest = elements.first else { return last }
    elements[0] = last
    sink(0)
    return greatest
  }

  private mutating func sink(_ index: Int) {
    var parent = index
    while true {
      var greatest = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < elements.count && elements[greatest] < elements[child] {
        greatest = child
      }
      if greatest == parent { return }
      elements.swapAt(parent, greatest)
      parent = greatest
    }
  }
}
