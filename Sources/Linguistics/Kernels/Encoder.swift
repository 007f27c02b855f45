/// The network that gives each token a vector from its own form and its four neighbours either side.
struct Encoder: Sendable {
  let embeddings: [HashEmbedding]
  let mixer: MaxoutLayer
  let layers: [MaxoutLayer]
  /// Whether the vector of a word depends on the space after it.
  let usesSpaceAfter: Bool

  /// Reads the encoder of a component.
  init(_ file: ModelFile, _ component: String) throws(ModelError) {
    embeddings = try HashEmbedding.read(file, component)
    mixer = try MaxoutLayer(
      file, component, number: 0, inputs: embeddings.count * MaxoutLayer.width)
    var layers: [MaxoutLayer] = []
    for number in 1...4 {
      layers.append(
        try MaxoutLayer(file, component, number: number, inputs: 3 * MaxoutLayer.width))
    }
    self.layers = layers
    usesSpaceAfter = embeddings.contains { $0.feature == .space }
  }
}
