import Primitives
import Testing

@testable import Knowledge

struct RunSetTests {
  /// Hashes of `range`.
  private func runs(_ range: Range<UInt64>) -> [UInt64] {
    range.map { StableHash.mixed($0) }.sorted()
  }

  @Test(arguments: [0, 1, 40, 200, 900, 6000] as [UInt64])
  func `what is in common at the most is never less than what is`(size: UInt64) {
    let one = RunSet(runs(0..<size))
    for shared in stride(from: 0, through: size, by: max(1, Int(size) / 7)) {
      let other = RunSet(runs((size - shared)..<(2 * size - shared)))
      #expect(one.inCommon(with: other) == Int(shared))
      #expect(one.mostInCommon(with: other) >= Int(shared))
      #expect(one.mostInCommon(with: other) <= Int(size))
    }
  }

  @Test func `texts of two hundred words with little in common are told apart by their signatures`()
  {
    let one = RunSet(runs(0..<200))
    let other = RunSet(runs(170..<370))
    #expect(one.likeness(with: other) == 0.15)
    #expect(one.greatestLikeness(with: other) < 0.3)
  }

  @Test func `a signature counts every bit`() {
    let all = RunSet((0..<4096).map { UInt64($0) })
    #expect(all.mostInCommon(with: all) == 4096)
  }
}
