import NewsModel
import Primitives

/// A sentence of an article made to stand alone: the source's words with what was put in.
struct StandaloneSentence {
  /// The words.
  let runs: NonEmpty<CitedText.Run>
  /// How much had to be put in; fewer is better.
  let insertions: Int
}

/// A change to a sentence: bytes that give way to words in brackets; none give way when it is empty.
struct SentenceEdit {
  let range: ByteRange
  /// The words put in, none where something is left out without a mark; white space at the ends stays outside the brackets.
  let words: String
}

extension StandaloneSentence {
  /// Applies edits in order; nil when they overlap, leave the range or touch a quotation.
  init?(_ range: ByteRange, of text: UTF8Text, edits: [SentenceEdit]) {
    var runs: [CitedText.Run] = []
    var position = range.start
    var quotation = QuotationState()
    for edit in edits.sorted(by: { $0.range < $1.range }) {
      guard edit.range.start >= position, edit.range.end <= range.end,
        let before = text.words(at: ByteRange(position, edit.range.start))
      else { return nil }
      quotation.read(before.utf8)
      guard !quotation.isOpen else { return nil }
      if !before.isEmpty { runs.append(.source(before)) }
      if !edit.words.isEmpty { runs.append(.inserted(edit.words)) }
      position = edit.range.end
    }
    guard let rest = text.words(at: ByteRange(position, range.end)) else { return nil }
    if !rest.isEmpty { runs.append(.source(rest)) }
    guard let all = NonEmpty(runs) else { return nil }
    self.init(runs: all, insertions: edits.count)
  }
}
