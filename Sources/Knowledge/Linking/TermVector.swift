/// The weightiest words of a text or of a group of texts, as a vector of whole numbers.
///
/// Weights are whole numbers, so that sums do not depend on their order.
package struct TermVector: Hashable, Sendable {
  /// A word, by 24 bits of the hash of its stem, and its weight.
  package struct Component: Hashable, Sendable {
    /// The term above its weight: a library has ten million components.
    private let bits: UInt32

    init(term: UInt32, weight: UInt8) { bits = term << 8 | UInt32(weight) }

    package var term: UInt32 { bits >> 8 }
    package var weight: UInt8 { UInt8(truncatingIfNeeded: bits) }
  }

  /// How many words are kept.
  ///
  /// With 48 the groups of the development collections are up to a point worse, with all of them no better.
  static let size = 96
  /// What a weight of one stands for: weights go up to about 34.
  private static let scale: Float = 7

  /// The components by rising term.
  package let components: [Component]
  /// The length of the vector.
  let length: Double

  /// Takes components by rising term.
  private init(sorted components: [Component]) {
    self.components = components
    length = Double(components.reduce(0) { $0 + Int($1.weight) * Int($1.weight) }).squareRoot()
  }

  /// Weighs the words of an article: (1 + ln count) times how rare a word is.
  init(_ words: [ArticleFeatures.Term]) {
    var weights: [UInt32: Float] = [:]
    for word in words {
      let weight = (1 + logarithm(word.count)) * WordRarity.of(word.hash)
      let term = UInt32(truncatingIfNeeded: word.hash & 0xFF_FFFF)
      weights[term] = max(weight, weights[term] ?? 0)
    }
    self.init(weights: weights.mapValues { Int(($0 * Self.scale).rounded()) })
  }

  /// The middle of some vectors, each at the same length.
  init(middleOf vectors: [TermVector]) {
    var sums: [UInt32: Int] = [:]
    for vector in vectors where vector.length > 0 {
      for component in vector.components {
        sums[component.term, default: 0] += Int(
          (Double(component.weight) * 4096 / vector.length).rounded())
      }
    }
    let greatest = sums.values.max() ?? 1
    self.init(weights: sums.mapValues { $0 * 255 / max(greatest, 1) })
  }

  private init(weights: [UInt32: Int]) {
    let heaviest = weights.filter { $0.value > 0 }
      .sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(Self.size)
    self.init(
      sorted: heaviest.map { Component(term: $0.key, weight: UInt8(min($0.value, 255))) }
        .sorted { $0.term < $1.term })
  }

  /// The cosine of two vectors, 0 to 1.
  /// - Complexity: O(a + b).
  func cosine(_ other: TermVector) -> Double {
    guard length > 0, other.length > 0 else { return 0 }
    var (i, j, sum) = (0, 0, 0)
    while i < components.count, j < other.components.count {
      let (a, b) = (components[i], other.components[j])
      if a.term == b.term {
        sum += Int(a.weight) * Int(b.weight)
        i += 1
        j += 1
      } else if a.term < b.term {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(sum) / (length * other.length)
  }

  /// The weightiest components, by which others are found, each with its share of the length in thousandths.
  func leading(_ count: Int) -> [(term: UInt32, share: Int)] {
    guard length > 0 else { return [] }
    return components.sorted { ($0.weight, $1.term) > ($1.weight, $0.term) }.prefix(count)
      .map { ($0.term, Int((Double($0.weight) * 1000 / length).rounded())) }
  }
}

extension TermVector {
  /// Four bytes a component: three of the term, one of the weight.
  package var bytes: [UInt8] {
    components.flatMap { component in
      [
        UInt8(truncatingIfNeeded: component.term), UInt8(truncatingIfNeeded: component.term >> 8),
        UInt8(truncatingIfNeeded: component.term >> 16), component.weight,
      ]
    }
  }

  /// Reads what `bytes` wrote; what does not make a whole component is left out.
  package init(bytes: [UInt8]) {
    var components: [Component] = []
    components.reserveCapacity(bytes.count / 4)
    var index = 0
    while index + 4 <= bytes.count {
      let term =
        UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
      components.append(Component(term: term, weight: bytes[index + 3]))
      index += 4
    }
    self.init(sorted: components)
  }
}
