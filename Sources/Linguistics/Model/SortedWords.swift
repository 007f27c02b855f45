/// A sorted list of words in the mapped file, searched without reading it in.
///
/// Layout: the number of words, then the end of each word (32-bit), then the words.
struct SortedWords: Sendable {
  private let file: MappedFile
  private let start: Int
  /// How many words there are.
  let count: Int

  /// The bytes of a list; sorts the words by their bytes and drops repeats.
  static func encode(_ words: [String]) -> [UInt8] {
    let sorted = Set(words).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    var bytes: [UInt8] = []
    StringList.append(UInt32(sorted.count), to: &bytes)
    var end = 0
    for word in sorted {
      end += word.utf8.count
      StringList.append(UInt32(end), to: &bytes)
    }
    for word in sorted { bytes += Array(word.utf8) }
    return bytes
  }

  /// Checks and opens a list; nil when the section does not hold one.
  init?(file: MappedFile, section: Range<Int>) {
    guard section.count >= 4 else { return nil }
    let (count, sound) = file.withBytes { bytes -> (Int, Bool) in
      let count = Int(ModelFormat.half(bytes, section.lowerBound))
      guard section.count / 4 > count else { return (0, false) }
      var last: UInt32 = 0
      for index in 0..<count {
        let end = ModelFormat.half(bytes, section.lowerBound + 4 + 4 * index)
        guard end >= last else { return (0, false) }
        last = end
      }
      return (count, 4 + 4 * count + Int(last) == section.count)
    }
    guard sound else { return nil }
    self.file = file
    self.count = count
    start = section.lowerBound
  }

  /// The place of the word in the order, or nil when it is not in the list.
  /// - Complexity: O(log count) comparisons.
  func index(of word: [UInt8]) -> Int? {
    file.withBytes { bytes in
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        switch order(bytes, middle, word) {
        case 0: return middle
        case ..<0: low = middle + 1
        default: high = middle
        }
      }
      return nil
    }
  }

  /// Below 0 when the word at `index` comes before `word`, above when after.
  private func order(_ bytes: RawSpan, _ index: Int, _ word: [UInt8]) -> Int {
    let ends = start + 4
    let words = ends + 4 * count
    let from = index == 0 ? 0 : Int(ModelFormat.half(bytes, ends + 4 * (index - 1)))
    let length = Int(ModelFormat.half(bytes, ends + 4 * index)) - from
    for position in 0..<min(length, word.count) {
      let byte = ModelFormat.byte(bytes, words + from + position)
      if byte != word[position] { return Int(byte) - Int(word[position]) }
    }
    return length - word.count
  }
}
