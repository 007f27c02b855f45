/// The part of a transition model that scores states: what is fixed.
struct TransitionNetwork: Sendable {
  /// The units of the hidden layer, and of the vectors that it takes.
  static let hidden = 64
  /// The numbers that one feature of one token adds to.
  static let lowerWidth = 2 * hidden

  let projection: AffineLayer
  let lower: AffineLayer
  let features: Int
  let moves: [String]
  let classes: Int
  let lowerBias: Weights
  let padding: Weights
  let upperWeights: Weights
  let upperBias: Weights

  /// Reads the network of a component whose states have so many features.
  init(_ file: ModelFile, _ name: String, features: Int) throws(ModelError) {
    self.features = features
    moves = try file.strings("\(name).moves")
    classes = (moves.count + 15) / 16 * 16
    let (hidden, width) = (Self.hidden, Self.lowerWidth)
    projection = try AffineLayer(
      file, "\(name).projection.weights", bias: "\(name).projection.bias",
      inputs: MaxoutLayer.width, outputs: hidden)
    lower = try AffineLayer(
      file, "\(name).lower.weights", bias: nil, inputs: hidden, outputs: features * width)
    lowerBias = try file.weights("\(name).lower.bias", count: width)
    padding = try file.weights("\(name).lower.padding", count: features * width)
    upperWeights = try file.weights("\(name).upper.weights", count: hidden * classes)
    upperBias = try file.weights("\(name).upper.bias", count: classes)
  }
}
