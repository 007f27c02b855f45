/// An array of numbers with its shape, as a thinc model stores it.
struct Tensor: Hashable, Sendable {
  let shape: [Int]
  let values: [Float]

  /// Reads the map that msgpack-numpy writes: type `<f4`, shape and raw little-endian data.
  init?(_ value: MessagePack) {
    guard value["type"]?.text == "<f4", let shape = value["shape"]?.array?.compactMap(\.integer),
      case .binary(let data)? = value["data"], shape.allSatisfy({ $0 > 0 }), shape.count <= 4
    else { return nil }
    let count = shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
    guard count > 0, count == data.count / 4, data.count % 4 == 0 else { return nil }
    self.shape = shape
    values = (0..<count).map { index in
      var bits: UInt32 = 0
      for byte in 0..<4 { bits |= UInt32(data[4 * index + byte]) << UInt32(8 * byte) }
      return Float(bitPattern: bits)
    }
  }

  /// Creates a tensor; the shape must fit the number of values.
  init(shape: [Int], values: [Float]) {
    precondition(shape.reduce(1, *) == values.count, "shape \(shape) for \(values.count) values")
    self.shape = shape
    self.values = values
  }
}
