import CNeuralKernels
import Testing

@testable import Linguistics

@Suite struct KernelTests {
  private var random = SeededGenerator(seed: 3)

  private mutating func numbers(_ count: Int) -> [Float] {
    (0..<count).map { _ in Float.random(in: -1...1, using: &random) }
  }

  private func isClose(_ a: [Float], _ b: [Float]) -> Bool {
    a.count == b.count && zip(a, b).allSatisfy { abs($0 - $1) < 1e-4 }
  }

  /// Runs a kernel with all instruction sets; they must agree in every bit.
  private func results(_ count: Int, _ run: (Int32, inout [Float]) -> Void) -> [Float] {
    let all = InstructionSet.available.map { level in
      var y = [Float](repeating: -9, count: count)
      run(level.rawValue, &y)
      return y
    }
    for other in all.dropFirst() {
      #expect(other.map(\.bitPattern) == all[0].map(\.bitPattern))
    }
    return all[0]
  }

  @Test(arguments: [
    (1, 12), (2, 12), (3, 96), (4, 97), (7, 12), (8, 192), (9, 12), (98, 200), (193, 5),
  ])
  mutating func `maxout takes the greatest of three sums`(rows: Int, inputs: Int) {
    let outputs = 32
    let (x, weights, bias) = (numbers(rows * inputs), numbers(outputs * 3 * inputs), numbers(96))
    let packed = WeightPacking.maxout(Tensor(shape: [outputs, 3, inputs], values: weights))
    let packedBias = WeightPacking.maxoutBias(Tensor(shape: [outputs, 3], values: bias))
    let found = results(rows * outputs) {
      unsafe nk_maxout3($0, x, inputs, rows, inputs, packed, packedBias, outputs, &$1, outputs)
    }
    var expected: [Float] = []
    for row in 0..<rows {
      for output in 0..<outputs {
        let sums = (0..<3).map { piece in
          (0..<inputs).reduce(bias[output * 3 + piece]) {
            $0 + x[row * inputs + $1] * weights[(output * 3 + piece) * inputs + $1]
          }
        }
        expected.append(sums.reduce(-Float.infinity, max))
      }
    }
    #expect(isClose(found, expected))
  }

  @Test(arguments: [1, 5, 6, 13])
  mutating func `an affine layer adds up weighted inputs`(rows: Int) {
    let (inputs, outputs) = (9, 50)
    let (x, weights, bias) = (numbers(rows * inputs), numbers(outputs * inputs), numbers(outputs))
    let packed = WeightPacking.affine(Tensor(shape: [outputs, inputs], values: weights))
    let packedBias = WeightPacking.padded(bias, to: 64)
    let found = results(rows * 64) {
      unsafe nk_affine($0, x, inputs, rows, inputs, packed, packedBias, 64, &$1, 64)
    }
    for row in 0..<rows {
      let expected = (0..<outputs).map { output in
        (0..<inputs).reduce(bias[output]) {
          $0 + x[row * inputs + $1] * weights[output * inputs + $1]
        }
      }
      #expect(isClose(Array(found[row * 64..<row * 64 + outputs]), expected))
    }
  }

  @Test mutating func `the first outputs of an affine layer are those of all`() {
    let (inputs, rows) = (40, 13)
    let (x, weights, bias) = (numbers(rows * inputs), numbers(128 * inputs), numbers(128))
    let all = results(rows * 128) {
      unsafe nk_affine($0, x, inputs, rows, inputs, weights, bias, 128, &$1, 128)
    }
    let first = results(rows * 80) {
      unsafe nk_affine($0, x, inputs, rows, inputs, weights, bias, 80, &$1, 80)
    }
    for row in 0..<rows {
      #expect(Array(first[row * 80..<row * 80 + 80]) == Array(all[row * 128..<row * 128 + 80]))
    }
  }

  @Test mutating func `rows give the same bits alone and together`() {
    let (x, weights, bias) = (numbers(140 * 96), numbers(96 * 3 * 288), numbers(288))
    let together = results(137 * 96) {
      unsafe nk_maxout3($0, x, 96, 137, 288, weights, bias, 96, &$1, 96)
    }
    for row in [0, 5, 95, 96, 135, 136] {
      let alone = results(96) { level, y in
        unsafe nk_maxout3(
          level, Array(x[(row * 96)...]), 96, 1, 288, weights, bias, 96, &y, 96)
      }
      #expect(alone == Array(together[row * 96..<row * 96 + 96]))
    }
  }

  @Test mutating func `scaled rows are added one after the other`() {
    let (width, scales) = (80, numbers(7))
    let table = (0..<7 * width).map { _ in Int8.random(in: -127...127, using: &random) }
    let (rows, start): ([UInt32], [Float]) = ([6, 0, 6, 3], numbers(width))
    let found = results(width) { level, y in
      y = start
      unsafe nk_add_scaled_rows(level, table, scales, width, rows, rows.count, &y)
    }
    let expected = (0..<width).map { column in
      rows.reduce(start[column]) { $0 + Float(table[Int($1) * width + column]) * scales[Int($1)] }
    }
    #expect(isClose(found, expected))
  }

  @Test mutating func `layer norm makes mean 0 and variance 1 and adds the residual`() {
    let (x, gain, shift, residual) = (numbers(96), numbers(96), numbers(96), numbers(96))
    let found = results(96) {
      unsafe nk_layer_norm($0, x, 1, 96, gain, shift, residual, 96, &$1, 96)
    }
    let mean = x.reduce(0, +) / 96
    let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 96
    let expected = x.indices.map {
      (x[$0] - mean) / variance.squareRoot() * gain[$0] + shift[$0] + residual[$0]
    }
    #expect(isClose(found, expected))
  }

  @Test mutating func `a state's scores use the padding where there is no token`() {
    let (hidden, features, classes) = (64, 3, 16)
    let width = 2 * hidden
    let (cache, padding) = (numbers(5 * features * width), numbers(features * width))
    let (lower, upper) = (numbers(width), numbers(hidden * classes))
    let bias = numbers(classes)
    let slots: [Int32] = [4, -1, 0]
    let found = results(classes) {
      unsafe nk_state_scores(
        $0, cache, padding, slots, features, hidden, lower, upper, bias, classes, &$1)
    }
    let sums = (0..<width).map { unit in
      lower[unit] + cache[4 * features * width + unit] + padding[width + unit]
        + cache[2 * width + unit]
    }
    let activation = (0..<hidden).map { max(sums[$0], sums[hidden + $0]) }
    let expected = (0..<classes).map { index in
      activation.indices.reduce(bias[index]) { $0 + activation[$1] * upper[$1 * classes + index] }
    }
    #expect(isClose(found, expected))
  }

  @Test(arguments: [([1, 3, 2] as [Float], 1), ([2, 2, 1], 0), ([-3, -1], 1), ([7], 0)])
  func `the first greatest is found`(values: [Float], index: Int) {
    #expect(unsafe nk_index_of_max(values, values.count) == index)
  }
}
