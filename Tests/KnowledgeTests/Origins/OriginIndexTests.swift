import Testing

@testable import Knowledge

struct OriginIndexTests {
  /// Different numbers that look like hashes; `first` says where in the series they start.
  private func runs(_ first: UInt64, _ count: UInt64) -> [UInt64] {
    (first..<(first + count)).map { StableHash.mixed($0 &* 0x9E37_79B9_7F4A_7C15) }.sorted()
  }

  @Test func `a text is found again by a third of its runs`() {
    var index = OriginIndex()
    #expect(index.add(runs(0, 400)).isEmpty)
    #expect(index.add(runs(10_000, 400)).isEmpty)
    #expect(index.add(runs(100, 130)) == [0])
    #expect(index.add(runs(10_300, 300)) == [1])
    #expect(index.count == 4)
  }

  @Test func `what is found stays the same while the table grows`() {
    var index = OriginIndex()
    for text in 0..<2000 { _ = index.add(runs(UInt64(text) * 1000, 100)) }
    for text in stride(from: 0, to: 2000, by: 97) {
      #expect(index.add(runs(UInt64(text) * 1000, 60)).contains(text))
    }
  }

  @Test func `of a much printed text the first are found`() {
    var index = OriginIndex()
    for text in 0..<100 {
      let found = index.add(runs(0, 200))
      #expect(found == Array(0..<min(text, OriginIndex.textsPerRun)))
    }
  }

  @Test func `a text without runs is found by nobody`() {
    var index = OriginIndex()
    #expect(index.add([]).isEmpty)
    #expect(index.add([]).isEmpty)
  }
}
