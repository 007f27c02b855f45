/// How alike two items are.
struct Likeness: Sendable {
  /// The place of the earlier item.
  let a: Int
  /// The place of the later item.
  let b: Int
  /// How alike they are; at most 1.
  let value: Float
}

/// Joins items into groups, the two most alike first, by the mean likeness of their pairs.
///
/// Pairs that are not given count as unlike (0). What two groups lose for the time between them is taken
/// off the mean. The result does not depend on the order of the pairs. Mean linkage keeps a text that
/// lies between two groups from pulling the groups together.
struct AverageLinkage {
  /// How many pairs of one item are given at most; caps the mean between two large groups.
  private let pairsPerItem: Int
  private let threshold: Float
  private var members: [[Int]]
  private var isAlive: [Bool]
  /// For each group the sum of the likeness to each other group that has any.
  private var sums: [[Int: Float]]
  private var spans: [DaySpan]
  private let distance: (DaySpan, DaySpan) -> Float
  private var queue: MaximumHeap<Join>

  private struct Join: Comparable {
    let value: Float
    let a: Int
    let b: Int

    static func < (x: Join, y: Join) -> Bool {
      if x.value != y.value { return x.value < y.value }
      return (x.a, x.b) > (y.a, y.b)
    }
  }

  private init(
    days: [Int?], pairs: [Likeness], threshold: Float, pairsPerItem: Int,
    distance: @escaping (DaySpan, DaySpan) -> Float
  ) {
    self.pairsPerItem = pairsPerItem
    self.threshold = threshold
    self.distance = distance
    let spans = days.map { DaySpan($0) }
    self.spans = spans
    members = days.indices.map { [$0] }
    isAlive = Array(repeating: true, count: days.count)
    sums = Array(repeating: [:], count: days.count)
    for pair in pairs {
      sums[pair.a][pair.b] = pair.value
      sums[pair.b][pair.a] = pair.value
    }
    queue = MaximumHeap(
      pairs.compactMap { pair in
        let value = pair.value - distance(spans[pair.a], spans[pair.b])
        return value < threshold ? nil : Join(value: value, a: pair.a, b: pair.b)
      })
  }

  /// Groups items, one for each day given; joins stop below `threshold`.
  ///
  /// Groups and members come in order of place.
  /// - Complexity: O(p log p) in the number of pairs when groups stay small.
  static func groups(
    days: [Int?], pairs: [Likeness], threshold: Float, pairsPerItem: Int,
    distance: @escaping (DaySpan, DaySpan) -> Float = { _, _ in 0 }
  ) -> [[Int]] {
    var linkage = AverageLinkage(
      days: days, pairs: pairs, threshold: threshold, pairsPerItem: pairsPerItem,
      distance: distance)
    while let join = linkage.queue.removeGreatest() {
      if linkage.isAlive[join.a], linkage.isAlive[join.b] { linkage.join(join.a, join.b) }
    }
    return linkage.members.indices.filter { linkage.isAlive[$0] }
      .map { linkage.members[$0].sorted() }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  /// Makes one new group of two.
  private mutating func join(_ a: Int, _ b: Int) {
    let new = members.count
    var joined = sums[a].merging(sums[b], uniquingKeysWith: +)
    joined[a] = nil
    joined[b] = nil
    members.append(members[a] + members[b])
    isAlive.append(true)
    spans.append(spans[a].union(spans[b]))
    for (other, sum) in joined {
      sums[other][a] = nil
      sums[other][b] = nil
      sums[other][new] = sum
      let mean = sum / Float(pairCount(new, other)) - distance(spans[new], spans[other])
      if mean >= threshold { queue.insert(Join(value: mean, a: other, b: new)) }
    }
    sums.append(joined)
    for old in [a, b] {
      isAlive[old] = false
      members[old] = []
      sums[old] = [:]
    }
  }

  private func pairCount(_ a: Int, _ b: Int) -> Int {
    let (small, large) = (
      min(members[a].count, members[b].count), max(members[a].count, members[b].count)
    )
    return small * min(large, pairsPerItem)
  }
}
