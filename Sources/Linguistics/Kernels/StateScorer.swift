import CNeuralKernels

/// Scores the states of one text: keeps what each token adds to the hidden layer in each role.
///
/// The contributions are computed a block at a time as the reading goes on; only the last blocks
/// are kept, and a token further back is computed again when it is asked for.
struct StateScorer {
  private static let blockSize = 128
  private static let blocksKept = 4
  private static let farSlot = blockSize * blocksKept

  let network: TransitionNetwork
  private let level: InstructionSet
  // The vectors of all tokens of the text, 64 floats each.
  private var vectors: [Float] = []
  private var count = 0
  private var cache: [Float]
  private var blocks: [Int]
  private var slots: [Int32]
  /// The scores of the last state; those after the last transition mean nothing.
  private(set) var scores: [Float]

  /// Creates a scorer for one thread.
  init(_ network: TransitionNetwork, _ level: InstructionSet) {
    self.network = network
    self.level = level
    let stride = network.features * TransitionNetwork.lowerWidth
    cache = Array(repeating: 0, count: (Self.farSlot + network.features) * stride)
    blocks = Array(repeating: -1, count: Self.blocksKept)
    slots = Array(repeating: -1, count: network.features)
    scores = Array(repeating: 0, count: network.classes)
  }

  /// Begins a text of so many tokens.
  mutating func begin(count: Int) {
    self.count = count
    if vectors.count < count * TransitionNetwork.hidden {
      vectors = Array(repeating: 0, count: count * TransitionNetwork.hidden)
    }
    for index in blocks.indices { blocks[index] = -1 }
  }

  /// Gives back memory that only an unusually long text needed.
  mutating func shrink() {
    if vectors.count > 1 << 20 { vectors = [] }
  }

  /// Takes the vectors of the range of tokens that the encoder has just encoded.
  mutating func take(_ range: Range<Int>, from encoder: EncoderWorkspace) {
    let (projection, level) = (network.projection, level)
    unsafe vectors.withUnsafeMutableBufferPointer { vectors in
      guard let base = vectors.baseAddress else { return }
      unsafe encoder.withVectors {
        unsafe projection.apply(
          $0, stride: MaxoutLayer.width, rows: range.count,
          y: base + range.lowerBound * TransitionNetwork.hidden, level)
      }
    }
  }

  /// Sets which token has a role; below 0 there is none.
  mutating func setFeature(_ feature: Int, to token: Int) {
    guard token >= 0 else {
      slots[feature] = -1
      return
    }
    let block = token / Self.blockSize
    let place = block % Self.blocksKept
    if blocks[place] != block {
      guard blocks[place] < block else { return setFarFeature(feature, to: token) }
      load(block, at: place)
    }
    slots[feature] = Int32(place * Self.blockSize + token % Self.blockSize)
  }

  private mutating func load(_ block: Int, at place: Int) {
    blocks[place] = block
    let first = block * Self.blockSize
    compute(
      first, rows: min(Self.blockSize, count - first), slot: place * Self.blockSize, part: nil)
  }

  private mutating func setFarFeature(_ feature: Int, to token: Int) {
    compute(token, rows: 1, slot: Self.farSlot + feature, part: feature)
    slots[feature] = Int32(Self.farSlot + feature)
  }

  /// Computes the contributions of tokens, in all roles or in one.
  private mutating func compute(_ first: Int, rows: Int, slot: Int, part: Int?) {
    let stride = network.features * TransitionNetwork.lowerWidth
    let offset = slot * stride + (part ?? 0) * TransitionNetwork.lowerWidth
    unsafe cache.withUnsafeMutableBufferPointer { cache in
      unsafe vectors.withUnsafeBufferPointer { vectors in
        guard let y = cache.baseAddress, let x = vectors.baseAddress else { return }
        unsafe network.lower.apply(
          x + first * TransitionNetwork.hidden, stride: TransitionNetwork.hidden, rows: rows,
          part: part.map { 2 * $0..<2 * $0 + 2 }, y: y + offset, level)
      }
    }
  }

  /// Computes `scores` for the features that are set.
  mutating func score() {
    unsafe nk_state_scores(
      level.rawValue, cache, network.padding.pointer, slots, network.features,
      TransitionNetwork.hidden, network.lowerBias.pointer, network.upperWeights.pointer,
      network.upperBias.pointer, network.classes, &scores)
  }
}
