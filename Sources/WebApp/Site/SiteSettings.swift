/// What a newsroom may set about its site.
public struct SiteSettings: Hashable, Sendable {
  /// The name in the masthead.
  public var name: String
  /// One line under the name.
  public var tagline: String
  /// The language of the pages as a BCP 47 tag.
  public var language: String

  /// Creates settings.
  public init(
    name: String = "Backgrounder", tagline: String = "The news with its sources",
    language: String = "en-GB"
  ) {
    self.name = name
    self.tagline = tagline
    self.language = language
  }
}
