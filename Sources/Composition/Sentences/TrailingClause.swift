import Primitives

/// Finds a clause at the end that adds something: ", adding the move would ...".
///
/// Where only that clause leans on what was told before, the sentence is shown without it: "..., the official said [...]."
enum TrailingClause {
  /// What is left must still say something.
  private static let leastWords = 8

  /// From the comma to the full stop; nil where there is no such clause or a quotation is in it.
  static func range(in words: [Word], of text: UTF8Text, within range: ByteRange) -> ByteRange? {
    guard
      let index = words.lastIndex(where: {
        EnglishWords.trailing.contains($0.lower) && $0.followsPause && !$0.isQuoted
      }), index >= leastWords, words[index...].allSatisfy({ !$0.isQuoted }),
      text.bytes[range.end - 1] == UInt8(ascii: ".")
    else { return nil }
    let comma = text.bytes[words[index - 1].range.end..<words[index].range.start]
      .firstIndex(of: UInt8(ascii: ","))
    return comma.map { ByteRange($0, range.end - 1) }
  }
}
