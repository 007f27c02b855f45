import CWordVectors
import Primitives

/// The static word vectors that come with the program, with how rare each word is in news.
///
/// Distilled from all-MiniLM-L6-v2 by `Training/vectors/train.py`, which describes the layout.
struct WordVectors: Sendable {
  /// The vectors that come with the program.
  static let shared = WordVectors()

  private let bytes: [UInt8]
  private let count: Int
  private let dimensions: Int
  private let wordsStart: Int
  private let rarityStart: Int
  private let vectorsStart: Int
  /// The rarity of a word that the table lacks: as rare as its rarest.
  static let unknownRarity = 10.0
  private static let offsetsStart = 20

  private init() {
    bytes = unsafe Array(UnsafeBufferPointer(start: wv_bytes(), count: wv_count()))
    precondition(bytes.starts(with: "BGWV".utf8), "the word vectors start with other bytes")
    count = Self.number(bytes, 8)
    dimensions = Self.number(bytes, 12)
    wordsStart = Self.offsetsStart + 4 * (count + 1)
    rarityStart = wordsStart + Self.number(bytes, 16)
    vectorsStart = rarityStart + count
    precondition(
      bytes.count == vectorsStart + count * dimensions,
      "the word vectors have \(bytes.count) bytes, not those of \(count) words")
  }

  private static func number(_ bytes: [UInt8], _ place: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// The place of a word in lower case, or nil when it has no vector.
  /// - Complexity: O(log n) in the number of words.
  func place(of word: String) -> Int? {
    let wanted = Array(word.utf8)
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let found = bytes[spelling(middle)]
      if found.elementsEqual(wanted) { return middle }
      if found.lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  private func spelling(_ place: Int) -> Range<Int> {
    let start = Self.number(bytes, Self.offsetsStart + 4 * place)
    return wordsStart + start..<wordsStart + Self.number(bytes, Self.offsetsStart + 4 * place + 4)
  }

  /// How rare a word is: the natural logarithm of sentences over sentences that hold it.
  func rarity(at place: Int) -> Double { Double(bytes[rarityStart + place]) / 16 }

  /// The numbers of a vector.
  func vector(at place: Int) -> [Float] {
    let start = vectorsStart + place * dimensions
    let numbers = bytes[start..<start + dimensions].map { Float(Int8(bitPattern: $0)) }
    let length = numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? numbers.map { $0 / length } : numbers
  }

  /// The cosine of two unit vectors.
  static func cosine(_ a: [Float], _ b: [Float]) -> Double {
    var sum: Float = 0
    for index in 0..<min(a.count, b.count) { sum += a[index] * b[index] }
    return Double(sum)
  }
}
