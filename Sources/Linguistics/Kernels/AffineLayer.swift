import CNeuralKernels

/// A linear layer with a bias; the number of outputs is a multiple of 64.
struct AffineLayer: Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: Weights
  // Nil for a layer without bias, for which zeros are kept.
  private let bias: Weights?
  private let zeros: [Float]

  /// Reads a layer; without a name for the bias it has none.
  init(_ file: ModelFile, _ weights: String, bias: String?, inputs: Int, outputs: Int)
    throws(ModelError)
  {
    self.inputs = inputs
    self.outputs = outputs
    self.weights = try file.weights(weights, count: inputs * outputs)
    if let bias {
      self.bias = try file.weights(bias, count: outputs)
      zeros = []
    } else {
      self.bias = nil
      zeros = Array(repeating: 0, count: outputs)
    }
  }

  /// Computes rows that lie `stride` floats apart in `x` and `outputs` floats apart in `y`.
  func apply(
    _ x: UnsafePointer<Float>, stride: Int, rows: Int, y: UnsafeMutablePointer<Float>,
    _ level: InstructionSet
  ) {
    unsafe zeros.withUnsafeBufferPointer { zeros in
      guard let bias = unsafe bias?.pointer ?? zeros.baseAddress else { return }
      unsafe nk_affine(
        level.rawValue, x, stride, rows, inputs, weights.pointer, bias, outputs, y,
        outputs)
    }
  }
}
