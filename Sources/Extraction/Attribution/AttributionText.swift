import Linguistics

/// A text with what the attribution model asks about its tokens: one entry a token in each array.
struct AttributionText {
  let words: ArticleWords
  let tree: TokenTree
  let quotations: QuotationStates
  let heads: [Int]
  /// Hashes of lemma, word, tag and label.
  let lemmas: [UInt64]
  let forms: [UInt64]
  let tags: [UInt64]
  let labels: [UInt64]
  /// What may follow a verb or noun of the cue lexicon, from 1; 0 for other words.
  let frames: [UInt64]
  let isVerb: [Bool]
  let isPunctuation: [Bool]
  /// How many verbs of the lexicon, and how many commas, stand before each token; one entry more than tokens.
  let cueVerbsBefore: [Int]
  let commasBefore: [Int]
  /// The tokens of each paragraph, by its number.
  let paragraphs: [Range<Int>]

  var count: Int { words.count }

  /// Prepares a text that has a syntax.
  init(_ words: ArticleWords, _ syntax: Syntax, _ lexicon: CueLexicon) {
    self.words = words
    heads = syntax.heads
    tree = TokenTree(heads: syntax.heads)
    quotations = QuotationStates(words)
    (lemmas, forms) = Self.hashes(words, syntax, quotations)
    tags = syntax.tags.map { FeatureHash.of($0.utf8) }
    labels = syntax.dependencies.map { FeatureHash.of($0.utf8) }
    isVerb = syntax.tags.map { $0.utf8.first == UInt8(ascii: "V") }
    isPunctuation = syntax.dependencies.map { $0 == "punct" }
    frames = syntax.tags.indices.map { token in
      let first = syntax.tags[token].utf8.first
      guard first == UInt8(ascii: "V") || first == UInt8(ascii: "N") else { return 0 }
      let frames = lexicon.frames(ofBase: syntax.lemmas[token].asciiLowercased)
      return frames.map { UInt64($0.rawValue) + 1 } ?? 0
    }
    cueVerbsBefore = Self.running(zip(frames, isVerb).map { $0 > 0 && $1 })
    commasBefore = Self.running(words.lower.map { $0 == "," })
    paragraphs = Self.paragraphs(words)
  }

  /// The paragraph of a token.
  func paragraph(of token: Int) -> Range<Int> { paragraphs[Int(words.paragraphOf[token]) - first] }

  // The number of the first paragraph: above 0 when a text starts with an empty line.
  private var first: Int { Int(words.paragraphOf.first ?? 0) }

  private static func hashes(
    _ words: ArticleWords, _ syntax: Syntax, _ quotations: QuotationStates
  ) -> (lemmas: [UInt64], forms: [UInt64]) {
    let (opening, closing) = (FeatureHash.of("“".utf8), FeatureHash.of("”".utf8))
    var lemmas: [UInt64] = []
    var forms: [UInt64] = []
    lemmas.reserveCapacity(words.count)
    forms.reserveCapacity(words.count)
    for token in 0..<words.count {
      switch quotations.states[token] {
      case .opening:
        lemmas.append(opening)
        forms.append(opening)
      case .closing, .stray:
        lemmas.append(closing)
        forms.append(closing)
      case .inside, .outside:
        lemmas.append(FeatureHash.of(syntax.lemmas[token].utf8))
        forms.append(FeatureHash.of(words.lower[token].utf8))
      }
    }
    return (lemmas, forms)
  }

  private static func running(_ flags: [Bool]) -> [Int] {
    var sums = [0]
    sums.reserveCapacity(flags.count + 1)
    var sum = 0
    for flag in flags {
      if flag { sum += 1 }
      sums.append(sum)
    }
    return sums
  }

  private static func paragraphs(_ words: ArticleWords) -> [Range<Int>] {
    var paragraphs: [Range<Int>] = []
    var start = 0
    for token in 0..<words.count where token > 0 && words.startsParagraph(token) {
      paragraphs.append(start..<token)
      start = token
    }
    if start < words.count { paragraphs.append(start..<words.count) }
    return paragraphs
  }
}

extension String {
  /// The same with the capitals of ASCII as small letters.
  var asciiLowercased: String {
    guard utf8.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return self }
    return String(
      decoding: utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
