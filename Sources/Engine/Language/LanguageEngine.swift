import Linguistics
public import NewsModel
import Primitives

/// The trained language engine: tokens, grammar and names of a text.
public final class LanguageEngine: Sendable {
  private let pipeline: Pipeline

  /// Opens the model at a path, or where models are looked for; the error says what to type.
  public init(modelAt path: String? = nil) throws {
    pipeline = try Pipeline(modelAt: try path ?? ModelLocation.find())
  }

  /// The name and version of the model.
  public var modelName: String { pipeline.modelName }

  /// The tokens of the whole text.
  public func tokens(of text: String) -> [TokenEntry] {
    let annotated = pipeline.annotate(UTF8Text(text))
    guard let syntax = annotated.syntax else { return [] }
    var entities = [String](repeating: "", count: annotated.tokens.count)
    for name in annotated.names {
      for token in name.tokens { entities[token] = name.label }
    }
    return annotated.tokens.indices.map { token in
      TokenEntry(
        start: annotated.tokens[token].range.start, end: annotated.tokens[token].range.end,
        tag: syntax.tags[token], partOfSpeech: syntax.partsOfSpeech[token],
        head: syntax.heads[token], dependency: syntax.dependencies[token],
        lemma: syntax.lemmas[token], entity: entities[token])
    }
  }

  /// The names of the text as extraction gets them, in order: both readers joined, kinds voted.
  public func names(of text: String) -> [NameEntry] {
    let annotated = NewsAnnotator(pipeline: pipeline).annotate(UTF8Text(text))
    return annotated.names.compactMap { name in
      guard !name.tokens.isEmpty else { return nil }
      let range = annotated.range(of: name.tokens)
      return NameEntry(start: range.start, end: range.end, kind: name.label)
    }
  }

  /// The sentences of the text, drawn as trees.
  public func trees(of text: String) -> String {
    TreeDump(pipeline.annotate(UTF8Text(text))).description
  }
}

/// A name in a text, as `analyse --dump names` writes it.
public struct NameEntry: Sendable, Encodable {
  /// The bytes of the text.
  public let start: Int
  /// The end of the bytes.
  public let end: Int
  /// The kind, by the recogniser's labels.
  public let kind: String
}
