/// The words and chunks that a worker has met, so that each is analysed once.
///
/// What it returns never depends on what it holds. It belongs to one thread.
struct Lexicon {
  private let facts: WordFacts
  private let rules: TokenRules
  private var splitter: ChunkSplitter
  private var words = ByteTable()
  /// The lexemes by their numbers.
  private(set) var lexemes: [Lexeme] = []
  private var chunks = ByteTable()
  // For each chunk, the first of its tokens in `chunkTokens`; one more at the end.
  private var chunkStarts: [Int32] = [0]
  private var chunkTokens: [Int32] = []

  /// Creates an empty lexicon.
  init(facts: WordFacts, rules: TokenRules) {
    self.facts = facts
    self.rules = rules
    splitter = ChunkSplitter(rules)
  }

  /// The number of bytes that the words and chunks take up, roughly.
  var memory: Int {
    words.store.count + chunks.store.count + lexemes.count * 120 + chunkStarts.count * 60
  }

  /// The number of the lexeme of a word.
  mutating func lexeme(_ bytes: Span<UInt8>, norm: [UInt8]? = nil) -> Int32 {
    let hash = MurmurHash.string(bytes)
    let normID = norm.map { facts.symbols.id($0.span) }
    if let index = words.find(bytes, hash: hash, variant: normID ?? 0) { return Int32(index) }
    let index = words.insert(bytes, hash: hash, variant: normID ?? 0)
    lexemes.append(
      facts.lexeme(bytes, offset: words.range(of: index).lowerBound, norm: normID))
    return Int32(index)
  }

  /// The bytes of a lexeme.
  func bytes(of lexeme: Int) -> [UInt8] {
    let entry = lexemes[lexeme]
    return Array(words.store[Int(entry.offset)..<Int(entry.offset + entry.length)])
  }

  /// Appends the tokens of a chunk that begins at byte `start` of the text.
  mutating func tokenize(_ chunk: Span<UInt8>, at start: Int, into rows: inout [TokenRow]) {
    let hash = MurmurHash.string(chunk)
    let index = chunks.find(chunk, hash: hash) ?? analyse(chunk, hash)
    var offset = Int32(start)
    for token in Int(chunkStarts[index])..<Int(chunkStarts[index + 1]) {
      let lexeme = chunkTokens[token]
      rows.append(TokenRow(lexeme: lexeme, start: offset, isSpaceAfter: false))
      offset += lexemes[Int(lexeme)].length
    }
  }

  private mutating func analyse(_ chunk: Span<UInt8>, _ hash: UInt64) -> Int {
    let index = chunks.insert(chunk, hash: hash)
    for piece in splitter.split(chunk) {
      switch piece {
      case .token(let range): chunkTokens.append(lexeme(chunk.extracting(range)))
      case .special(let range): appendCase(chunk.extracting(range))
      }
    }
    chunkStarts.append(Int32(chunkTokens.count))
    return index
  }

  private mutating func appendCase(_ bytes: Span<UInt8>) {
    for token in caseTokens(bytes) ?? [] { chunkTokens.append(token) }
  }

  /// The lexemes of a special case, or nil when the bytes are none.
  mutating func caseTokens(_ bytes: Span<UInt8>) -> [Int32]? {
    guard bytes.count <= rules.longestCase,
      let tokens = rules.cases[bytes.indices.map { bytes[$0] }]
    else { return nil }
    return tokens.map { lexeme($0.bytes.span, norm: $0.norm) }
  }
}
