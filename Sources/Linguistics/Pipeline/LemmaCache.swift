/// The lemmas of the words that a worker has met.
struct LemmaCache {
  private let lemmatizer: Lemmatizer
  // By the numbers of lexemes; empty until asked for, as no word is empty.
  private var words: [String] = []
  private var lowered: [String] = []
  // By the number of the lexeme and the part of speech.
  private var found: [Int: String] = [:]

  /// Creates an empty cache.
  init(_ lemmatizer: Lemmatizer) {
    self.lemmatizer = lemmatizer
  }

  /// The lemma of a word with the given attributes, by the rules alone.
  mutating func lemma(
    _ lexeme: Int, _ attributes: AttributeRuler.Attributes, _ morphology: Morphology,
    _ lexicon: Lexicon
  ) -> String {
    let part = attributes.part
    if part == PartOfSpeech.none || part == PartOfSpeech.space
      || morphology.isBaseForm(attributes.morphology, part)
    {
      return lower(lexeme, lexicon)
    }
    guard lemmatizer.hasTable(part) else {
      return part == PartOfSpeech.properNoun ? word(lexeme, lexicon) : lower(lexeme, lexicon)
    }
    let key = lexeme * 32 + Int(part)
    if let lemma = found[key] { return lemma }
    let bytes = lexicon.bytes(of: lexeme)
    let lemma = lemmatizer.lemma(
      bytes, lower: Scalars.lowercased(Scalars.decode(bytes.span)), part)
    found[key] = String(decoding: lemma, as: UTF8.self)
    return String(decoding: lemma, as: UTF8.self)
  }

  private mutating func word(_ lexeme: Int, _ lexicon: Lexicon) -> String {
    Self.kept(in: &words, lexeme, lexicon) { $0 }
  }

  private mutating func lower(_ lexeme: Int, _ lexicon: Lexicon) -> String {
    Self.kept(in: &lowered, lexeme, lexicon) { Scalars.lowercased(Scalars.decode($0.span)) }
  }

  private static func kept(
    in list: inout [String], _ lexeme: Int, _ lexicon: Lexicon, _ make: ([UInt8]) -> [UInt8]
  ) -> String {
    if list.count <= lexeme {
      list += [String](repeating: "", count: lexicon.lexemes.count + 1024 - list.count)
    }
    if list[lexeme].isEmpty {
      list[lexeme] = String(decoding: make(lexicon.bytes(of: lexeme)), as: UTF8.self)
    }
    return list[lexeme]
  }
}
