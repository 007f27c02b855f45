public import Primitives

/// How the words are given: in quotation marks, in the reporter's words, or both.
public enum StatementForm: String, Codable, Sendable, CaseIterable {
  case direct, indirect, mixed
}

/// On what footing the source speaks.
public enum Footing: String, Codable, Sendable, CaseIterable {
  /// By name.
  case named
  /// By office only ("a French official", "the ministry").
  case role
  /// Withheld by agreement ("on condition of anonymity").
  case anonymous
  /// A paper, law, report or filing.
  case document
  /// Another outlet ("Nikkei Asia reported").
  case outlet
  /// The article does not say.
  case unstated
}

/// Somebody's words or thought as reported: source, cue, content.
public struct Statement: Hashable, Sendable, Codable {
  /// Its name within the analysis: `s0`, `s1`, ...
  public let id: String
  /// Who speaks, when the article lets us know.
  public let speaker: EntityIndex?
  /// The words that name the source; empty when the article does not.
  public let source: [ByteRange]
  /// The words that report ("said", "according to").
  public let cue: [ByteRange]
  /// What is said; may be in several pieces.
  public let content: NonEmpty<ByteRange>
  /// How the words are given.
  public let form: StatementForm
  /// On what footing the source speaks.
  public let footing: Footing
  /// How it reached the reporter ("press advisory", "interview", "reportedly").
  public let channel: String?
  /// The outlet or agency that reported it first, when the article relays it.
  public let via: EntityIndex?

  /// Creates a statement.
  public init(
    id: String, speaker: EntityIndex?, source: [ByteRange], cue: [ByteRange],
    content: NonEmpty<ByteRange>, form: StatementForm, footing: Footing, channel: String? = nil,
    via: EntityIndex? = nil
  ) {
    self.id = id
    self.speaker = speaker
    self.source = source
    self.cue = cue
    self.content = content
    self.form = form
    self.footing = footing
    self.channel = channel
    self.via = via
  }

  /// The smallest range that holds source, cue and content.
  public var extent: ByteRange {
    (source + cue + content.rest).reduce(content.first) { $0.union($1) }
  }
}
