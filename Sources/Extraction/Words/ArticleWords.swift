import Linguistics
import Primitives

/// An annotated text with what all detectors ask for: words in small letters, word classes, places.
struct ArticleWords {
  let annotated: AnnotatedText
  /// Each token in small letters.
  let lower: [String]
  /// The grammatical classes of each token.
  let grammar: [Grammar]
  /// The sentence of each token.
  let sentenceOf: [Int32]
  /// The paragraph of each token.
  let paragraphOf: [Int32]
  /// The name that a token belongs to, -1 for none.
  let nameOf: [Int32]
  /// All words of the text in small letters.
  let vocabulary: Set<String>
  /// The paragraphs that are captions of pictures.
  let captions: Captions
  /// The trees, when the annotator gives any.
  let trees: ArticleGrammar?

  init(_ annotated: AnnotatedText) {
    self.annotated = annotated
    let bytes = annotated.text.bytes
    lower = annotated.tokens.map { Self.lowered(bytes, $0.range) }
    grammar = annotated.tokens.map { GrammarLexicon.english.classes(bytes, $0.range) }
    var sentenceOf = [Int32](repeating: 0, count: annotated.tokens.count)
    for (number, sentence) in annotated.sentences.enumerated() {
      for token in sentence { sentenceOf[token] = Int32(number) }
    }
    self.sentenceOf = sentenceOf
    var nameOf = [Int32](repeating: -1, count: annotated.tokens.count)
    for (number, name) in annotated.names.enumerated() {
      for token in name.tokens { nameOf[token] = Int32(number) }
    }
    self.nameOf = nameOf
    paragraphOf = Self.paragraphs(annotated)
    vocabulary = Set(lower)
    captions = Captions(lower: lower, paragraphOf: paragraphOf)
    trees = ArticleGrammar(annotated, sentenceOf: sentenceOf)
  }

  var count: Int { lower.count }
  var bytes: [UInt8] { annotated.text.bytes }
  var sentences: [Range<Int>] { annotated.sentences }
  var names: [NameSpan] { annotated.names }

  /// The bytes of a token.
  func range(_ token: Int) -> ByteRange { annotated.tokens[token].range }
  /// The bytes of a token range that is not empty.
  func range(_ tokens: Range<Int>) -> ByteRange { annotated.range(of: tokens) }
  /// The sentence that a token belongs to.
  func sentence(of token: Int) -> Range<Int> { sentences[Int(sentenceOf[token])] }
  /// The word in small letters; empty outside the text.
  func word(_ token: Int) -> String { lower.indices.contains(token) ? lower[token] : "" }
  /// Whether the token has one of the classes; false outside the text.
  func has(_ token: Int, _ classes: Grammar) -> Bool {
    grammar.indices.contains(token) && !grammar[token].isDisjoint(with: classes)
  }
  /// The tokens that stand in a range of bytes; nil when none starts there.
  /// - Complexity: O(log tokens).
  func tokens(in bytes: ByteRange) -> Range<Int>? {
    func first(from offset: Int) -> Int {
      var (low, high) = (0, annotated.tokens.count)
      while low < high {
        let middle = (low + high) / 2
        if range(middle).start < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let tokens = first(from: bytes.start)..<max(first(from: bytes.start), first(from: bytes.end))
    return tokens.isEmpty ? nil : tokens
  }

  /// Whether the token starts with a capital letter.
  func isCapitalised(_ token: Int) -> Bool {
    lower.indices.contains(token) && bytes[range(token).start].isASCIIUppercase
      || lower.indices.contains(token) && bytes[range(token).start] == 0xC3
        && lower[token].utf8.count > 1
  }
  /// Whether the token is a letter or digit word.
  func isWord(_ token: Int) -> Bool {
    guard lower.indices.contains(token) else { return false }
    let byte = bytes[range(token).start]
    return byte.isASCIILetter || byte.isASCIIDigit || (byte >= 0x80 && !has(token, .mark))
  }
  /// Whether nothing stands between a token and the one before it.
  func isGlued(_ token: Int) -> Bool {
    token > 0 && token < count && range(token - 1).end == range(token).start
  }
  /// Whether the token is the first of its paragraph.
  func startsParagraph(_ token: Int) -> Bool {
    token == 0 || paragraphOf[token] != paragraphOf[token - 1]
  }

  /// Whether the token stands in the caption of a picture.
  func isCaption(_ token: Int) -> Bool { captions.contains(paragraphOf[token]) }

  /// Whether a token stands in front of the dash that ends the place line of a paragraph: `OSLO, Norway (AP) —`.
  func isDateline(_ token: Int) -> Bool {
    let sentence = sentence(of: token)
    guard startsParagraph(sentence.lowerBound), isUpper(sentence.lowerBound) else { return false }
    let dash = sentence.prefix(Self.longestDateline).first { has($0, .dash) && !isGlued($0) }
    return dash.map { token < $0 } ?? false
  }

  private static let longestDateline = 12

  /// Whether a token is written in capitals throughout.
  private func isUpper(_ token: Int) -> Bool {
    let range = range(token)
    return range.count > 1
      && bytes[range.start..<range.end].allSatisfy { !(0x61...0x7A).contains($0) }
      && isCapitalised(token)
  }

  private static func lowered(_ bytes: [UInt8], _ range: ByteRange) -> String {
    // A token of megabytes is no word; its head is enough to tell it from one.
    let end = min(range.end, range.start + 64)
    return String(decoding: bytes[range.start..<end].map(\.asciiLowercased), as: UTF8.self)
  }

  private static func paragraphs(_ annotated: AnnotatedText) -> [Int32] {
    var number: Int32 = 0
    var last = 0
    return annotated.tokens.map { token in
      if annotated.text.bytes[last..<token.range.start].contains(0x0A) { number += 1 }
      last = token.range.end
      return number
    }
  }
}
