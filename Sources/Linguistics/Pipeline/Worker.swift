import Primitives

/// Runs all parts of a model over one text at a time, with memory that is used again.
///
/// Handed from thread to thread by `Pipeline`, which never lets two use it at once.
final class Worker: @unchecked Sendable {
  /// How many bytes of words are kept from text to text.
  private static let memoryLimit = 24 << 20
  /// For how many tokens memory is kept from text to text.
  private static let rowLimit = 1 << 18

  private let model: LanguageModel
  private let level: InstructionSet
  private let tokenizer: Tokenizer
  private var lexicon: Lexicon
  private var parserScorer: StateScorer
  private var nameScorer: StateScorer
  private var lemmas: LemmaCache
  private var rows: [TokenRow] = []

  /// Creates a worker that knows no word yet.
  init(_ model: LanguageModel, _ level: InstructionSet) {
    self.model = model
    self.level = level
    tokenizer = Tokenizer(patterns: model.casePatterns)
    lexicon = Lexicon(facts: model.facts, rules: model.rules)
    let tagger = TagScorer(model.tagger, tags: model.tags.count, level)
    let (parser, names) = (model.parserNetwork, model.nameNetwork)
    parserScorer = StateScorer(
      parser, VectorSource(model.encoder, parser.projection, tagger: tagger, level), level)
    nameScorer = StateScorer(
      names, VectorSource(model.nameEncoder, names.projection, tagger: nil, level), level)
    lemmas = LemmaCache(model.lemmatizer)
  }

  /// Drops what takes too much memory.
  func rest() {
    if rows.capacity > Self.rowLimit { rows = [] }
    guard lexicon.memory > Self.memoryLimit else { return }
    lexicon = Lexicon(facts: model.facts, rules: model.rules)
    parserScorer.forgetWords()
    nameScorer.forgetWords()
    lemmas = LemmaCache(model.lemmatizer)
  }

  /// Annotates a text.
  func annotate(_ text: UTF8Text) -> AnnotatedText {
    tokenizer.tokenize(text.bytes.span, lexicon: &lexicon, into: &rows)
    guard !rows.isEmpty else { return AnnotatedText(text: text, tokens: [], sentences: []) }
    let lexemes = lexicon.lexemes
    let rows = rows
    let isSpace = { (token: Int) in lexemes[Int(rows[token].lexeme)].isSpace }
    parserScorer.begin(rows, lexemes)
    let tree = model.parser.parse(rows.count, isSpace: isSpace, &parserScorer)
    let tags = parserScorer.finish()
    nameScorer.begin(rows, lexemes)
    let names = model.nameRecogniser.find(
      rows.count, isSpace: isSpace, isStart: tree.isStart, &nameScorer)
    _ = nameScorer.finish()
    let attributes = model.ruler.apply(rows, lexemes, tags: tags, labels: tree.labels)
    let labels = model.nameRecogniser.labels
    return AnnotatedText(
      text: text, tokens: tokens(), sentences: tree.sentences,
      names: names.map { NameSpan(tokens: $0.tokens, label: labels[$0.label]) },
      syntax: syntax(tree, attributes))
  }

  private func tokens() -> [Token] {
    rows.map { row in
      let length = Int(lexicon.lexemes[Int(row.lexeme)].length)
      return Token(range: ByteRange(Int(row.start), Int(row.start) + length))
    }
  }

  private func syntax(_ tree: Tree, _ attributes: [AttributeRuler.Attributes]) -> Syntax {
    // Copied once: a copy for each token would count references that all workers share.
    let (morphology, lexicon, rows) = (model.ruler.morphology, lexicon, rows)
    let lemmas = rows.indices.map { token in
      attributes[token].lemma
        ?? self.lemmas.lemma(Int(rows[token].lexeme), attributes[token], morphology, lexicon)
    }
    return Syntax(
      tags: attributes.map { model.tags[Int($0.tag)] },
      partsOfSpeech: attributes.map { PartOfSpeech.names[Int($0.part)] },
      heads: tree.heads.map { Int($0) },
      dependencies: attributes.map { model.parser.moves.labels[Int($0.label)] },
      lemmas: lemmas)
  }
}
