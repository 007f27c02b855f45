package import NewsModel

/// What is kept of an article to find the text that it was made from.
package struct OriginItem: Sendable {
  /// Its number.
  package let key: Int
  /// Where it stands.
  package let order: PublicationOrder
  /// The first of the articles that were made from one text with it; itself when it is that.
  package internal(set) var leader: Int

  /// Puts an item together.
  package init(key: Int, order: PublicationOrder, leader: Int) {
    self.key = key
    self.order = order
    self.leader = leader
  }
}

extension OriginItem {
  /// Whether its text was made from an earlier one.
  package var isCopy: Bool { leader != key }
}

/// Keeps the articles with the index from their sketches and lines, and which is a copy of which.
package protocol OriginShelf: AnyObject {
  /// The article of a number, as filed; nil when there is none.
  func article(_ key: Int) throws -> Article?
  /// The outlet and the text of an article; nil when there is none of that number.
  func text(_ key: Int) throws -> (outlet: String?, text: String)?
  /// What is kept of an article; nil when there is none of that number.
  func origin(_ key: Int) throws -> OriginItem?
  /// Adds what is kept of an article.
  func insert(_ item: OriginItem) throws
  /// Takes out what is kept of an article.
  func removeOrigin(_ key: Int) throws
  /// Notes of which article another is a copy.
  func place(_ key: Int, leader: Int) throws
  /// The articles that were made from one text with a leader, in any order.
  func members(of leader: Int) throws -> [Int]
  /// Adds the entries under which an article is found.
  func insert(sketch: [UInt32], of key: Int, day: Int) throws
  /// Takes those entries out.
  func remove(sketch: [UInt32], of key: Int, day: Int) throws
  /// Hands the articles of some days that have a run in their sketch to `body`, in any order.
  func eachArticle(sharing run: UInt32, days: ClosedRange<Int>, _ body: (Int) -> Void) throws
  /// Adds the lines of an article.
  func insert(lines: [Int], of key: Int) throws
  /// Takes those lines out.
  func remove(lines: [Int], of key: Int) throws
  /// The articles that have a line, at most `limit`, in any order.
  func articles(printing line: Int, limit: Int) throws -> [Int]
}
