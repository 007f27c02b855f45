public import Primitives

/// Reads a text with the trained pipeline and by surface form, and takes from each what it does better.
///
/// Tokens, tags, heads and lemmas are the pipeline's, without its white-space tokens. Sentences end where
/// `SentenceSplitter` ends them: it knows paragraphs, headings and quotations, the parser's guess does not. Names are the
/// surface's where tables or titles decide (countries, persons with a title), else the pipeline's.
public struct NewsAnnotator: Sendable {
  private let pipeline: Pipeline
  private let surface = SurfaceAnnotator()

  /// Creates an annotator on an opened pipeline.
  public init(pipeline: Pipeline) {
    self.pipeline = pipeline
  }

  /// Annotates a text; the result depends on the text and the model alone.
  /// - Complexity: O(bytes).
  public func annotate(_ text: UTF8Text) -> AnnotatedText {
    let trained = TokenProjection.withoutSpace(pipeline.annotate(text))
    let plain = surface.annotate(text)
    let projection = TokenProjection(tokens: trained.tokens)
    return AnnotatedText(
      text: text, tokens: trained.tokens,
      sentences: projection.sentences(plain),
      names: NameMerger(trained: trained, plain: plain, projection: projection).names(),
      syntax: trained.syntax)
  }
}
