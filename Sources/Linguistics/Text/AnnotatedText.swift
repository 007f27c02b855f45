public import Primitives

/// A text with its tokens and sentences, and the layers that an annotator added.
///
/// Every annotator returns this; what an annotator cannot know is absent, never guessed.
public struct AnnotatedText: Sendable {
  /// The text; all ranges point into it.
  public let text: UTF8Text
  /// The tokens in order; white space between them belongs to none.
  public let tokens: [Token]
  /// The sentences in order, as ranges of token indices that cover all tokens.
  public let sentences: [Range<Int>]
  /// The names found, in order, not overlapping.
  public let names: [NameSpan]
  /// The grammar of each token; nil when the annotator has none.
  public let syntax: Syntax?

  /// Creates an annotated text.
  public init(
    text: UTF8Text, tokens: [Token], sentences: [Range<Int>], names: [NameSpan] = [],
    syntax: Syntax? = nil
  ) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.names = names
    self.syntax = syntax
  }

  /// The words of a token.
  public func word(_ token: Int) -> String { text[tokens[token].range] }

  /// The bytes from the first to the last token of a range that is not empty.
  public func range(of tokens: Range<Int>) -> ByteRange {
    precondition(!tokens.isEmpty, "no token in \(tokens)")
    return ByteRange(
      self.tokens[tokens.lowerBound].range.start, self.tokens[tokens.upperBound - 1].range.end)
  }
}

/// A word, number, punctuation mark or symbol.
public struct Token: Hashable, Sendable {
  /// Where it stands.
  public let range: ByteRange

  /// Creates a token.
  public init(range: ByteRange) {
    self.range = range
  }
}

/// A name in the text with the label of its kind.
public struct NameSpan: Hashable, Sendable {
  /// Its tokens.
  public let tokens: Range<Int>
  /// Its kind by the OntoNotes scheme: `PERSON`, `ORG`, `GPE`, `NORP`, `LOC`, `EVENT`, ...
  public let label: String

  /// Creates a name.
  public init(tokens: Range<Int>, label: String) {
    self.tokens = tokens
    self.label = label
  }
}

/// The grammar of a text: one entry a token in each array.
public struct Syntax: Sendable {
  /// Penn Treebank tags.
  public let tags: [String]
  /// Universal parts of speech.
  public let partsOfSpeech: [String]
  /// The index of each token's head; a root is its own head.
  public let heads: [Int]
  /// The label of the arc from the head (ClearNLP scheme).
  public let dependencies: [String]
  /// Base forms.
  public let lemmas: [String]

  /// Creates a layer; all arrays must be of one length.
  public init(
    tags: [String], partsOfSpeech: [String], heads: [Int], dependencies: [String],
    lemmas: [String]
  ) {
    precondition(
      Set([tags.count, partsOfSpeech.count, heads.count, dependencies.count, lemmas.count])
        .count == 1, "the layers of a syntax differ in length")
    self.tags = tags
    self.partsOfSpeech = partsOfSpeech
    self.heads = heads
    self.dependencies = dependencies
    self.lemmas = lemmas
  }
}
