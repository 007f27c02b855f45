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
  /// The items of those waiting that nothing was weighed with yet.
  private var fresh: Set<Int> = []
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
      try withdraw(known)
    }
    // Its own number for a leader: no group until it is weighed.
    let item = LinkItem(key: key, order: order, vector: vector, leader: key, floor: 0)
    try shelf.insert(item, leading: vector.leading(LinkRule.leadingWords))
    touched.insert(key)
    fresh.insert(key)
    waiting.insert(key, order)
    try settle()
  }

  /// Takes an item out.
  mutating func remove(_ key: Int) throws {
    guard let item = try shelf.item(key) else { return }
    try withdraw(item)
    try settle()
  }

  private mutating func withdraw(_ item: LinkItem) throws {
    touched.insert(item.leader)
    for other in try later(than: item) { waiting.insert(other.key, other.order) }
    // Whoever is weighed with one of its group is compared with the item that began the group as well.
    for key in item.leader == item.key ? try shelf.members(of: item.key) : []
    where key != item.key {
      guard let member = try shelf.item(key) else { continue }
      for other in try later(than: member) { waiting.insert(other.key, other.order) }
    }
    try shelf.remove(item, leading: item.vector.leading(LinkRule.leadingWords))
  }

  /// The touched groups, which are forgotten.
  mutating func takeTouched() -> Set<Int> {
    defer { touched = [] }
    return touched
  }

  private mutating func settle() throws {
    while let key = waiting.removeEarliest() {
      let isFresh = fresh.remove(key) != nil
      guard var item = try shelf.item(key) else { continue }
      let before = item.leader
      let found = try leader(of: item)
      if found.leader != before || found.floor != item.floor {
        try shelf.place(key, leader: found.leader, floor: found.floor)
        item.leader = found.leader
        item.floor = found.floor
      }
      if isFresh {
        touched.insert(item.leader)
        try waitForFresh(item)
      } else if item.leader != before {
        touched.insert(before)
        touched.insert(item.leader)
        for other in try later(than: item) { waiting.insert(other.key, other.order) }
      }
    }
  }

  /// Lets the later items wait whose group may change because this one is there now.
  ///
  /// One that has few neighbours loses none by another, and one that is too little like it can only bring down the
  /// mean of the group that it joins: whoever is not in that group stays where it is.
  private mutating func waitForFresh(_ item: LinkItem) throws {
    for other in try later(than: item) {
      let hasRoom = other.floor <= 0 && 1 - other.floor < LinkRule.neighbours
      if hasRoom, other.leader != item.leader, rule.likeness(other, item) < rule.threshold,
        !fresh.contains(other.key)
      {
        try shelf.place(other.key, leader: other.leader, floor: other.floor - 1)
      } else {
        waiting.insert(other.key, other.order)
      }
    }
  }

  /// The later items that this one is, or would be, weighed with.
  private func later(than item: LinkItem) throws -> [LinkItem] {
    var later: [LinkItem] = []
    try common(item, days: item.order.day...lastDay(item)).each { key, common in
      guard key != item.key, let other = try shelf.item(key), item.order < other.order,
        common >= other.floor
      else { return }
      later.append(other)
    }
    return later
  }

  private func lastDay(_ item: LinkItem) -> Int { item.order.day + rule.window }

  /// What each item of some days has in common with an item.
  private func common(_ item: LinkItem, days: ClosedRange<Int>) throws -> CommonCounts {
    var counts = CommonCounts()
    for (term, share) in item.vector.leading(LinkRule.leadingWords) {
      try shelf.eachPosting(of: term, days: days) { counts.add($0.key, share * $0.share) }
    }
    return counts
  }

  /// An item by what it has in common with another.
  private struct Ranked: Comparable {
    let common: Int
    let key: Int

    static func < (a: Ranked, b: Ranked) -> Bool { (a.common, b.key) < (b.common, a.key) }
  }

  /// The group that an item belongs to, by the earlier items with most in common.
  private func leader(of item: LinkItem) throws -> (leader: Int, floor: Int) {
    let days = (item.order.day - rule.window)...item.order.day
    var ranked: [Ranked] = []
    try common(item, days: days).each { key, common in
      if key != item.key { ranked.append(Ranked(common: common, key: key)) }
    }
    var heap = MaximumHeap(ranked)
    var earlier: [LinkItem] = []
    var least = 0
    while let next = heap.removeGreatest() {
      // Those that have as much in common as the last one are weighed as well, so that no tie has to be broken.
      if earlier.count >= LinkRule.neighbours, next.common < least { break }
      if let other = try shelf.item(next.key), other.order < item.order {
        earlier.append(other)
        least = next.common
      }
    }
    let floor = earlier.count >= LinkRule.neighbours ? least : -earlier.count
    return (try best(item, earlier) ?? item.key, floor)
  }

  /// The leader of the group that is like enough, if one is; the earliest of equals.
  private func best(_ item: LinkItem, _ earlier: [LinkItem]) throws -> Int? {
    var groups: [Int: [Double]] = [:]
    for other in earlier { groups[other.leader, default: []].append(rule.likeness(item, other)) }
    let near = Set(earlier.map(\.key))
    var best: (likeness: Double, leader: LinkItem)?
    for (key, all) in groups {
      let voters = all.sorted(by: >).prefix(rule.voters)
      let mean = voters.reduce(0, +) / Double(voters.count)
      guard mean >= rule.threshold, let leader = try shelf.item(key) else { continue }
      if let best, (mean, best.leader.order) <= (best.likeness, leader.order) { continue }
      // A group does not wander off step by step: who joins is still like the one that began it.
      if near.contains(key) || rule.likeness(item, leader) >= rule.thresholdOfLeader {
        best = (mean, leader)
      }
    }
    return best?.leader.key
  }
}
