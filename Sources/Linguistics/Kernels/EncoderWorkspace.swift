/// The memory with which one thread runs an encoder, and the vectors of the words it has met.
///
/// The first layer depends on the word alone, so its result is kept for each word. All results
/// are the same bits whatever is kept and however a text is cut into blocks.
struct EncoderWorkspace {
  /// How many tokens are encoded at once: the vectors of a block stay in the second-level cache.
  static let blockSize = 480
  /// How many words are kept; 13 MB. When they are full, all are dropped.
  private static let wordLimit = 32_768
  private static let width = MaxoutLayer.width

  private let encoder: Encoder
  private let level: InstructionSet
  private let halo: Int
  // For each lexeme (twice, when the space matters) the slot of its vector, or -1.
  private var slots: [Int32] = []
  private var usedSlots = 0
  private var vectors: [Float]
  private var block: [Float]
  private var scratch: [Float]
  private var inputs: [Float] = []
  private var missing: [(key: Int, lexeme: Int, isSpaceAfter: Bool)] = []

  /// Creates an empty workspace.
  init(_ encoder: Encoder, _ level: InstructionSet) {
    self.encoder = encoder
    self.level = level
    halo = encoder.layers.count
    vectors = Array(repeating: 0, count: (Self.wordLimit + Self.blockSize) * Self.width)
    block = Array(repeating: 0, count: (Self.blockSize + 2 * halo + 1) * Self.width)
    scratch = block
  }

  /// Encodes the tokens of a range, which must not be longer than a block.
  ///
  /// Before and after the text stand zeros, which the layers carry along like any vector: so the
  /// model was trained.
  mutating func encode(_ range: Range<Int>, of rows: [TokenRow], _ lexemes: [Lexeme]) {
    precondition(range.count <= Self.blockSize, "\(range.count) tokens in a block")
    let first = range.lowerBound - halo
    let count = range.count + 2 * halo
    findWords(max(first, 0)..<min(first + count, rows.count), rows, lexemes)
    fillBlock(first..<first + count, rows)
    runLayers(count)
  }

  /// Calls `use` with the vectors of the range that was encoded last, 96 floats a token.
  func withVectors(_ use: (UnsafePointer<Float>) -> Void) {
    unsafe block.withUnsafeBufferPointer { block in
      guard let base = block.baseAddress else { return }
      unsafe use(base + halo * Self.width)
    }
  }

  /// Drops the vectors of all words, for a new lexicon.
  mutating func forgetWords() {
    slots = []
    usedSlots = 0
  }

  private static func key(_ row: TokenRow, _ usesSpaceAfter: Bool) -> Int {
    usesSpaceAfter ? Int(row.lexeme) * 2 + (row.isSpaceAfter ? 1 : 0) : Int(row.lexeme)
  }

  /// Makes sure that every word of the range has its vector.
  private mutating func findWords(_ range: Range<Int>, _ rows: [TokenRow], _ lexemes: [Lexeme]) {
    if usedSlots + range.count > Self.wordLimit + Self.blockSize {
      slots = Array(repeating: -1, count: slots.count)
      usedSlots = 0
    }
    let wanted = lexemes.count * (encoder.usesSpaceAfter ? 2 : 1)
    if slots.count < wanted {
      slots += [Int32](repeating: -1, count: wanted + wanted / 2 + 1024 - slots.count)
    }
    missing.removeAll(keepingCapacity: true)
    let firstSlot = usedSlots
    for row in rows[range] {
      let key = Self.key(row, encoder.usesSpaceAfter)
      guard slots[key] < 0 else { continue }
      slots[key] = Int32(usedSlots)
      usedSlots += 1
      missing.append((key, Int(row.lexeme), row.isSpaceAfter))
    }
    if !missing.isEmpty { computeWords(at: firstSlot, lexemes) }
  }

  private mutating func computeWords(at firstSlot: Int, _ lexemes: [Lexeme]) {
    let step = encoder.mixer.inputs
    if inputs.count < missing.count * step {
      inputs = Array(repeating: 0, count: missing.count * step)
    }
    unsafe inputs.withUnsafeMutableBufferPointer { inputs in
      guard let base = inputs.baseAddress else { return }
      for (number, word) in missing.enumerated() {
        for (column, embedding) in encoder.embeddings.enumerated() {
          let value = embedding.value(lexemes[word.lexeme], isSpaceAfter: word.isSpaceAfter)
          unsafe embedding.write(value, to: base + number * step + column * Self.width, level)
        }
      }
    }
    unsafe vectors.withUnsafeMutableBufferPointer { vectors in
      unsafe scratch.withUnsafeMutableBufferPointer { scratch in
        guard let y = vectors.baseAddress, let scratch = scratch.baseAddress else { return }
        unsafe encoder.mixer.apply(
          inputs, stride: step, rows: missing.count, scratch: scratch,
          y: y + firstSlot * Self.width, isResidual: false, level)
      }
    }
  }

  /// Copies the vectors of the words into the block; places outside the text get zeros.
  private mutating func fillBlock(_ range: Range<Int>, _ rows: [TokenRow]) {
    let (slots, usesSpaceAfter) = (slots, encoder.usesSpaceAfter)
    unsafe block.withUnsafeMutableBufferPointer { block in
      unsafe vectors.withUnsafeBufferPointer { vectors in
        guard let target = block.baseAddress, let source = vectors.baseAddress else { return }
        for (number, place) in range.enumerated() {
          let row = unsafe target + number * Self.width
          if place < 0 || place >= rows.count {
            unsafe row.update(repeating: 0, count: Self.width)
          } else {
            let slot = Int(slots[Self.key(rows[place], usesSpaceAfter)])
            unsafe row.update(from: source + slot * Self.width, count: Self.width)
          }
        }
      }
    }
  }

  /// Each layer needs one neighbour more on either side than the next.
  private mutating func runLayers(_ count: Int) {
    unsafe block.withUnsafeMutableBufferPointer { block in
      unsafe scratch.withUnsafeMutableBufferPointer { scratch in
        guard let x = block.baseAddress, let scratch = scratch.baseAddress else { return }
        for (number, layer) in encoder.layers.enumerated() {
          let first = number + 1
          unsafe layer.apply(
            x + (first - 1) * Self.width, stride: Self.width, rows: count - 2 * first,
            scratch: scratch, y: x + first * Self.width, isResidual: true, level)
        }
      }
    }
  }
}
