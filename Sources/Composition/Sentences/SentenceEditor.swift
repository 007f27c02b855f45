import NewsModel
import Primitives

/// Makes a sentence of one article stand alone, the way editors do it, or says that it cannot.
///
/// Names are put in for pronouns and roles at the start, dates behind relative ones; a connective at the
/// start is dropped. Words in quotation marks are never touched.
struct SentenceEditor {
  let filed: FiledArticle
  let references: ReferenceIndex

  init(_ filed: FiledArticle, naming: Naming) {
    self.filed = filed
    references = ReferenceIndex(filed, naming: naming)
  }

  /// The sentence at the range, made to stand alone; nil when that cannot be done safely.
  func standalone(_ sentence: ByteRange) -> StandaloneSentence? {
    let text = filed.text
    let range = Dateline.stripped(text.trimmed(sentence), of: text)
    let all = WordScanner.words(of: text, in: range)
    guard SentenceGate.admits(range, of: text, words: all) else { return nil }
    guard !Dependence.leansOnContext(all) else { return nil }
    guard let start = SentenceStart(all, range: range, text: text) else { return nil }
    var edits = start.edits
    let body = Array(all[start.firstWord...])
    guard let names = referenceEdits(body, SubjectAdverb.range(body, of: text)) else { return nil }
    edits = merged(start: edits, names: names)
    guard let dates = DateEditor(filed: filed).edits(in: range, words: all) else { return nil }
    return StandaloneSentence(
      ByteRange(start.offset, range.end), of: text, edits: edits + dates)
  }

  /// A capital put in for the first letter is not needed when a name takes its place.
  private func merged(start: [SentenceEdit], names: [SentenceEdit]) -> [SentenceEdit] {
    start.filter { edit in !names.contains { $0.range.contains(edit.range) } } + names
  }

  private func referenceEdits(_ words: [Word], _ adverb: ByteRange?) -> [SentenceEdit]? {
    ReferenceEditor(references: references).edits(words, adverb: adverb)
  }
}
