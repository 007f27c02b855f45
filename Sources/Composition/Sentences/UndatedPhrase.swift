import Primitives

/// Finds the words that tell a day by the day of publication, so that they can be left out where an article has none.
///
/// "South Korea on Thursday said" becomes "South Korea [...] said": the reader of an undated article is told no day, and no wrong one.
enum UndatedPhrase {
  /// The whole phrase around the word at the index; nil where the sentence needs it.
  static func range(at index: Int, in words: [Word]) -> ByteRange? {
    guard !words[index].lower.hasSuffix("'s"), words[index].lower != "ago" else { return nil }
    var first = index
    while first > 0, !words[first].followsPause,
      EnglishWords.dayPointers.contains(words[first - 1].lower)
    {
      first -= 1
    }
    let isJoined = first > 0 && !words[first].followsPause
    if isJoined, ["on", "in", "during"].contains(words[first - 1].lower) { first -= 1 }
    var last = index
    if words.indices.contains(last + 1), EnglishWords.dayParts.contains(words[last + 1].lower) {
      last += 1
    }
    // At the start the capital would go with it.
    guard first > 0, !EnglishWords.boundWords.contains(words[first - 1].lower),
      standsFree(last, in: words)
    else {
      return nil
    }
    return ByteRange(words[first].range.start, words[last].range.end)
  }

  /// Whether what follows is not described by the phrase: "Thursday meeting", "last week's talks".
  private static func standsFree(_ last: Int, in words: [Word]) -> Bool {
    guard words.indices.contains(last + 1) else { return true }
    let next = words[last + 1]
    return next.followsPause || next.isQuoted || EnglishWords.functionWords.contains(next.lower)
      || EnglishWords.commonVerbs.contains(next.lower)
      || ["ed", "ly"].contains(where: next.lower.hasSuffix)
  }
}
