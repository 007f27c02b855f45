import Primitives

/// The different runs of words of a text, with a signature that tells of most other texts that they share too few.
///
/// A text that looks like thousands of others in its sketch is compared with each of them; the signature spares nearly
/// all of these comparisons without changing a result (a Bloom filter of one hash function, B. Bloom, 1970).
final class RunSet: Sendable {
  /// The bits of a signature: a text of 500 words sets one in nine.
  private static let bits = 4096
  private static let wordsOfBlock = SIMD8<UInt64>.scalarCount

  /// The runs, sorted.
  let runs: [UInt64]
  /// One bit for each run, by its low bits.
  private let signature: [SIMD8<UInt64>]
  /// How many runs set a bit that another one had set.
  private let hidden: Int

  /// Takes sorted runs without repeated ones, which are hashes.
  init(_ runs: [UInt64]) {
    var signature = [SIMD8<UInt64>](repeating: .zero, count: Self.bits / 64 / Self.wordsOfBlock)
    for run in runs {
      let bit = Int(truncatingIfNeeded: run) & (Self.bits - 1)
      let word = bit >> 6
      signature[word / Self.wordsOfBlock][word % Self.wordsOfBlock] |= 1 << UInt64(bit & 63)
    }
    self.runs = runs
    self.signature = signature
    hidden = runs.count - Self.ones(signature, signature)
  }

  var count: Int { runs.count }

  /// Runs that two texts have in common at the very most.
  ///
  /// Each bit of both may stand for one common run, and each hidden run of the one with fewer of them for one more.
  /// - Complexity: O(1).
  func mostInCommon(with other: RunSet) -> Int {
    let bits = Self.ones(signature, other.signature)
    return min(runs.count, other.runs.count, bits + min(hidden, other.hidden))
  }

  /// The runs that two texts have in common.
  /// - Complexity: O(a + b).
  func inCommon(with other: RunSet) -> Int { SortedArrays.commonCount(runs, other.runs) }

  /// The share of common runs in the geometric mean of the lengths, 0 to 1.
  /// - Complexity: O(a + b).
  func likeness(with other: RunSet) -> Double {
    likeness(sharing: inCommon(with: other), with: other)
  }

  /// The likeness that two texts have at the very most.
  /// - Complexity: O(1).
  func greatestLikeness(with other: RunSet) -> Double {
    likeness(sharing: mostInCommon(with: other), with: other)
  }

  /// The likeness of two texts with so many runs in common.
  func likeness(sharing common: Int, with other: RunSet) -> Double {
    let (a, b) = (Double(count), Double(other.count))
    return a == 0 || b == 0 ? 0 : Double(common) / (a * b).squareRoot()
  }

  /// How many bits two signatures have in common.
  ///
  /// Sums within bytes over all blocks, the bytes last: at most 8 for each of 8 blocks.
  private static func ones(_ a: [SIMD8<UInt64>], _ b: [SIMD8<UInt64>]) -> Int {
    let (pairs, quads, bytes) = (every(0x55), every(0x33), every(0x0F))
    var sum = SIMD8<UInt64>.zero
    for (x, y) in zip(a, b) {
      var block = x & y
      block = block &- ((block &>> 1) & pairs)
      block = (block & quads) &+ ((block &>> 2) & quads)
      sum = sum &+ ((block &+ (block &>> 4)) & bytes)
    }
    // The bytes of a word go up to 64: their sum needs more than a byte.
    let halves = (sum & every16(0x00FF)) &+ ((sum &>> 8) & every16(0x00FF))
    var total = 0
    for lane in 0..<wordsOfBlock {
      total &+= Int(truncatingIfNeeded: (halves[lane] &* 0x0001_0001_0001_0001) >> 48)
    }
    return total
  }

  private static func every(_ byte: UInt64) -> SIMD8<UInt64> {
    SIMD8(repeating: byte &* 0x0101_0101_0101_0101)
  }

  private static func every16(_ part: UInt64) -> SIMD8<UInt64> {
    SIMD8(repeating: part &* 0x0001_0001_0001_0001)
  }
}
