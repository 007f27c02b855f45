package import Knowledge
package import NewsModel
import Primitives
package import Storage

/// The state of copies, stories and topics as it lies in a library, within one transaction.
final class StoredShelf: KnowledgeShelf {
  let origins: any OriginShelf
  let stories: any LinkShelf
  let topics: any LinkShelf
  private let tables: FilingTables

  /// Reads and writes the tables of a transaction.
  init(_ tables: FilingTables) {
    self.tables = tables
    origins = StoredOrigins(tables)
    stories = StoredLinks(tables.stories, tables.storyWords)
    topics = StoredLinks(tables.topics, tables.topicWords)
  }

  func brief(_ key: Int) throws -> ArticleBrief? {
    try tables.brief(key).map {
      ArticleBrief(id: $0.article, outlet: $0.outlet, title: $0.title, published: $0.published)
    }
  }
}

/// One level of links in a library.
private final class StoredLinks: LinkShelf {
  /// How many items are remembered between two look-ups.
  private static let remembered = 8192

  private let places: PlaceTable
  private let words: WordTable
  private var known = RecentValues<Int, LinkItem>(room: remembered)

  init(_ places: PlaceTable, _ words: WordTable) {
    self.places = places
    self.words = words
  }

  func item(_ key: Int) throws -> LinkItem? {
    if let item = known.value(of: key) { return item }
    guard let row = try places.row(key) else { return nil }
    let item = LinkItem(
      key: key, order: PublicationOrder(moment: row.moment, article: row.article),
      vector: TermVector(bytes: row.words), leader: row.leader, floor: row.floor)
    known.keep(item, of: key)
    return item
  }

  func insert(_ item: LinkItem, leading: [(term: UInt32, share: Int)]) throws {
    try places.insert(
      PlaceRow(
        version: item.key, moment: item.order.moment, article: item.order.article,
        leader: item.leader, floor: item.floor, words: item.vector.bytes))
    for (term, share) in leading {
      try words.insert(word: Int(term), day: item.order.day, version: item.key, share: share)
    }
  }

  func remove(_ item: LinkItem, leading: [(term: UInt32, share: Int)]) throws {
    known.forget(item.key)
    try places.remove(item.key)
    for (term, _) in leading {
      try words.remove(word: Int(term), day: item.order.day, version: item.key)
    }
  }

  func place(_ key: Int, leader: Int, floor: Int) throws {
    known.forget(key)
    try places.place(key, leader: leader, floor: floor)
  }

  func eachPosting(of term: UInt32, days: ClosedRange<Int>, _ body: (LinkPosting) -> Void) throws {
    try words.each(Int(term), days: days) { body(LinkPosting(key: $0, day: $1, share: $2)) }
  }

  func members(of leader: Int) throws -> [Int] { try places.members(of: leader) }
}

/// The copies in a library.
package final class StoredOrigins: OriginShelf {
  private static let remembered = 8192

  private let tables: FilingTables
  private var known = RecentValues<Int, OriginItem>(room: remembered)

  /// Reads and writes the tables of a transaction.
  package init(_ tables: FilingTables) { self.tables = tables }

  package func article(_ key: Int) throws -> Article? { try tables.article(key) }

  package func text(_ key: Int) throws -> (outlet: String?, text: String)? { try tables.text(key) }

  package func origin(_ key: Int) throws -> OriginItem? {
    if let item = known.value(of: key) { return item }
    guard let row = try tables.origins.row(key) else { return nil }
    let item = OriginItem(
      key: key, order: PublicationOrder(moment: row.moment, article: row.article),
      leader: row.leader)
    known.keep(item, of: key)
    return item
  }

  package func insert(_ item: OriginItem) throws {
    try tables.origins.insert(
      PlaceRow(
        version: item.key, moment: item.order.moment, article: item.order.article,
        leader: item.leader, floor: 0, words: []))
  }

  package func removeOrigin(_ key: Int) throws {
    known.forget(key)
    try tables.origins.remove(key)
  }

  package func place(_ key: Int, leader: Int) throws {
    known.forget(key)
    try tables.origins.place(key, leader: leader, floor: 0)
  }

  package func members(of leader: Int) throws -> [Int] { try tables.origins.members(of: leader) }

  package func insert(sketch: [UInt32], of key: Int, day: Int) throws {
    for run in sketch { try tables.runs.insert(word: Int(run), day: day, version: key, share: 0) }
  }

  package func remove(sketch: [UInt32], of key: Int, day: Int) throws {
    for run in sketch { try tables.runs.remove(word: Int(run), day: day, version: key) }
  }

  package func eachArticle(sharing run: UInt32, days: ClosedRange<Int>, _ body: (Int) -> Void)
    throws
  {
    try tables.runs.each(Int(run), days: days) { version, _, _ in body(version) }
  }

  package func insert(lines: [Int], of key: Int) throws {
    try tables.lines.insert(lines, version: key)
  }

  package func remove(lines: [Int], of key: Int) throws {
    try tables.lines.remove(lines, version: key)
  }

  package func articles(printing line: Int, limit: Int) throws -> [Int] {
    try tables.lines.versions(with: line, limit: limit)
  }
}
