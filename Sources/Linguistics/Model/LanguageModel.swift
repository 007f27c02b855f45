/// All parts of a model, read from its file once and shared by all workers.
struct LanguageModel: Sendable {
  /// The language, the name and the version of the package that was converted.
  let information: [String]
  let facts: WordFacts
  let rules: TokenRules
  let casePatterns: CasePatterns
  /// The network that the tagger and the parser share, and that of the names.
  let encoder: Encoder
  let nameEncoder: Encoder
  let tagger: AffineLayer
  /// The tags by their numbers.
  let tags: [String]
  let parserNetwork: TransitionNetwork
  let parser: Parser
  let nameNetwork: TransitionNetwork
  let nameRecogniser: NameRecogniser
  let ruler: AttributeRuler
  let lemmatizer: Lemmatizer

  /// Reads the model; throws a `ModelError` that names the file when a part is not as it must be.
  init(_ file: ModelFile) throws(ModelError) {
    information = try file.strings("information")
    tags = try file.strings("tagger.labels")
    encoder = try Encoder(file, "tok2vec")
    nameEncoder = try Encoder(file, "ner")
    guard (1...TagScorer.outputs).contains(tags.count) else {
      throw .unsupported(path: file.path, reason: "\(tags.count) tags")
    }
    tagger = try AffineLayer(
      file, "tagger.weights", bias: "tagger.bias", inputs: MaxoutLayer.width,
      outputs: TagScorer.outputs)
    parserNetwork = try TransitionNetwork(file, "parser", features: Parser.features)
    parser = try Parser(file, parserNetwork)
    nameNetwork = try TransitionNetwork(file, "ner", features: NameRecogniser.features)
    nameRecogniser = try NameRecogniser(file, nameNetwork)
    let symbols = SymbolTable.standard
    ruler = try AttributeRuler(
      file, symbols: symbols, tags: tags, labels: parser.moves.labels)
    lemmatizer = try Lemmatizer(file)
    rules = try Self.tokenRules(file)
    guard
      let patterns = CasePatterns(try file.strings("tokenizer.cases"), symbols: symbols)
    else { throw .damaged(path: file.path, reason: "tokenizer.cases is malformed") }
    casePatterns = patterns
    facts = WordFacts(
      symbols: symbols, norms: try Self.norms(file, symbols), caseStarts: patterns.starts,
      ruleLists: ruler.listOfLower)
  }

  private static func tokenRules(_ file: ModelFile) throws(ModelError) -> TokenRules {
    let patterns = try file.strings("tokenizer.patterns")
    guard patterns.count == 4,
      let cases = TokenRules.cases(try file.strings("tokenizer.exceptions"))
    else { throw .damaged(path: file.path, reason: "the rules for tokens are malformed") }
    do throws(PatternParser.Fault) {
      return try TokenRules(
        prefix: patterns[0], suffix: patterns[1], infix: patterns[2], url: patterns[3],
        cases: cases)
    } catch {
      throw .unsupported(path: file.path, reason: "a token pattern with \(error.reason)")
    }
  }

  private static func norms(_ file: ModelFile, _ symbols: SymbolTable) throws(ModelError)
    -> [UInt64: UInt64]
  {
    let ids = try file.strings("norms.ids")
    let words = try file.strings("norms.words")
    guard ids.count == words.count else {
      throw .damaged(path: file.path, reason: "the norms are malformed")
    }
    var norms: [UInt64: UInt64] = [:]
    norms.reserveCapacity(ids.count)
    for (id, word) in zip(ids, words) {
      guard let id = UInt64(id, radix: 16) else {
        throw .damaged(path: file.path, reason: "the norms are malformed")
      }
      norms[id] = symbols.id(word)
    }
    return norms
  }
}
