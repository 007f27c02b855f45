public import Primitives

/// What an entity is.
public enum EntityKind: String, Codable, Sendable, CaseIterable, Comparable {
  case person, organisation, government, place, group, work, event, programme, product, other

  /// Orders by name.
  public static func < (a: EntityKind, b: EntityKind) -> Bool { a.rawValue < b.rawValue }
}

/// A person, organisation, government, place or other named thing in one article, with its mentions.
public struct Entity: Hashable, Sendable, Codable {
  /// Its name within the analysis.
  public let id: EntityIndex
  /// The fullest name that the article uses.
  public let name: String
  /// What it is.
  public let kind: EntityKind
  /// Where the article refers to it, in order.
  public let mentions: [ByteRange]
  /// Other names that the article uses for it, in order of first use.
  public let aliases: [String]
  /// How the article describes it ("foreign minister", "a law professor at ..."), in order.
  public let descriptions: [ByteRange]
  /// The ISO 3166-1 alpha-2 code, when it is a country or its government.
  public let country: String?

  /// Creates an entity.
  public init(
    id: EntityIndex, name: String, kind: EntityKind, mentions: [ByteRange], aliases: [String] = [],
    descriptions: [ByteRange] = [], country: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.mentions = mentions
    self.aliases = aliases
    self.descriptions = descriptions
    self.country = country
  }
}
