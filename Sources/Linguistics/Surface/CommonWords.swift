import CTables

/// Words that news hardly ever writes with a capital within a sentence: with one at its head they are no names.
///
/// From `CTables/common-words.txt`, made by `Training/words/common-words`.
enum CommonWords {
  private static let words: Set<String> = {
    let table = unsafe ct_common_words()
    let bytes = unsafe Array(UnsafeBufferPointer(start: table.bytes, count: table.count))
    return Set(bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) })
  }()

  /// Whether a word in small letters is one.
  static func contains(_ word: String) -> Bool { words.contains(word) }
}
