public import Primitives

/// A passage as shown to people, with all that is needed to find its words again.
///
/// `exact`, `prefix` and `suffix` are the W3C Web Annotation `TextQuoteSelector`; the passage's range is
/// its `TextPositionSelector`, in UTF-8 bytes.
public struct Citation: Hashable, Sendable, Codable {
  /// Where the words stand.
  public let passage: Passage
  /// The article that the version belongs to.
  public let article: ArticleID
  /// Who published it.
  public let outlet: String
  /// The headline.
  public let title: String
  /// When it was published.
  public let published: CivilTime?
  /// The address of the article at its outlet.
  public let url: String?
  /// The words themselves.
  public let exact: String
  /// Up to 32 bytes of what stands before them.
  public let prefix: String
  /// Up to 32 bytes of what stands after them.
  public let suffix: String
  /// The sentence in which the words start: where the article page is opened.
  public let sentence: ByteRange
  /// Which version of the article holds the words, from 1.
  public let ordinal: Int
  /// Whether that version is the article's current one.
  public let isCurrent: Bool
  /// The text from which this article's copies were made.
  public let origin: OriginID
  /// Set when the outlet has corrected the sentence: it is not in the current version any more.
  public let correction: Correction?

  /// Cites a range of a filed article; nil when the range does not fit its text or is empty.
  public init?(_ range: ByteRange, of filed: FiledArticle) {
    let text = filed.text
    guard !range.isEmpty, let exact = text.words(at: range) else { return nil }
    let article = filed.version.article
    passage = Passage(version: filed.version.id, range: range)
    self.article = article.id
    outlet = article.outlet ?? "Unnamed outlet"
    title = article.title ?? "Untitled article"
    published = article.published
    url = article.url
    self.exact = exact
    prefix = text[ByteRange(text.boundary(atOrAfter: range.start - 32), range.start)]
    suffix = text[ByteRange(range.end, text.boundary(atOrBefore: range.end + 32))]
    sentence = filed.analysis.sentence(at: range.start) ?? range
    ordinal = filed.version.ordinal
    isCurrent = filed.isCurrent
    origin = filed.origin
    correction = filed.correction(at: range)
  }
}

extension UTF8Text {
  /// The first boundary between characters that is not before `offset`.
  func boundary(atOrAfter offset: Int) -> Int {
    var candidate = max(0, offset)
    while !isBoundary(candidate) { candidate += 1 }
    return candidate
  }

  /// The last boundary between characters that is not after `offset`.
  func boundary(atOrBefore offset: Int) -> Int {
    var candidate = min(count, offset)
    while !isBoundary(candidate) { candidate -= 1 }
    return candidate
  }
}
