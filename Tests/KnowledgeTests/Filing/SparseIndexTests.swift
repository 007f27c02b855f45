import Testing

@testable import Knowledge

struct SparseIndexTests {
  @Test func `a key gives all its entries and no others`() {
    var index = SparseIndex<Int, Int32>()
    for entry in [3, 1, 2] as [Int32] { index.insert(entry, at: 7) }
    index.insert(9, at: 8)
    #expect(Set(index[7]) == [1, 2, 3])
    #expect(index[8] == [9])
    #expect(index[6].isEmpty)
  }

  @Test(arguments: [1, 2, 3] as [Int32])
  func `an entry is gone wherever it stood, and the others stay`(gone: Int32) {
    var index = SparseIndex<Int, Int32>()
    for entry in [3, 1, 2] as [Int32] { index.insert(entry, at: 7) }
    index.remove(at: 7) { $0 == gone }
    #expect(Set(index[7]) == Set([1, 2, 3]).subtracting([gone]))
    index.remove(at: 7) { _ in true }
    #expect(index[7].isEmpty)
  }

  @Test(arguments: [-12, 0, 20_000, PublicationOrder.undatedDay])
  func `a day comes back as it was`(day: Int) {
    let entry = DayEntry(key: 5, day: day, share: 1000)
    #expect((entry.key, entry.day, entry.share) == (5, day, 1000))
  }
}
