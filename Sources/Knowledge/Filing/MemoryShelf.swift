package import NewsModel

/// Keeps the state of the three levels in memory: for a library that is derived from the beginning.
///
/// Articles are asked for when a text is compared with another, and are not kept.
package final class MemoryShelf: KnowledgeShelf {
  package let origins: any OriginShelf
  package let stories: any LinkShelf = MemoryLinkShelf()
  package let topics: any LinkShelf = MemoryLinkShelf()
  private let memory: MemoryOriginShelf

  /// Creates an empty shelf; `article` gives the article of a number.
  package init(article: @escaping (Int) throws -> Article?) {
    memory = MemoryOriginShelf(article: article)
    origins = memory
  }

  package func brief(_ key: Int) throws -> ArticleBrief? { try memory.brief(key) }
}

/// One level of links in memory.
final class MemoryLinkShelf: LinkShelf {
  private var items: [Int: LinkItem] = [:]
  private var groups: [Int: Set<Int>] = [:]
  /// By word, the entries by day.
  private var index: [UInt32: [DayEntry]] = [:]

  func item(_ key: Int) -> LinkItem? { items[key] }

  func insert(_ item: LinkItem, leading: [(term: UInt32, share: Int)]) {
    items[item.key] = item
    groups[item.leader, default: []].insert(item.key)
    for (term, share) in leading {
      let entry = DayEntry(key: item.key, day: item.order.day, share: share)
      let place = index[term].map { Self.place(of: item.order.day + 1, in: $0) } ?? 0
      index[term, default: []].insert(entry, at: place)
    }
  }

  func remove(_ item: LinkItem, leading: [(term: UInt32, share: Int)]) {
    guard let known = items.removeValue(forKey: item.key) else { return }
    groups[known.leader]?.remove(item.key)
    for (term, _) in leading { index[term]?.removeAll { $0.key == item.key } }
  }

  func place(_ key: Int, leader: Int, floor: Int) {
    guard let known = items[key] else { return }
    groups[known.leader]?.remove(key)
    groups[leader, default: []].insert(key)
    items[key]?.leader = leader
    items[key]?.floor = floor
  }

  func eachPosting(of term: UInt32, days: ClosedRange<Int>, _ body: (LinkPosting) -> Void) {
    guard let all = index[term] else { return }
    for place in Self.place(of: days.lowerBound, in: all)..<all.count {
      guard all[place].day <= days.upperBound else { return }
      body(LinkPosting(key: all[place].key, day: all[place].day, share: all[place].share))
    }
  }

  func members(of leader: Int) -> [Int] { Array(groups[leader] ?? []) }

  /// The place of the first entry of a day or later.
  private static func place(of day: Int, in postings: [DayEntry]) -> Int {
    var (low, high) = (0, postings.count)
    while low < high {
      let middle = (low + high) / 2
      if postings[middle].day < day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The copies in memory.
private final class MemoryOriginShelf: OriginShelf {
  private let source: (Int) throws -> Article?
  private var items: [Int: OriginItem] = [:]
  private var briefs: [Int: ArticleBrief] = [:]
  private var groups: [Int: Set<Int>] = [:]
  private var sketches = SparseIndex<UInt32, DayEntry>()
  private var lines = SparseIndex<Int, Int32>()

  init(article: @escaping (Int) throws -> Article?) { source = article }

  func brief(_ key: Int) throws -> ArticleBrief? {
    if let known = briefs[key] { return known }
    let brief = try source(key).map {
      ArticleBrief(id: $0.id, outlet: $0.outlet, title: $0.title, published: $0.published)
    }
    briefs[key] = brief
    return brief
  }

  func article(_ key: Int) throws -> Article? { try source(key) }

  func text(_ key: Int) throws -> (outlet: String?, text: String)? {
    try source(key).map { ($0.outlet, $0.text) }
  }

  func origin(_ key: Int) -> OriginItem? { items[key] }

  func insert(_ item: OriginItem) {
    items[item.key] = item
    groups[item.leader, default: []].insert(item.key)
  }

  func removeOrigin(_ key: Int) {
    if let leader = items.removeValue(forKey: key)?.leader { groups[leader]?.remove(key) }
  }

  func place(_ key: Int, leader: Int) {
    guard let known = items[key] else { return }
    groups[known.leader]?.remove(key)
    groups[leader, default: []].insert(key)
    items[key]?.leader = leader
  }

  func members(of leader: Int) -> [Int] { Array(groups[leader] ?? []) }

  func insert(sketch: [UInt32], of key: Int, day: Int) {
    for run in sketch { sketches.insert(DayEntry(key: key, day: day, share: 0), at: run) }
  }

  func remove(sketch: [UInt32], of key: Int, day: Int) {
    for run in sketch { sketches.remove(at: run) { $0.key == key } }
  }

  func eachArticle(sharing run: UInt32, days: ClosedRange<Int>, _ body: (Int) -> Void) {
    for entry in sketches[run] where days.contains(entry.day) { body(entry.key) }
  }

  func insert(lines: [Int], of key: Int) {
    for line in lines { self.lines.insert(Int32(key), at: line) }
  }

  func remove(lines: [Int], of key: Int) {
    for line in lines { self.lines.remove(at: line) { $0 == key } }
  }

  func articles(printing line: Int, limit: Int) -> [Int] {
    lines[line].prefix(limit).map(Int.init)
  }
}
