public import Primitives

/// An article version in the library: its analysis and what it shares with other articles.
public struct FiledArticle: Hashable, Sendable {
  /// The version.
  public let version: ArticleVersion
  /// Its text as bytes.
  public let text: UTF8Text
  /// What it says.
  public let analysis: Analysis
  /// The library's entity for each entity of the analysis, in the same order.
  public let entities: [EntityID]
  /// The text from which it was made.
  public let origin: OriginID
  /// Whether it is a copy: it shares its origin with an earlier article.
  public let isCopy: Bool
  /// Whether no later version has replaced it.
  public let isCurrent: Bool
  /// The story that it belongs to.
  public let story: StoryID?
  /// The sentences that are not in the current version any more, in their order; none for the current one.
  public let corrections: [Correction]

  /// Creates a filed article; `entities` must be as long as the analysis' list.
  public init(
    version: ArticleVersion, analysis: Analysis, entities: [EntityID], origin: OriginID,
    isCopy: Bool, isCurrent: Bool, story: StoryID?, corrections: [Correction] = []
  ) {
    precondition(
      entities.count == analysis.entities.count,
      "\(entities.count) library entities for \(analysis.entities.count) in \(version.id)")
    self.version = version
    text = UTF8Text(version.article.text)
    self.analysis = analysis
    self.entities = entities
    self.origin = origin
    self.isCopy = isCopy
    self.isCurrent = isCurrent
    self.story = story
    self.corrections = corrections
  }

  /// The library's entity for an entity of the analysis.
  public func entity(_ index: EntityIndex) -> EntityID { entities[index.rawValue] }

  /// The correction of the sentence that a range starts in; nil when the sentence still stands.
  public func correction(at range: ByteRange) -> Correction? {
    corrections.first { $0.sentence.start <= range.start && range.start < $0.sentence.end }
  }
}
