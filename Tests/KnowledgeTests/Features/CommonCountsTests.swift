import Testing

@testable import Knowledge

struct CommonCountsTests {
  @Test func `sums are those of a dictionary, however many keys there are`() {
    var counts = CommonCounts()
    var expected: [Int: Int] = [:]
    for number in 0..<5000 {
      let key = number * number % 1723 << 8
      counts.add(key, number)
      expected[key, default: 0] += number
    }
    var found: [Int: Int] = [:]
    counts.each { found[$0] = $1 }
    #expect(found == expected)
  }
}
