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
    head = source.lowerBound..<end
    noun = max(source.lowerBound, end - 1)
  }
}
