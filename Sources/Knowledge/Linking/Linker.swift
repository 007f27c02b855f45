/// Puts each item into the group of the earlier items that are most like it, one item at a time.
///
/// The group of an item is a function of the earlier items near it and of their groups. So a new item changes
/// only later items that it has words in common with, and those that they bring along: each is weighed again, in
/// order of publication, until nothing changes. The result is that of weighing all items once in order of
/// publication, whatever the order in which they came.
struct Linker {
  private let rule: LinkRule
  private let shelf: any LinkShelf
  private var waiting = WaitingItems()
  /// The groups, by their leaders, of which an item came or went since this was last asked.
  private(set) var touched: Set<Int> = []

  /// Links by `rule` what lies on `shelf`.
  init(_ rule: LinkRule, _ shelf: any LinkShelf) {
    self.rule = rule
    self.shelf = shelf
  }

  /// Adds an item; takes the place of an item of the same number.
  /// - Complexity: grows with the items of the days around that share one of its leading words.
  mutating func add(_ key: Int, order: PublicationOrder, vector: TermVector) throws {
    if let known = try shelf.item(key) {
      if known.vector == vector, known.order == order { return }
      try remove(key)
    }
    // Its own number for a leader: no group until it is weighed.
    let item = LinkItem(key: key, order: order, vector: vector, leader: key, floor: 0)
    try shelf.insert(item, leading: vector.leading(LinkRule.leadingWords))
    touched.insert(key)
    waiting.insert(key, order)
    try waitLater(than: item)
    try settle()
  }

  /// Takes an item out.
  mutating func remove(_ key: Int) throws {
    guard let item = try shelf.item(key) else { return }
    touched.insert(item.leader)
    try waitLater(than: item)
    try shelf.remove(item, leading: item.vector.leading(LinkRule.leadingWords))
    try settle()
  }

  /// The touched groups, which are forgotten.
  mutating func takeTouched() -> Set<Int> {
    defer { touched = [] }
    return touched
  }

  private mutating func settle() throws {
    while let key = waiting.removeEarliest() {
      guard let item = try shelf.item(key) else { continue }
      let found = try leader(of: item)
      guard found.leader != item.leader || found.floor != item.floor else { continue }
      try shelf.place(item.key, leader: found.leader, floor: found.floor)
      guard found.leader != item.leader else { continue }
      touched.insert(item.leader)
      touched.insert(found.leader)
      try waitLater(than: item)
    }
  }

  /// Lets the later items wait that this one is, or may have been, weighed with.
  private mutating func waitLater(than item: LinkItem) throws {
    for (key, common) in try common(item, days: item.order.day...lastDay(item))
    where key != item.key {
      guard let other = try shelf.item(key), item.order < other.order, common >= other.floor else {
        continue
      }
      waiting.insert(key, other.order)
    }
  }

  private func lastDay(_ item: LinkItem) -> Int { item.order.day + rule.window }

  /// What each item of some days has in common with an item.
  private func common(_ item: LinkItem, days: ClosedRange<Int>) throws -> [Int: Int] {
    var common: [Int: Int] = [:]
    for (term, share) in item.vector.leading(LinkRule.leadingWords) {
      for posting in try shelf.postings(of: term, days: days) {
        common[posting.key, default: 0] += share * posting.share
      }
    }
    return common
  }

  /// The group that an item belongs to, by the earlier items with most in common.
  private func leader(of item: LinkItem) throws -> (leader: Int, floor: Int) {
    let days = (item.order.day - rule.window)...item.order.day
    var earlier: [(common: Int, item: LinkItem)] = []
    let ranked = try common(item, days: days).filter { $0.key != item.key }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    for (key, common) in ranked {
      // Those that have as much in common as the last one are weighed as well, so that no tie has to be broken.
      if earlier.count >= LinkRule.neighbours, let last = earlier.last, common < last.common {
        break
      }
      if let other = try shelf.item(key), other.order < item.order {
        earlier.append((common, other))
      }
    }
    let floor = earlier.count >= LinkRule.neighbours ? earlier.last?.common ?? 0 : 0
    return (try best(item, earlier.map(\.item)) ?? item.key, floor)
  }

  /// The leader of the group that is like enough, if one is; the earliest of equals.
  private func best(_ item: LinkItem, _ earlier: [LinkItem]) throws -> Int? {
    var groups: [Int: [Double]] = [:]
    for other in earlier { groups[other.leader, default: []].append(rule.likeness(item, other)) }
    var best: (likeness: Double, item: LinkItem)?
    for other in earlier.sorted(by: { $0.order < $1.order }) {
      guard let all = groups.removeValue(forKey: other.leader) else { continue }
      let voters = all.sorted(by: >).prefix(rule.voters)
      let mean = voters.reduce(0, +) / Double(voters.count)
      guard mean >= rule.threshold, mean > best?.likeness ?? -1, try isLikeLeader(item, of: other)
      else { continue }
      best = (mean, other)
    }
    return best?.item.leader
  }

  /// Whether an item is still like the one that began a group: a group does not wander off step by step.
  private func isLikeLeader(_ item: LinkItem, of other: LinkItem) throws -> Bool {
    guard other.leader != other.key, let leader = try shelf.item(other.leader) else { return true }
    return rule.likeness(item, leader) >= rule.thresholdOfLeader
  }
}
