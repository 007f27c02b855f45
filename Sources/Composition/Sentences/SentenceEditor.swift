import NewsModel
import Primitives

/// Makes a sentence of one article stand alone, the way editors do it, or says that it cannot.
///
/// Names are put in for pronouns and roles at the start, dates behind relative ones; a connective at the
/// start is dropped. Words in quotation marks are never touched.
struct SentenceEditor {
  /// "Quill said" is what a quotation needs beside it.
  private static let leastOwnWords = 2

  let filed: FiledArticle
  let references: ReferenceIndex
  /// Where the article first uses each word.
  let history: WordHistory
  private let nouns: DefiniteNouns
  private let days: DayReading

  /// Creates an editor of one article.
  ///
  /// `subject` are the stems of the words that name the topic, `days` what its articles date.
  init(
    _ filed: FiledArticle, naming: Naming, subject: Set<String> = [], days: DayReading? = nil
  ) {
    self.filed = filed
    references = ReferenceIndex(filed, naming: naming)
    history = WordHistory(filed)
    nouns = DefiniteNouns(filed, subject: subject, references: references, history: history)
    self.days = days ?? DayReading([filed])
  }

  /// The sentence at the range, made to stand alone; nil when that cannot be done safely.
  func standalone(_ sentence: ByteRange) -> StandaloneSentence? {
    let range = Dateline.stripped(filed.text.trimmed(sentence), of: filed.text)
    guard !isHeadline(range), !isDeck(range) else { return nil }
    if let whole = edited(range, leavingOut: nil) { return whole }
    let words = WordScanner.words(of: filed.text, in: range)
    return TrailingClause.range(in: words, of: filed.text, within: range).flatMap {
      edited(range, leavingOut: $0)
    }
  }

  /// Whether the words are the headline once more, which pages print above the text: headlines leave out what sentences need.
  private func isHeadline(_ range: ByteRange) -> Bool {
    guard let title = filed.version.article.title else { return false }
    func letters(_ words: some StringProtocol) -> [UInt8] {
      words.lowercased().utf8.filter { $0.isASCIILetter || $0.isASCIIDigit || $0 >= 0x80 }
    }
    return letters(filed.text[range]) == letters(title)
  }

  /// Whether it is one of the first lines, stands there alone and leaves out articles: "Business groups criticise move that ...".
  private func isDeck(_ range: ByteRange) -> Bool {
    guard let place = filed.analysis.sentences.firstIndex(where: { $0.overlaps(range) }),
      place < Self.decks
    else { return false }
    let behind = filed.text.bytes[range.end...].first { $0 != 0x20 }
    let before = filed.text.bytes[..<range.start].last { $0 != 0x20 }
    guard behind == nil || behind == UInt8(ascii: "\n"),
      before == nil || before == UInt8(ascii: "\n")
    else { return false }
    return SentenceGate.isTelegraphic(WordScanner.words(of: filed.text, in: range))
  }

  /// Lines below headlines are among so many first sentences.
  private static let decks = 3

  private func edited(_ range: ByteRange, leavingOut clause: ByteRange?) -> StandaloneSentence? {
    let text = filed.text
    let words = WordScanner.words(of: text, in: range)
    let all = words.filter { word in clause.map { !$0.contains(word.range) } ?? true }
    guard SentenceGate.admits(range, of: text, words: all),
      // Words of nobody: a quotation without who said it.
      all.count(where: { !$0.isQuoted }) >= Self.leastOwnWords
    else { return nil }
    guard let start = SentenceStart(all, range: range, text: text) else { return nil }
    var edits = start.edits
    let body = Array(all[start.firstWord...])
    let adverb = SubjectAdverb.range(body, of: text)
    // The adverb that is dropped with the subject leans on nothing any more.
    let also = adverb == nil ? SubjectAdverb.addition(body, of: text) : nil
    let kept = body.filter { word in
      !(adverb.map { $0.contains(word.range) } ?? false)
        && !(also.map { $0.contains(word.range) } ?? false)
    }
    guard !Dependence.leansOnContext(kept), let names = referenceEdits(body, adverb),
      !nouns.lean(body, replaced: names.map(\.range))
    else { return nil }
    edits = merged(start: edits, names: names)
    let dated = ByteRange(range.start, clause?.start ?? range.end)
    guard let dates = DateEditor(filed: filed, days: days).edits(in: dated, words: all) else {
      return nil
    }
    let cut =
      (clause.map { [SentenceEdit(range: $0, words: " \u{2026}")] } ?? [])
      + (also.map { [SentenceEdit(range: $0, words: "")] } ?? [])
    return StandaloneSentence(
      ByteRange(start.offset, range.end), of: text, edits: edits + dates + cut)
  }

  /// A capital put in for the first letter is not needed when a name takes its place.
  private func merged(start: [SentenceEdit], names: [SentenceEdit]) -> [SentenceEdit] {
    start.filter { edit in !names.contains { $0.range.contains(edit.range) } } + names
  }

  private func referenceEdits(_ words: [Word], _ adverb: ByteRange?) -> [SentenceEdit]? {
    ReferenceEditor(references: references).edits(words, adverb: adverb)
  }
}
