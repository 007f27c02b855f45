import CNeuralKernels

/// Scores the states of one text: keeps what each token adds to the hidden layer in each role.
///
/// The contributions are computed a block at a time as the reading goes on. The blocks that were used
/// last are kept: more than the roles of a state, so that none drives out another of the same state.
struct StateScorer {
  /// Whole blocks of rows of the product, and a divisor of the blocks in which vectors are made.
  private static let blockSize = 60
  private static let spareBlocks = 4

  let network: TransitionNetwork
  private let level: InstructionSet
  private var source: VectorSource
  private var count = 0
  private var vectors: [Float]
  private var cache: [Float]
  // Which block lies at each place of the cache, and in which state it was last used.
  private var blocks: [Int]
  private var lastUse: [Int]
  private var state = 0
  // Where a block was found last, by the end of its number.
  private var hints = [Int](repeating: 0, count: 64)
  private var slots: [Int32]
  /// The scores of the last state; those after the last transition mean nothing.
  private(set) var scores: [Float]

  /// Creates a scorer for one thread.
  init(_ network: TransitionNetwork, _ source: VectorSource, _ level: InstructionSet) {
    self.network = network
    self.level = level
    self.source = source
    let places = network.features + Self.spareBlocks
    let stride = network.features * TransitionNetwork.lowerWidth
    vectors = Array(repeating: 0, count: Self.blockSize * TransitionNetwork.hidden)
    cache = Array(repeating: 0, count: places * Self.blockSize * stride)
    blocks = Array(repeating: -1, count: places)
    lastUse = Array(repeating: -1, count: places)
    slots = Array(repeating: -1, count: network.features)
    scores = Array(repeating: 0, count: network.classes)
  }

  /// Begins a text.
  mutating func begin(_ rows: [TokenRow], _ lexemes: [Lexeme]) {
    count = rows.count
    source.begin(rows, lexemes)
    for place in blocks.indices {
      blocks[place] = -1
      lastUse[place] = -1
    }
  }

  /// Ends the text; gives its tags, if the source has a tagger.
  mutating func finish() -> [UInt16] {
    source.finish()
    return source.tags
  }

  /// Drops the vectors of all words, for a new lexicon.
  mutating func forgetWords() { source.forgetWords() }

  /// Sets which token has a role; below 0 there is none.
  mutating func setFeature(_ feature: Int, to token: Int) {
    guard token >= 0 else {
      slots[feature] = -1
      return
    }
    let place = place(of: token / Self.blockSize)
    lastUse[place] = state
    slots[feature] = Int32(place * Self.blockSize + token % Self.blockSize)
  }

  /// The place where a block lies, after it was loaded if need be.
  private mutating func place(of block: Int) -> Int {
    let hint = hints[block & 63]
    if blocks[hint] == block { return hint }
    var place = 0
    if let found = blocks.firstIndex(of: block) {
      place = found
    } else {
      for other in lastUse.indices where lastUse[other] < lastUse[place] { place = other }
      load(block, at: place)
    }
    hints[block & 63] = place
    return place
  }

  /// Computes the contributions of a block of tokens in all roles.
  private mutating func load(_ block: Int, at place: Int) {
    blocks[place] = block
    let first = block * Self.blockSize
    let range = first..<min(first + Self.blockSize, count)
    source.copy(range, to: &vectors)
    let stride = network.features * TransitionNetwork.lowerWidth
    unsafe cache.withUnsafeMutableBufferPointer { [network, vectors, level] cache in
      unsafe vectors.withUnsafeBufferPointer { vectors in
        guard let y = cache.baseAddress, let x = vectors.baseAddress else { return }
        unsafe network.lower.apply(
          x, stride: TransitionNetwork.hidden, rows: range.count,
          y: y + place * Self.blockSize * stride, level)
      }
    }
  }

  /// Computes `scores` for the features that are set.
  mutating func score() {
    state += 1
    unsafe nk_state_scores(
      level.rawValue, cache, network.padding.pointer, slots, network.features,
      TransitionNetwork.hidden, network.lowerBias.pointer, network.upperWeights.pointer,
      network.upperBias.pointer, network.classes, &scores)
  }
}
