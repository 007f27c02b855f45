import CAttributionWeights
import CNeuralKernels

/// The trained numbers of the attribution model, read where they lie in the program's image.
///
/// The form is the one that `Training/attribution/export.py` writes: eight bytes `BGATTRIB`, the version, the number of
/// sections and the size of each as 32-bit integers, then the sections at multiples of 64 bytes.
@safe struct AttributionWeights: Sendable {
  /// The model that is part of the program; nil when its form is not the one that is read here.
  static let builtIn: AttributionWeights? = unsafe AttributionWeights(
    UnsafeRawBufferPointer(start: attribution_weights(), count: attribution_weights_size()))

  // The image of the program lives as long as the process.
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer
  private let sections: [Range<Int>]

  private static let magic = Array("BGATTRIB".utf8)
  private static let version: UInt32 = 1

  /// Reads the head; nil when it is not this form or a section lies outside.
  init?(_ bytes: UnsafeRawBufferPointer) {
    func number(_ index: Int) -> UInt32 {
      unsafe bytes.loadUnaligned(fromByteOffset: 8 + 4 * index, as: UInt32.self)
    }
    guard bytes.count >= 16, unsafe Array(bytes[0..<8]) == Self.magic, number(0) == Self.version
    else { return nil }
    let count = Int(number(1))
    guard count < 256, bytes.count >= 16 + 4 * count else { return nil }
    var sections: [Range<Int>] = []
    var start = 16 + 4 * count
    for section in 0..<count {
      start = (start + 63) / 64 * 64
      let size = Int(number(2 + section))
      sections.append(start..<start + size)
      start += size
    }
    guard start <= bytes.count else { return nil }
    self.sections = sections
    unsafe self.bytes = bytes
  }

  /// How many sections there are.
  var sectionCount: Int { sections.count }

  /// Whether a section is there and holds so many bytes.
  func has(_ section: Int, bytes count: Int) -> Bool {
    sections.indices.contains(section) && sections[section].count == count
  }

  /// The numbers of a section, copied.
  func floats(_ section: Int) -> [Float] {
    unsafe Array(
      UnsafeRawBufferPointer(rebasing: bytes[sections[section]]).bindMemory(to: Float.self))
  }

  /// The first number of a section; valid as long as the process lives.
  @unsafe func floatPointer(_ section: Int) -> UnsafePointer<Float>? {
    unsafe bytes.baseAddress.map {
      unsafe ($0 + sections[section].lowerBound).assumingMemoryBound(to: Float.self)
    }
  }

  /// The first byte of a section; valid as long as the process lives.
  @unsafe func bytePointer(_ section: Int) -> UnsafePointer<Int8>? {
    unsafe bytes.baseAddress.map {
      unsafe ($0 + sections[section].lowerBound).assumingMemoryBound(to: Int8.self)
    }
  }
}

/// Rows of bytes with a scale each, summed to vectors.
struct ScaledTable: Sendable {
  let width: Int
  private let weights: AttributionWeights
  private let section: Int
  private let level: Int32

  /// Uses two sections, bytes and scales; nil when their sizes are not as expected.
  init?(_ weights: AttributionWeights, section: Int, rows: Int, width: Int, _ level: Int32) {
    guard weights.has(section, bytes: rows * width), weights.has(section + 1, bytes: rows * 4)
    else { return nil }
    self.width = width
    self.weights = weights
    self.section = section
    self.level = level
  }

  /// Adds `each` rows to each vector of `y`, which lie behind one another.
  func add(_ rows: ArraySlice<UInt32>, each: Int, to y: inout [Float]) {
    let count = rows.count / each
    precondition(y.count >= count * width, "no room for \(count) vectors")
    unsafe rows.withUnsafeBufferPointer { rows in
      unsafe y.withUnsafeMutableBufferPointer { y in
        guard let rows = rows.baseAddress, let y = y.baseAddress,
          let table = unsafe weights.bytePointer(section),
          let scales = unsafe weights.floatPointer(section + 1)
        else { return }
        for row in 0..<count {
          unsafe nk_add_scaled_rows(
            level, table, scales, width, rows + row * each, each, y + row * width)
        }
      }
    }
  }
}

/// A linear layer whose number of outputs is a multiple of 16; the weights are padded to a multiple of 64.
struct DenseLayer: Sendable {
  let inputs: Int
  let outputs: Int
  private let weights: AttributionWeights
  private let section: Int
  private let level: Int32

  /// Uses two sections, weights and bias; nil when their sizes are not as expected.
  init?(_ weights: AttributionWeights, section: Int, inputs: Int, outputs: Int, _ level: Int32) {
    let padded = (outputs + 63) / 64 * 64
    guard weights.has(section, bytes: inputs * padded * 4),
      weights.has(section + 1, bytes: padded * 4)
    else { return nil }
    self.inputs = inputs
    self.outputs = outputs
    self.weights = weights
    self.section = section
    self.level = level
  }

