import Testing

@testable import Linguistics

@Suite struct WeightPackingTests {
  @Test func `the contributions to the hidden layer come by feature, piece and unit`() {
    let (features, hidden) = (2, 64)
    // The value says where it comes from: feature, unit, piece.
    let values = (0..<features * hidden * 2).map { Float($0) }
    let packed = WeightPacking.lower(Tensor(shape: [features, hidden, 2, 1], values: values))
    #expect(packed.count == values.count)
    #expect(packed[0] == 0)
    #expect(packed[1] == 2)
    #expect(packed[64] == 1)
    #expect(packed[128] == 128)
    #expect(packed[128 + 64 + 3] == 128 + 7)
  }

  @Test func `pieces are brought apart block by block`() {
    #expect(WeightPacking.pieces([1, 2, 3, 4, 5, 6, 7, 8], hidden: 2) == [1, 3, 2, 4, 5, 7, 6, 8])
  }

  @Test func `the upper layer has a row for each hidden unit`() {
    let packed = WeightPacking.upper(Tensor(shape: [3, 2], values: [1, 2, 3, 4, 5, 6]))
    #expect(packed.count == 32)
    #expect(packed[0..<4] == [1, 3, 5, 0])
    #expect(packed[16..<20] == [2, 4, 6, 0])
  }
}
