import CNeuralKernels

/// A layer of the encoder: the greatest of three linear pieces for each output, then layer norm.
struct MaxoutLayer: Sendable {
  /// The number of outputs of every layer of the encoder.
  static let width = 96

  let inputs: Int
  private let weights: Weights
  private let bias: Weights
  private let gain: Weights
  private let shift: Weights

  /// Reads the layer of a component, which is numbered from 0.
  init(_ file: ModelFile, _ component: String, number: Int, inputs: Int) throws(ModelError) {
    let name = "\(component).\(number)"
    self.inputs = inputs
    weights = try file.weights("\(name).weights", count: Self.width * 3 * inputs)
    bias = try file.weights("\(name).bias", count: Self.width * 3)
    gain = try file.weights("\(name).gain", count: Self.width)
    shift = try file.weights("\(name).shift", count: Self.width)
  }

  /// Computes `rows` rows whose inputs begin `stride` floats apart in `x`, from float `first` on.
  ///
  /// The results go to `y` from float `target` on, 96 floats a row; with `isResidual` the row of
  /// `y` that is there is added. `scratch` must hold 96 floats a row.
  func apply(
    _ x: UnsafePointer<Float>, stride: Int, rows: Int, scratch: UnsafeMutablePointer<Float>,
    y: UnsafeMutablePointer<Float>, isResidual: Bool, _ level: InstructionSet
  ) {
    unsafe nk_maxout3(
      level.rawValue, x, stride, rows, inputs, weights.pointer, bias.pointer, Self.width, scratch,
      Self.width)
    unsafe nk_layer_norm(
      level.rawValue, scratch, rows, Self.width, gain.pointer, shift.pointer,
      isResidual ? UnsafePointer(y) : nil, Self.width, y, Self.width)
  }
}
