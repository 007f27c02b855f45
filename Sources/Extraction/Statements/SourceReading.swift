/// What the head of a source phrase shows: which name it holds and what kind of noun it ends with.
struct SourceReading {
  /// The tokens up to the first preposition, comma or relative clause.
  let head: Range<Int>
  /// The last word of the head.
  let noun: Int

  init(_ source: Range<Int>, _ words: ArticleWords) {
    var end = source.lowerBound
    while end < source.upperBound {
      let isCut =
        [",", "(", "["].contains(words.word(end)) || words.has(end, .relative)
        || words.has(end, .preposition)
      if isCut, words.nameOf[end] < 0, end > source.lowerBound { break }
      // "Survivors rescued from the wreck", "a union representing miners": the noun stands before.
      if end > source.lowerBound, words.trees?.isClause(end, after: end - 1) == true { break }
      end += 1
    }
    // "China today denied": when it was is no part of who it was.
    while end > source.lowerBound + 1, words.has(end - 1, .timeWord), words.nameOf[end - 1] < 0 {
      end -= 1
    }
    head = source.lowerBound..<end
    noun = max(source.lowerBound, end - 1)
  }
}
