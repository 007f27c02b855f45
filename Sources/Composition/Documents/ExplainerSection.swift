public import NewsModel
public import Primitives

/// A part of the explainer that answers one of a reader's first questions.
public struct ExplainerSection: Hashable, Sendable, Codable {
  /// Which question it answers.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case inShort, whatIsIt, why, whoIsInvolved, whatEachSideSays, disputed, notKnown, history, next
    case followed, corrected
  }

  /// Sentences that belong together, with what heads them.
  public struct Block: Hashable, Sendable, Codable {
    /// The speaker, the day or the point at issue; nil when the sentences stand by themselves.
    public let label: CitedText?
    /// The entity that the block is about, for a link to its page.
    public let entity: EntityID?
    /// The sentences.
    public let texts: NonEmpty<CitedText>

    /// Creates a block.
    public init(label: CitedText? = nil, entity: EntityID? = nil, texts: NonEmpty<CitedText>) {
      self.label = label
      self.entity = entity
      self.texts = texts
    }
  }

  /// Which question it answers.
  public let kind: Kind
  /// The sentences, in the order in which they are read.
  public let blocks: NonEmpty<Block>

  /// Creates a section; one that would be empty is left out of the dossier instead.
  public init(kind: Kind, blocks: NonEmpty<Block>) {
    self.kind = kind
    self.blocks = blocks
  }

  /// The heading that readers see.
  public var heading: String {
    switch kind {
    case .inShort: "In short"
    case .whatIsIt: "What is it?"
    case .why: "Why?"
    case .whoIsInvolved: "Who is involved?"
    case .whatEachSideSays: "What each side says"
    case .disputed: "What is disputed"
    case .notKnown: "What is not known"
    case .history: "How we got here"
    case .next: "What happens next"
    case .followed: "What became of what was announced"
    case .corrected: "Corrected since"
    }
  }

  /// All cited texts in order.
  public var citedTexts: [CitedText] {
    blocks.flatMap { block in (block.label.map { [$0] } ?? []) + block.texts.elements }
  }
}
