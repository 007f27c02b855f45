import CNeuralKernels

/// Picks the best tag of each token from its vector.
struct TagScorer {
  /// The outputs of the layer, of which the first are the tags.
  static let outputs = 64

  private let layer: AffineLayer
  private let tags: Int
  private let level: InstructionSet
  private var scores: [Float]

  /// Creates a scorer for one thread; the layer has `outputs` outputs, `tags` of which count.
  init(_ layer: AffineLayer, tags: Int, _ level: InstructionSet) {
    precondition(tags > 0 && tags <= Self.outputs && layer.outputs == Self.outputs)
    self.layer = layer
    self.tags = tags
    self.level = level
    scores = Array(repeating: 0, count: EncoderWorkspace.blockSize * Self.outputs)
  }

  /// Appends the tags of the tokens that the encoder has just encoded.
  mutating func append(_ count: Int, from encoder: EncoderWorkspace, to result: inout [UInt16]) {
    let (layer, level, tags) = (layer, level, tags)
    unsafe scores.withUnsafeMutableBufferPointer { scores in
      guard let base = scores.baseAddress else { return }
      unsafe encoder.withVectors {
        unsafe layer.apply($0, stride: MaxoutLayer.width, rows: count, y: base, level)
      }
      for row in 0..<count {
        result.append(UInt16(unsafe nk_index_of_max(base + row * Self.outputs, tags)))
      }
    }
  }
}
