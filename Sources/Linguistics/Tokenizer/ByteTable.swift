/// A hash table from byte strings to numbers 0, 1, 2, ..., in the order of insertion.
///
/// The bytes are kept in one store, so that a lookup allocates nothing.
struct ByteTable {
  private struct Entry: BitwiseCopyable {
    let hash: UInt64
    let offset: Int32
    let length: Int32
    let variant: UInt64
  }

  private var entries: [Entry] = []
  private var slots: [Int32]
  /// The bytes of all entries, one after the other.
  private(set) var store: [UInt8] = []

  /// Creates an empty table.
  init() {
    slots = Array(repeating: -1, count: 4096)
  }

  /// How many entries there are.
  var count: Int { entries.count }

  /// Where the bytes of an entry lie in the store.
  func range(of index: Int) -> Range<Int> {
    let entry = entries[index]
    return Int(entry.offset)..<Int(entry.offset) + Int(entry.length)
  }

  /// The number of the entry, or nil. Entries of the same bytes differ by `variant`.
  func find(_ bytes: Span<UInt8>, hash: UInt64, variant: UInt64 = 0) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      let entry = entries[index]
      if entry.hash == hash, entry.variant == variant, isSame(entry, bytes) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds an entry that is not in the table; returns its number.
  mutating func insert(_ bytes: Span<UInt8>, hash: UInt64, variant: UInt64 = 0) -> Int {
    if entries.count * 2 >= slots.count { grow() }
    let index = entries.count
    entries.append(
      Entry(
        hash: hash, offset: Int32(store.count), length: Int32(bytes.count), variant: variant))
    for position in bytes.indices { store.append(bytes[position]) }
    place(index, hash)
    return index
  }

  private func isSame(_ entry: Entry, _ bytes: Span<UInt8>) -> Bool {
    guard Int(entry.length) == bytes.count else { return false }
    let start = Int(entry.offset)
    for index in bytes.indices where store[start + index] != bytes[index] { return false }
    return true
  }

  private mutating func place(_ index: Int, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index)
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for index in entries.indices { place(index, entries[index].hash) }
  }
}
