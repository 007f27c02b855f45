/// The encoder's vectors of one text, made block by block when they are first asked for.
///
/// Only the last two blocks are kept, so that the memory does not grow with the text; what lies
/// further back is encoded again, which gives the same bits. The first pass also gives the tags.
struct VectorSource {
  private static let blockSize = EncoderWorkspace.blockSize
  private static let width = TransitionNetwork.hidden

  private let projection: AffineLayer
  private let level: InstructionSet
  private var encoder: EncoderWorkspace
  private var tagger: TagScorer?
  private var rows: [TokenRow] = []
  private var lexemes: [Lexeme] = []
  // The vectors of the last two blocks: even numbers in the first half, odd ones in the second.
  private var recent: [Float]
  private var encodedCount = 0
  /// The tags of the tokens that were encoded so far, if there is a tagger.
  private(set) var tags: [UInt16] = []

  /// Creates a source for one thread.
  init(
    _ encoder: Encoder, _ projection: AffineLayer, tagger: TagScorer?, _ level: InstructionSet
  ) {
    self.projection = projection
    self.level = level
    self.encoder = EncoderWorkspace(encoder, level)
    self.tagger = tagger
    recent = Array(repeating: 0, count: 2 * Self.blockSize * Self.width)
  }

  /// Begins a text.
  mutating func begin(_ rows: [TokenRow], _ lexemes: [Lexeme]) {
    self.rows = rows
    self.lexemes = lexemes
    encodedCount = 0
    tags.removeAll(keepingCapacity: true)
  }

  /// Encodes what is left, so that all tags are there, and lets go of the text.
  mutating func finish() {
    if tagger != nil { encode(upTo: rows.count) }
    rows = []
    lexemes = []
  }

  /// Drops the vectors of all words, for a new lexicon.
  mutating func forgetWords() { encoder.forgetWords() }

  /// Copies the vectors of tokens, 64 floats each; the range must lie within one block.
  mutating func copy(_ range: Range<Int>, to vectors: inout [Float]) {
    encode(upTo: range.upperBound)
    let block = range.lowerBound / Self.blockSize
    let last = (encodedCount - 1) / Self.blockSize
    if block + 1 >= last {
      let first = (block % 2 * Self.blockSize + range.lowerBound % Self.blockSize) * Self.width
      vectors.replaceSubrange(
        0..<range.count * Self.width, with: recent[first..<first + range.count * Self.width])
    } else {
      encoder.encode(range, of: rows, lexemes)
      project(range.count, to: &vectors, at: 0)
    }
  }

  private mutating func encode(upTo end: Int) {
    while encodedCount < end {
      let range = encodedCount..<min(encodedCount + Self.blockSize, rows.count)
      encoder.encode(range, of: rows, lexemes)
      let half = encodedCount / Self.blockSize % 2
      project(range.count, to: &recent, at: half * Self.blockSize * Self.width)
      tagger?.append(range.count, from: encoder, to: &tags)
      encodedCount = range.upperBound
    }
  }

  private func project(_ count: Int, to vectors: inout [Float], at offset: Int) {
    unsafe vectors.withUnsafeMutableBufferPointer { vectors in
      guard let base = vectors.baseAddress else { return }
      unsafe encoder.withVectors {
        unsafe projection.apply(
          $0, stride: MaxoutLayer.width, rows: count, y: base + offset, level)
      }
    }
  }
}
