import Testing

@testable import Knowledge

struct AverageLinkageTests {
  private func groups(
    _ count: Int, _ pairs: [(Int, Int, Float)], threshold: Float = 0.5
  ) -> [[Int]] {
    AverageLinkage.groups(
      days: Array(repeating: nil, count: count),
      pairs: pairs.map { Likeness(a: $0.0, b: $0.1, value: $0.2) }, threshold: threshold,
      pairsPerItem: 64)
  }

  @Test func `an item between two groups does not join them`() {
    let pairs: [(Int, Int, Float)] = [(0, 1, 0.9), (2, 3, 0.9), (1, 4, 0.8), (2, 4, 0.6)]
    #expect(groups(5, pairs, threshold: 0.35) == [[0, 1, 4], [2, 3]])
  }

  @Test func `the order of the pairs changes nothing`() {
    let pairs: [(Int, Int, Float)] = [(0, 1, 0.7), (1, 2, 0.7), (2, 3, 0.7), (0, 3, 0.7)]
    #expect(groups(4, pairs) == groups(4, pairs.reversed()))
  }

  @Test func `groups that are far apart in time stay apart`() {
    let pairs = [Likeness(a: 0, b: 1, value: 0.6), Likeness(a: 1, b: 2, value: 0.6)]
    let found = AverageLinkage.groups(
      days: [1, 2, 900], pairs: pairs, threshold: 0.25, pairsPerItem: 64,
      distance: { $0.gap(to: $1) ?? 0 > 100 ? 1 : 0 })
    #expect(found == [[0, 1], [2]])
  }

  @Test func `the logarithm is close to the real one`() {
    let expected: [(Float, Float)] = [(1, 0), (2, 0.693_147), (10, 2.302_585), (0.5, -0.693_147)]
    for (x, y) in expected { #expect(abs(logarithm(x) - y) < 0.000_02) }
  }

  @Test func `a heap gives the greatest first`() {
    var heap = MaximumHeap([3, 9, 1])
    heap.insert(7)
    var found: [Int] = []
    while let next = heap.removeGreatest() { found.append(next) }
    #expect(found == [9, 7, 3, 1])
  }
}