  /// Computes `rows` rows whose inputs begin `stride` numbers apart, one behind another when it is nil, and may overlap.
  func apply(_ x: [Float], rows: Int, stride: Int? = nil) -> [Float] {
    let stride = stride ?? inputs
    precondition(
      rows == 0 || x.count >= (rows - 1) * stride + inputs, "too few inputs for \(rows) rows")
    return unsafe [Float](unsafeUninitializedCapacity: rows * outputs) { y, count in
      guard let y = y.baseAddress, let weight = unsafe weights.floatPointer(section),
        let bias = unsafe weights.floatPointer(section + 1)
      else { return }
      unsafe nk_affine(level, x, stride, rows, inputs, weight, bias, outputs, y, outputs)
      count = rows * outputs
    }
  }
}

/// Layer norm with a gain and a shift.
struct NormLayer: Sendable {
  let width: Int
  private let weights: AttributionWeights
  private let section: Int
  private let level: Int32

  /// Uses two sections, gain and shift; nil when their sizes are not as expected.
  init?(_ weights: AttributionWeights, section: Int, width: Int, _ level: Int32) {
    guard weights.has(section, bytes: width * 4), weights.has(section + 1, bytes: width * 4) else {
      return nil
    }
    self.width = width
    self.weights = weights
    self.section = section
    self.level = level
  }

  /// Makes `y` the norm of `x`.
  func apply(_ x: [Float], rows: Int, to y: inout [Float]) {
    precondition(min(x.count, y.count) >= rows * width, "too few numbers for \(rows) rows")
    unsafe y.withUnsafeMutableBufferPointer { y in
      guard let y = y.baseAddress, let gain = unsafe weights.floatPointer(section),
        let shift = unsafe weights.floatPointer(section + 1)
      else { return }
      unsafe nk_layer_norm(level, x, rows, width, gain, shift, nil, width, y, width)
    }
  }

  /// Adds the norms of some rows of `x` to the rows `first`, `first + step` and so on of `y`.
  func add(_ x: [Float], rows: Range<Int>, to y: inout [Float], first: Int, step: Int) {
    guard !rows.isEmpty else { return }
    precondition(
      x.count >= rows.upperBound * width && y.count > (first + (rows.count - 1) * step) * width,
      "too few numbers for \(rows.count) rows")
    unsafe x.withUnsafeBufferPointer { x in
      unsafe y.withUnsafeMutableBufferPointer { y in
        guard let x = x.baseAddress, let y = y.baseAddress,
          let gain = unsafe weights.floatPointer(section),
          let shift = unsafe weights.floatPointer(section + 1)
        else { return }
        let target = unsafe y + first * width
        unsafe nk_layer_norm(
          level, x + rows.lowerBound * width, rows.count, width, gain, shift, target, step * width,
          target, step * width)
      }
    }
  }
}

/// Adds to each vector what a linear layer, cut off at zero and normed, makes of it and one neighbour either side.
struct WindowLayer: Sendable {
  private let linear: DenseLayer
  private let norm: NormLayer
  private let dilation: Int

  /// The sections that a layer takes.
  static let sections = 4

  /// Uses four sections; nil when their sizes are not as expected.
  init?(_ weights: AttributionWeights, section: Int, width: Int, dilation: Int, _ level: Int32) {
    guard
      let linear = DenseLayer(
        weights, section: section, inputs: 3 * width, outputs: width, level),
      let norm = NormLayer(weights, section: section + 2, width: width, level)
    else { return nil }
    self.linear = linear
    self.norm = norm
    self.dilation = dilation
  }

  /// Computes all rows at once; before the first and after the last stand zeros.
  ///
  /// Rows that are neighbours, `dilation` apart, are laid behind one another with zeros between, so that the product reads windows in
  /// place. What it makes of the zeros themselves is left aside.
  func apply(rows: Int, to x: inout [Float]) {
    let width = norm.width
    precondition(x.count >= rows * width, "too few numbers for \(rows) rows")
    let phases = min(dilation, rows)
    var laid: [Float] = []
    laid.reserveCapacity((rows + phases + 1) * width)
    let zeros = repeatElement(Float(0), count: width)
    for phase in 0..<phases {
      laid.append(contentsOf: zeros)
      for row in stride(from: phase, to: rows, by: dilation) {
        laid.append(contentsOf: x[row * width..<(row + 1) * width])
      }
    }
    laid.append(contentsOf: zeros)
    var y = linear.apply(laid, rows: max(0, rows + phases - 1), stride: width)
    unsafe y.withUnsafeMutableBufferPointer { y in
      guard let base = y.baseAddress else { return }
      unsafe nk_rectify(base, y.count)
    }
    var start = 0
    for phase in 0..<phases {
      let count = (rows - phase + dilation - 1) / dilation
      norm.add(y, rows: start..<start + count, to: &x, first: phase, step: dilation)
      start += count + 1
    }
  }
}
