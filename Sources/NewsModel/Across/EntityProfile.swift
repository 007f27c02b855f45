/// An entity of the library: one person, organisation, government or other thing across articles.
public struct EntityProfile: Hashable, Sendable, Codable {
  /// Its name in the library: a slug of its name, with a number when two share one.
  public let id: EntityID
  /// The name that readers see.
  public let name: String
  /// What it is.
  public let kind: EntityKind
  /// All names seen, sorted, the shown one included.
  public let aliases: [String]
  /// The ISO 3166-1 alpha-2 code, when it is a country or its government.
  public let country: String?
  /// In how many articles it is mentioned.
  public let articleCount: Int
  /// In how many statements it speaks; what copies repeat counts once.
  public let statementCount: Int

  /// Creates a profile.
  public init(
    id: EntityID, name: String, kind: EntityKind, aliases: [String], country: String?,
    articleCount: Int, statementCount: Int
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.aliases = aliases
    self.country = country
    self.articleCount = articleCount
    self.statementCount = statementCount
  }
}
