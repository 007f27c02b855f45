import CNeuralKernels

/// A feature of words with its table of vectors; a value's vector is the sum of four rows.
struct HashEmbedding: Sendable {
  /// The features that models use.
  enum Feature: String, Sendable {
    case norm = "NORM"
    case prefix = "PREFIX"
    case suffix = "SUFFIX"
    case shape = "SHAPE"
    case space = "SPACY"
    case isSpace = "IS_SPACE"
  }

  let feature: Feature
  private let rows: UInt32
  private let seed: UInt32
  private let table: Weights

  /// Reads the tables of an encoder in the order of its inputs.
  static func read(_ file: ModelFile, _ component: String) throws(ModelError) -> [HashEmbedding] {
    let list = try file.strings("\(component).features")
    var result: [HashEmbedding] = []
    for index in stride(from: 0, to: list.count - list.count % 3, by: 3) {
      guard let feature = Feature(rawValue: list[index]) else {
        throw .unsupported(path: file.path, reason: "the feature \(list[index])")
      }
      guard let rows = UInt32(list[index + 1]), rows > 0, rows < 1 << 24,
        let seed = UInt32(list[index + 2])
      else { throw .damaged(path: file.path, reason: "\(component).features is malformed") }
      let table = try file.weights(
        "\(component).embed.\(list[index])", count: Int(rows) * MaxoutLayer.width)
      result.append(HashEmbedding(feature: feature, rows: rows, seed: seed, table: table))
    }
    return result
  }

  /// The id of the feature's value in a token.
  func value(_ lexeme: Lexeme, isSpaceAfter: Bool) -> UInt64 {
    switch feature {
    case .norm: lexeme.norm
    case .prefix: lexeme.prefix
    case .suffix: lexeme.suffix
    case .shape: lexeme.shape
    case .space: isSpaceAfter ? 1 : 0
    case .isSpace: lexeme.isSpace ? 1 : 0
    }
  }

  /// Writes the vector of a value, 96 floats.
  func write(_ value: UInt64, to y: UnsafeMutablePointer<Float>, _ level: InstructionSet) {
    let hashes = MurmurHash.rows(value, seed: seed)
    let indices: [4 of UInt32] = [
      hashes.0 % rows, hashes.1 % rows, hashes.2 % rows, hashes.3 % rows,
    ]
    unsafe indices.span.withUnsafeBufferPointer { indices in
      guard let base = indices.baseAddress else { return }
      unsafe nk_sum_four(level.rawValue, table.pointer, MaxoutLayer.width, base, y)
    }
  }
}
