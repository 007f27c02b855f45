import Primitives

/// Runs all parts of a model over one text at a time, with memory that is used again.
///
/// Handed from thread to thread by `Pipeline`, which never lets two use it at once.
final class Worker: @unchecked Sendable {
  /// How many bytes of words are kept from text to text.
  private static let memoryLimit = 24 << 20

  private let model: LanguageModel
  private let level: InstructionSet
  private let tokenizer: Tokenizer
  private var lexicon: Lexicon
  private var encoder: EncoderWorkspace
  private var nameEncoder: EncoderWorkspace
  private var tagScorer: TagScorer
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
    encoder = EncoderWorkspace(model.encoder, level)
    nameEncoder = EncoderWorkspace(model.nameEncoder, level)
    parserScorer = StateScorer(model.parserNetwork, level)
    nameScorer = StateScorer(model.nameNetwork, level)
    lemmas = LemmaCache(model.lemmatizer)
    tagScorer = TagScorer(model.tagger, tags: model.tags.count, level)
  }

  /// Drops what takes too much memory.
  func rest() {
    parserScorer.shrink()
    nameScorer.shrink()
    guard lexicon.memory > Self.memoryLimit else { return }
    lexicon = Lexicon(facts: model.facts, rules: model.rules)
    encoder.forgetWords()
    nameEncoder.forgetWords()
    lemmas = LemmaCache(model.lemmatizer)
  }

  /// Annotates a text.
  func annotate(_ text: UTF8Text) -> AnnotatedText {
    tokenizer.tokenize(text.bytes.span, lexicon: &lexicon, into: &rows)
    guard !rows.isEmpty else { return AnnotatedText(text: text, tokens: [], sentences: []) }
    let tags = tag()
    let lexemes = lexicon.lexemes
    let rows = rows
    let isSpace = { (token: Int) in lexemes[Int(rows[token].lexeme)].isSpace }
    let tree = model.parser.parse(rows.count, isSpace: isSpace, &parserScorer)
    let names = findNames(isSpace, tree)
    let attributes = model.ruler.apply(rows, lexemes, tags: tags, labels: tree.labels)
    return AnnotatedText(
      text: text, tokens: tokens(), sentences: tree.sentences, names: names,
      syntax: syntax(tree, attributes))
  }

  private var blocks: some Sequence<Range<Int>> {
    let count = rows.count
    return stride(from: 0, to: count, by: EncoderWorkspace.blockSize).lazy.map {
      $0..<min($0 + EncoderWorkspace.blockSize, count)
    }
  }

  /// Runs the shared network: gives the tags, and the parser its vectors.
  private func tag() -> [UInt16] {
    var tags: [UInt16] = []
    tags.reserveCapacity(rows.count)
    parserScorer.begin(count: rows.count)
    for range in blocks {
      encoder.encode(range, of: rows, lexicon.lexemes)
      parserScorer.take(range, from: encoder)
      tagScorer.append(range.count, from: encoder, to: &tags)
    }
    return tags
  }

  private func findNames(_ isSpace: (Int) -> Bool, _ tree: Tree) -> [NameSpan] {
    nameScorer.begin(count: rows.count)
    for range in blocks {
      nameEncoder.encode(range, of: rows, lexicon.lexemes)
      nameScorer.take(range, from: nameEncoder)
    }
    let names = model.nameRecogniser.find(
      rows.count, isSpace: isSpace, isStart: tree.isStart, &nameScorer)
    return names.map { NameSpan(tokens: $0.tokens, label: model.nameRecogniser.labels[$0.label]) }
  }

  private func tokens() -> [Token] {
    rows.map { row in
      let length = Int(lexicon.lexemes[Int(row.lexeme)].length)
      return Token(range: ByteRange(Int(row.start), Int(row.start) + length))
    }
  }

  private func syntax(_ tree: Tree, _ attributes: [AttributeRuler.Attributes]) -> Syntax {
    let morphology = model.ruler.morphology
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
