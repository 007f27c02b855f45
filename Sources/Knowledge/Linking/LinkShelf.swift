/// What is kept of one item (an article, a story) to find the earlier one that it belongs with.
package struct LinkItem: Sendable {
  /// Its number.
  package let key: Int
  /// Where it stands.
  package let order: PublicationOrder
  /// Its words.
  package let vector: TermVector
  /// The item that began the group that it is in; itself when it began one.
  package internal(set) var leader: Int
  /// How much in common an earlier item must have with it to be among those that were weighed; where all were
  /// weighed, the negative of how many there were.
  package internal(set) var floor: Int

  /// Puts an item together.
  package init(key: Int, order: PublicationOrder, vector: TermVector, leader: Int, floor: Int) {
    self.key = key
    self.order = order
    self.vector = vector
    self.leader = leader
    self.floor = floor
  }
}

/// An entry of the index from words to items.
package struct LinkPosting: Sendable {
  package let key: Int
  package let day: Int
  /// The word's share of the item's length, in thousandths.
  package let share: Int

  /// Puts an entry together.
  package init(key: Int, day: Int, share: Int) {
    self.key = key
    self.day = day
    self.share = share
  }
}

/// Keeps the items of one level, the index from their words, and their groups.
package protocol LinkShelf: AnyObject {
  /// An item; nil when there is none of that number.
  func item(_ key: Int) throws -> LinkItem?
  /// Adds an item with the entries under which it is found.
  func insert(_ item: LinkItem, leading: [(term: UInt32, share: Int)]) throws
  /// Takes an item out with its entries.
  func remove(_ item: LinkItem, leading: [(term: UInt32, share: Int)]) throws
  /// Notes the group of an item.
  func place(_ key: Int, leader: Int, floor: Int) throws
  /// Hands the entries of a word on some days to `body`, in any order.
  func eachPosting(of term: UInt32, days: ClosedRange<Int>, _ body: (LinkPosting) -> Void) throws
  /// The items of a group, in any order.
  func members(of leader: Int) throws -> [Int]
}
