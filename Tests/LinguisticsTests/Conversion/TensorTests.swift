import Testing

@testable import Linguistics

@Suite struct TensorTests {
  private func stored(_ shape: [UInt64], _ values: [Float], type: String = "<f4") -> MessagePack {
    var data: [UInt8] = []
    for value in values { StringList.append(value.bitPattern, to: &data) }
    return .map([
      .init(key: .text("nd"), value: .boolean(true)),
      .init(key: .text("type"), value: .text(type)),
      .init(key: .text("shape"), value: .array(shape.map { .integer($0) })),
      .init(key: .text("data"), value: .binary(data)),
    ])
  }

  @Test func `numbers and shape are read`() throws {
    let tensor = try #require(Tensor(stored([2, 3], [1, 2, 3, 4, 5, 6])))
    #expect(tensor.shape == [2, 3])
    #expect(tensor.values == [1, 2, 3, 4, 5, 6])
  }

  @Test func `a shape that does not fit its data is refused`() {
    #expect(Tensor(stored([2, 2], [1, 2, 3])) == nil)
    #expect(Tensor(stored([0], [])) == nil)
    #expect(Tensor(stored([1 << 62, 1 << 62], [1])) == nil)
    #expect(Tensor(stored([2], [1, 2], type: "<f8")) == nil)
    #expect(Tensor(.none) == nil)
  }
}
