public import Primitives

/// One line of `analyse`: an article's head and text with its analysis.
///
/// The contract with scorers and clusters: fields may be added, never renamed.
public struct AnalysisRecord: Sendable, Codable {
  /// The article's name.
  public let id: ArticleID
  /// The article's text, unchanged.
  public let text: String
  /// When it was published.
  public let published: CivilTime?
  /// Who published it.
  public let outlet: String?
  /// The headline.
  public let title: String?
  /// The findings.
  public let analysis: Analysis
  /// The tokens of the whole text, when they were asked for.
  public let tokens: [TokenEntry]?
  /// The answer for the two spans that the article record asks about.
  public let label: PairStance?

  /// Joins an article and its analysis.
  public init(
    _ article: Article, _ analysis: Analysis, tokens: [TokenEntry]? = nil, label: PairStance? = nil
  ) {
    id = article.id
    text = article.text
    published = article.published
    outlet = article.outlet
    title = article.title
    self.analysis = analysis
    self.tokens = tokens
    self.label = label
  }

  private enum CodingKeys: String, CodingKey {
    case id, text, published, outlet, title, tokens, label
  }

  /// Reads the flat record.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    id = try fields.decode(ArticleID.self, forKey: .id)
    text = try fields.decode(String.self, forKey: .text)
    published = try fields.decodeIfPresent(CivilTime.self, forKey: .published)
    outlet = try fields.decodeIfPresent(String.self, forKey: .outlet)
    title = try fields.decodeIfPresent(String.self, forKey: .title)
    tokens = try fields.decodeIfPresent([TokenEntry].self, forKey: .tokens)
    label = try fields.decodeIfPresent(PairStance.self, forKey: .label)
    analysis = try Analysis(from: decoder)
  }

  /// Writes the flat record.
  public func encode(to encoder: any Encoder) throws {
    try analysis.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(text, forKey: .text)
    try fields.encodeIfPresent(published, forKey: .published)
    try fields.encodeIfPresent(outlet, forKey: .outlet)
    try fields.encodeIfPresent(title, forKey: .title)
    try fields.encodeIfPresent(tokens, forKey: .tokens)
    try fields.encodeIfPresent(label, forKey: .label)
  }
}
