public import Primitives

/// Finds tokens, sentences and names by what the bytes show, without a trained model.
///
/// It never fails: any text gives tokens that lie in order inside it. Names are guessed from capital
/// letters, the words around them and what the rest of the text shows; see `NameFinder`.
public struct SurfaceAnnotator: Sendable {
  /// Creates an annotator for English.
  public init() {}

  /// Annotates a text.
  /// - Complexity: O(length of the text).
  public func annotate(_ text: UTF8Text) -> AnnotatedText {
    let lexicon = SurfaceLexicon.english
    let tokenizer = SurfaceTokenizer(text, lexicon: lexicon)
    let classes = tokenizer.classes
    let sentences = SentenceSplitter(
      text: text, tokens: tokenizer.tokens, shapes: tokenizer.shapes, classes: classes
    ).sentences()
    let names = NameFinder(
      text: text, tokens: tokenizer.tokens, shapes: tokenizer.shapes, classes: classes
    ).names(in: sentences)
    return AnnotatedText(
      text: text, tokens: tokenizer.tokens, sentences: sentences, names: names)
  }
}
