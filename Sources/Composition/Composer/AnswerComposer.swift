public import NewsModel
public import Primitives

/// Turns sentences that answer a question into cited texts that stand alone.
public struct AnswerComposer {
  private let naming: Naming
  private let articles: [FiledArticle]

  /// Creates a composer over the articles that answers come from and the entities they mention.
  public init(articles: [FiledArticle], profiles: [EntityID: EntityProfile]) {
    naming = Naming(articles, profiles: profiles)
    self.articles = articles
  }

  /// The sentence without white space around it and the dateline before it.
  public static func body(of range: ByteRange, in text: UTF8Text) -> ByteRange {
    Dateline.stripped(text.trimmed(range), of: text)
  }

  /// Whether a stretch of an article is a whole sentence: no heading, caption, question or fragment.
  public static func isSentence(_ range: ByteRange, of text: UTF8Text) -> Bool {
    let body = Dateline.stripped(text.trimmed(range), of: text)
    return SentenceGate.admits(body, of: text, words: WordScanner.words(of: text, in: body))
  }

  /// Whether a word of the sentence gives a reason (`Languages/en/reasons.txt`).
  public static func givesReason(_ sentence: String) -> Bool {
    let text = UTF8Text(sentence)
    return EnglishWords.givesReason(WordScanner.words(of: text, in: text.fullRange))
  }

  /// What the articles say that an entity is, as a sentence; nil when none says so.
  public func description(of entity: EntityID) -> CitedText? {
    DescriptionFinder(originals: articles, naming: naming).sentence(about: entity)
  }

  /// The sentence as readers see it: made to stand alone where that is possible, else word for word.
  ///
  /// - Returns: nil when the range does not fit the text.
  public func cited(
    _ sentence: ByteRange, of filed: FiledArticle, corroborating: [Citation] = []
  ) -> CitedText? {
    let range = filed.text.trimmed(sentence)
    guard let citation = Citation(range, of: filed) else { return nil }
    if let alone = SentenceEditor(filed, naming: naming).standalone(sentence) {
      return CitedText(
        alone.runs, citations: NonEmpty(citation), corroborating: corroborating)
    }
    let body = Dateline.stripped(range, of: filed.text)
    return CitedText(
      NonEmpty(.source(filed.text.words(at: body) ?? citation.exact)),
      citations: NonEmpty(citation), corroborating: corroborating)
  }
}
