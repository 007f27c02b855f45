import CNeuralKernels
import Primitives

/// The trained judge of stances: reads a sentence once, then judges pairs of names in it.
///
/// The layers are described in `Training/stances/model.py`. Results are the same bits on every machine: the products are
/// sums in a fixed order, and nothing of the system's mathematical library is used.
/// - Complexity: about 0.4 million operations a token and 0.15 million a pair.
struct StanceModel: Sendable {
  /// The model in the program, if it can be read.
  static let builtIn: StanceModel? = StanceWeights.builtIn.map { StanceModel($0) }

  let vocabulary: StanceVocabulary
  let reader: SentenceReader
  let judge: PairJudge

  init(_ weights: StanceWeights) {
    vocabulary = StanceVocabulary(weights)
    reader = SentenceReader(weights)
    judge = PairJudge(weights)
  }
}

/// A sentence after reading: one row of features a token.
struct ReadSentence {
  let rows: [Float]
  let count: Int
  /// What each token says to the question whether it should be heeded.
  let keys: [Float]
}

/// The layers that read a sentence.
struct SentenceReader: Sendable {
  private let shape: StanceWeights.Shape
  private let vectors: [Int8]
  private let scales: [Float]
  private let specials: [Float]
  private let tags: [Float]
  private let dependencies: [Float]
  private let flags: [Float]
  private let layers: [MaxoutWeights]
  private let keyWeights: [Float]
  private let keyBias: [Float]
  private let level = nk_best_level()

  /// The outputs of the product that makes keys: a multiple of 64 is what the kernel takes.
  static let keyWidth = 64

  init(_ weights: StanceWeights) {
    shape = weights.shape
    vectors = weights.elements(StanceWeights.Section.vectors.rawValue)
    scales = weights.floats(.scales)
    specials = weights.floats(.specials)
    tags = weights.floats(.tagVectors)
    dependencies = weights.floats(.dependencyVectors)
    flags = weights.floats(.flagVectors)
    let mix = StanceWeights.Section.mixWeights.rawValue
    layers = (0...shape.layers).map { MaxoutWeights(weights, section: mix + 4 * $0) }
    keyWeights = weights.floats(weights.behindLayers(0))
    keyBias = weights.floats(weights.behindLayers(1))
  }

  /// Reads a sentence that is not empty.
  func read(_ sentence: StanceSentence) -> ReadSentence {
    let (count, width) = (sentence.count, shape.width)
    var rows = layers[0].apply(
      inputs(sentence), stride: shape.vector + 3 * shape.small, rows: count, width: width,
      residual: nil, level)
    for layer in layers.dropFirst() {
      rows = layer.apply(
        surrounded(rows, sentence.heads), stride: 4 * width, rows: count, width: width,
        residual: rows, level)
    }
    var keys = [Float](repeating: 0, count: count * Self.keyWidth)
    unsafe nk_affine(
      level, rows, width, count, width, keyWeights, keyBias, Self.keyWidth, &keys, Self.keyWidth)
    return ReadSentence(rows: rows, count: count, keys: keys)
  }

  /// Word vector, tag, label and flag of each token side by side.
  private func inputs(_ sentence: StanceSentence) -> [Float] {
    var inputs: [Float] = []
    inputs.reserveCapacity(sentence.count * (shape.vector + 3 * shape.small))
    func append(_ table: [Float], _ row: Int32, _ width: Int) {
      inputs.append(contentsOf: table[Int(row) * width..<(Int(row) + 1) * width])
    }
    for token in 0..<sentence.count {
      let row = Int(sentence.rows[token])
      if row < shape.specials {
        append(specials, Int32(row), shape.vector)
      } else {
        let start = (row - shape.specials) * shape.vector
        for column in 0..<shape.vector {
          inputs.append(Float(vectors[start + column]) * scales[column])
        }
      }
      append(tags, sentence.tags[token], shape.small)
      append(dependencies, sentence.dependencies[token], shape.small)
      append(flags, sentence.quoted[token], shape.small)
    }
    return inputs
  }

  /// Each token's row with those of its neighbours and of its head.
  private func surrounded(_ rows: [Float], _ heads: [Int]) -> [Float] {
    let width = shape.width
    var result: [Float] = []
    result.reserveCapacity(rows.count * 4)
    let nothing = [Float](repeating: 0, count: width)
    func append(_ token: Int) {
      if heads.indices.contains(token) {
        result.append(contentsOf: rows[token * width..<(token + 1) * width])
      } else {
        result.append(contentsOf: nothing)
      }
    }
    for token in heads.indices {
      append(token - 1)
      append(token)
      append(token + 1)
      append(heads[token])
    }
    return result
  }
}

/// A layer: the greatest of three linear pieces, then layer norm.
struct MaxoutWeights: Sendable {
  private let weights, bias, gain, shift: [Float]

  init(_ file: StanceWeights, section: Int) {
    weights = file.floats(section)
    bias = file.floats(section + 1)
    gain = file.floats(section + 2)
    shift = file.floats(section + 3)
  }

  /// Computes all rows; the residual, if there is one, is added.
  func apply(
    _ inputs: [Float], stride: Int, rows: Int, width: Int, residual: [Float]?, _ level: Int32
  ) -> [Float] {
    var scratch = [Float](repeating: 0, count: rows * width)
    var result = scratch
    unsafe nk_maxout3(
      level, inputs, stride, rows, stride, weights, bias, width, &scratch, width)
    if let residual {
      unsafe nk_layer_norm(
        level, scratch, rows, width, gain, shift, residual, width, &result, width)
    } else {
      unsafe nk_layer_norm(level, scratch, rows, width, gain, shift, nil, width, &result, width)
    }
    return result
  }
}
