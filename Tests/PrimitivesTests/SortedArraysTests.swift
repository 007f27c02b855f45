import Testing

@testable import Primitives

struct SortedArraysTests {
  @Test(
    arguments: [
      ([], [], 0), ([1], [], 0), ([1, 2, 3], [1, 2, 3], 3), ([1, 4, 9], [2, 4, 8, 9], 2),
      ([5], [1, 2, 3, 4], 0),
    ] as [([Int], [Int], Int)])
  func `what two arrays have in common is counted`(a: [Int], b: [Int], count: Int) {
    #expect(SortedArrays.commonCount(a, b) == count)
    #expect(SortedArrays.commonCount(b, a) == count)
  }
}
