/// Brings weights into the orders that the kernels read (see CNeuralKernels.h).
enum WeightPacking {
  /// Weights `[outputs][3][inputs]` for each 16 outputs, each input, as 3 x 16 numbers.
  static func maxout(_ weights: Tensor) -> [Float] {
    let (outputs, inputs) = (weights.shape[0], weights.shape[2])
    var packed: [Float] = []
    packed.reserveCapacity(weights.values.count)
    for group in 0..<outputs / 16 {
      for input in 0..<inputs {
        for piece in 0..<3 {
          for lane in 0..<16 {
            packed.append(weights.values[((group * 16 + lane) * 3 + piece) * inputs + input])
          }
        }
      }
    }
    return packed
  }

  /// A bias `[outputs][3]` for each 16 outputs as 3 x 16 numbers.
  static func maxoutBias(_ bias: Tensor) -> [Float] {
    maxout(Tensor(shape: bias.shape + [1], values: bias.values))
  }

  /// Weights `[outputs][inputs]` for each 64 outputs (zeros after the last), each input.
  static func affine(_ weights: Tensor) -> [Float] {
    let (outputs, inputs) = (weights.shape[0], weights.shape[1])
    var packed: [Float] = []
    for first in stride(from: 0, to: outputs, by: 64) {
      for input in 0..<inputs {
        for output in first..<first + 64 {
          packed.append(output < outputs ? weights.values[output * inputs + input] : 0)
        }
      }
    }
    return packed
  }

  /// The numbers with zeros up to a multiple of `step`.
  static func padded(_ values: [Float], to step: Int) -> [Float] {
    values + [Float](repeating: 0, count: (step - values.count % step) % step)
  }

  /// Weights `[features][hidden][2][inputs]` as affine rows ordered feature, piece, hidden.
  static func lower(_ weights: Tensor) -> [Float] {
    let (features, hidden, inputs) = (weights.shape[0], weights.shape[1], weights.shape[3])
    var rows: [Float] = []
    rows.reserveCapacity(weights.values.count)
    for feature in 0..<features {
      for piece in 0..<2 {
        for unit in 0..<hidden {
          let start = ((feature * hidden + unit) * 2 + piece) * inputs
          rows += weights.values[start..<start + inputs]
        }
      }
    }
    return affine(Tensor(shape: [features * hidden * 2, inputs], values: rows))
  }

  /// Numbers `[..., hidden, 2]` with the two pieces of each block brought apart.
  static func pieces(_ values: [Float], hidden: Int) -> [Float] {
    var result: [Float] = []
    for block in stride(from: 0, to: values.count, by: hidden * 2) {
      for piece in 0..<2 {
        for unit in 0..<hidden { result.append(values[block + unit * 2 + piece]) }
      }
    }
    return result
  }

  /// Weights `[classes][hidden]` as rows of a hidden unit each, classes up to a multiple of 16.
  static func upper(_ weights: Tensor) -> [Float] {
    let (classes, hidden) = (weights.shape[0], weights.shape[1])
    var packed: [Float] = []
    for unit in 0..<hidden {
      packed += padded((0..<classes).map { weights.values[$0 * hidden + unit] }, to: 16)
    }
    return packed
  }
}
