import Primitives

/// Cuts a text into words, numbers, punctuation marks and symbols by its bytes alone.
///
/// Follows the Penn Treebank where news needs it: `'s` and `n't` are tokens of their own, an abbreviation
/// keeps its full stop; hyphenated words stay whole.
struct SurfaceTokenizer {
  private let bytes: [UInt8]
  private let lexicon: SurfaceLexicon
  private(set) var tokens: [Token] = []
  private(set) var shapes: [TokenShape] = []
  /// What the word lists know about each token; an abbreviation is looked up without its full stop.
  private(set) var classes: [WordClass] = []

  init(_ text: UTF8Text, lexicon: SurfaceLexicon) {
    bytes = text.bytes
    self.lexicon = lexicon
    tokens.reserveCapacity(bytes.count / 5 + 8)
    shapes.reserveCapacity(bytes.count / 5 + 8)
    classes.reserveCapacity(bytes.count / 5 + 8)
    run()
  }

  private mutating func run() {
    var position = 0
    while position < bytes.count {
      let kind = CharacterKind(bytes, position)
      switch kind {
      case .space: position += CharacterKind.width(bytes, position)
      case .letter, .digit: position = addWord(position)
      default: position = addMark(position, kind)
      }
    }
  }

  private mutating func add(
    _ start: Int, _ end: Int, _ shape: TokenShape, _ known: WordClass? = nil
  ) -> Int {
    let range = ByteRange(start, end)
    tokens.append(Token(range: range))
    shapes.append(shape)
    classes.append(known ?? (shape.isWord ? lexicon.classes(bytes, range) : []))
    return end
  }

  // MARK: Words

  private mutating func addWord(_ start: Int) -> Int {
    if let end = WordScanner.address(bytes, start) { return add(start, end, .word) }
    if isNegation(start) { return add(start, start + 1 + apostrophe(start + 1) + 1, .clitic) }
    var scanner = WordScanner(bytes, start)
    scanner.run()
    let end = scanner.end
    if end < bytes.count, bytes[end] == UInt8(ascii: "."), !isDots(end) {
      if scanner.isDotted { return add(start, end + 1, .dotted) }
      if end == start + 1, bytes[start].isASCIIUppercase { return add(start, end + 1, .initial) }
      let known = lexicon.classes(bytes, ByteRange(start, end))
      if known.contains(.abbreviation) { return add(start, end + 1, .abbreviation, known) }
    }
    return add(start, end, scanner.isDotted ? .dotted : scanner.shape)
  }

  private func isDots(_ position: Int) -> Bool {
    position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: ".")
  }

  /// Whether `n't` starts here, after a letter.
  private func isNegation(_ start: Int) -> Bool {
    guard start > 0, bytes[start] | 0x20 == UInt8(ascii: "n"), bytes[start - 1].isASCIILetter
    else { return false }
    let width = apostrophe(start + 1)
    let after = start + 1 + width
    return width > 0 && after < bytes.count && bytes[after] | 0x20 == UInt8(ascii: "t")
  }

  private func apostrophe(_ position: Int) -> Int {
    CharacterKind.apostropheWidth(bytes, position)
  }

  // MARK: Marks

  private mutating func addMark(_ start: Int, _ kind: CharacterKind) -> Int {
    if let end = cliticEnd(start) { return add(start, end, .clitic) }
    var end = start + CharacterKind.width(bytes, start)
    switch kind {
    case .apostrophe, .backtick: return addQuote(start, end)
    case .stop, .dash:
      while end < bytes.count, bytes[end] == bytes[start], bytes[start] < 0x80 { end += 1 }
      return add(start, end, kind == .stop ? .stop : .mark)
    default: return add(start, end, kind.shape)
    }
  }

  /// Doubled apostrophes and backticks are quotation marks of old agency texts.
  private mutating func addQuote(_ start: Int, _ end: Int) -> Int {
    let doubled = end < bytes.count && end == start + 1 && bytes[end] == bytes[start]
    let last = doubled ? end + 1 : end
    if bytes[start] == UInt8(ascii: "`") { return add(start, last, .openQuote) }
    if doubled { return add(start, last, .straightQuote) }
    if bytes[start] != UInt8(ascii: "'") { return add(start, last, .closeQuote) }
    return add(start, last, isSpaceOrStart(start - 1) ? .openQuote : .closeQuote)
  }

  private func isSpaceOrStart(_ position: Int) -> Bool {
    position < 0 || bytes[position].isASCIIWhitespace || bytes[position] == UInt8(ascii: "(")
      || bytes[position] == UInt8(ascii: "\"")
  }

  /// The end of `'s`, `'re`, `'ve`, `'ll`, `'d` or `'m` after a word.
  private func cliticEnd(_ start: Int) -> Int? {
    let width = apostrophe(start)
    guard width > 0, start > 0, CharacterKind.isWordByte(bytes[start - 1]) else { return nil }
    return WordScanner.cliticEnd(bytes, start + width)
  }
}
