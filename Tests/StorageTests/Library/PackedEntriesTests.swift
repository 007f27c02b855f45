import Testing

@testable import Storage

struct PackedEntriesTests {
  private static let form = PackedEntries.Form(restBytes: 2, hasShare: true)

  private struct Entry: Equatable {
    let version: Int
    let day: Int
    let share: Int
  }

  private func found(_ entries: PackedEntries, _ rest: Int, _ days: ClosedRange<Int>) -> [Entry] {
    var found: [Entry] = []
    entries.each(rest: rest, days: days) { found.append(Entry(version: $0, day: $1, share: $2)) }
    return found
  }

  @Test func `entries are found by hash and day, sorted`() {
    var entries = PackedEntries([], Self.form)
    entries.insert(rest: 300, day: 9, version: 70_000, share: 1000)
    entries.insert(rest: 300, day: 4, version: 2, share: 7)
    entries.insert(rest: 299, day: 5, version: 3, share: 8)
    entries.insert(rest: 300, day: 127, version: 4, share: 9)
    #expect(
      found(entries, 300, 0...100) == [
        Entry(version: 2, day: 4, share: 7), Entry(version: 70_000, day: 9, share: 1000),
      ])
    #expect(found(entries, 300, 5...8).isEmpty)
    #expect(found(entries, 301, 0...127).isEmpty)
  }

  @Test func `any order of insertion gives the same bytes, and removal takes them back`() {
    var forwards = PackedEntries([], Self.form)
    var backwards = PackedEntries([], Self.form)
    for number in 0..<50 {
      forwards.insert(rest: number % 7, day: number % 11, version: number, share: number)
      backwards.insert(
        rest: (49 - number) % 7, day: (49 - number) % 11, version: 49 - number, share: 49 - number)
    }
    #expect(forwards.bytes == backwards.bytes)
    for number in 0..<50 where number != 13 {
      forwards.remove(rest: number % 7, day: number % 11, version: number)
    }
    #expect(found(forwards, 13 % 7, 0...127) == [Entry(version: 13, day: 2, share: 13)])
    forwards.remove(rest: 13 % 7, day: 2, version: 13)
    #expect(forwards.bytes.isEmpty)
  }

  @Test func `an entry that is there already gets its new share`() {
    var entries = PackedEntries([1, 2, 3], Self.form)
    entries.insert(rest: 5, day: 1, version: 9, share: 1)
    entries.insert(rest: 5, day: 1, version: 9, share: 2)
    #expect(found(entries, 5, 0...127) == [Entry(version: 9, day: 1, share: 2)])
  }
}
