import Linguistics

/// The trees of an article: what depends on a word, and the subject of a sentence.
///
/// Absent when the annotator gives no grammar; who asks has another way then.
struct ArticleGrammar {
  let syntax: Syntax
  private let sentences: [Range<Int>]
  private let sentenceOf: [Int32]
  private let firstOf: [Int32]
  private let lastOf: [Int32]

  /// A phrase hangs on a word over so many arcs at most; a hostile text has chains of thousands.
  private static let deepest = 24
  /// A word with more dependents is no word of a sentence that people wrote.
  private static let mostDependents = 48

  /// What hangs on a word stands within so many tokens of it, and a subject within so many of the sentence's start.
  private static let reach = 200

  init?(_ annotated: AnnotatedText, sentenceOf: [Int32]) {
    guard let syntax = annotated.syntax else { return nil }
    self.syntax = syntax
    self.sentenceOf = sentenceOf
    sentences = annotated.sentences
    var first = syntax.heads.indices.map { Int32($0) }
    var last = first
    for token in syntax.heads.indices {
      var head = token
      for _ in 0..<Self.deepest {
        let next = syntax.heads[head]
        guard next != head, sentenceOf[next] == sentenceOf[token] else { break }
        head = next
        first[head] = min(first[head], Int32(token))
        last[head] = max(last[head], Int32(token))
      }
    }
    firstOf = first
    lastOf = last
  }

  /// The label of the arc from the head.
  func label(_ token: Int) -> String { syntax.dependencies[token] }

  /// The base form in small letters.
  func lemma(_ token: Int) -> String { syntax.lemmas[token].lowercased() }

  /// The head within the sentence; nil for its roots.
  func head(_ token: Int) -> Int? {
    let head = syntax.heads[token]
    return head == token || sentenceOf[head] != sentenceOf[token] ? nil : head
  }

  /// The tokens from the first to the last that hang on a word, the word included.
  func phrase(_ token: Int) -> Range<Int> { Int(firstOf[token])..<Int(lastOf[token]) + 1 }

  /// The words that hang on a word directly, in order.
  func dependents(of token: Int, labelled labels: Set<String>) -> [Int] {
    let near = phrase(token).clamped(to: max(0, token - Self.reach)..<token + Self.reach)
    let found = near.lazy.filter {
      $0 != token && syntax.heads[$0] == token && labels.contains(syntax.dependencies[$0])
    }
    return Array(found.prefix(Self.mostDependents))
  }

  private static let subjects: Set<String> = ["nsubj", "nsubjpass"]

  /// The head word of a verb's subject; a verb joined by "and" has that of the first.
  func subject(of verb: Int) -> Int? {
    var verb = verb
    for _ in 0..<4 {
      if let subject = dependents(of: verb, labelled: Self.subjects).first { return subject }
      guard label(verb) == "conj", let head = head(verb) else { return nil }
      verb = head
    }
    return nil
  }

  /// The head word of the subject of a sentence's main verb.
  func subject(ofSentence number: Int) -> Int? {
    for token in sentences[number].prefix(Self.reach) where head(token) == nil {
      if let subject = subject(of: token) { return subject }
    }
    return nil
  }

  /// Whether a word is a common noun, as the tagger reads it.
  func isCommonNoun(_ token: Int) -> Bool { syntax.partsOfSpeech[token] == "NOUN" }

  /// Whether a word is a main verb, as the tagger reads it.
  func isVerb(_ token: Int) -> Bool { syntax.partsOfSpeech[token] == "VERB" }

  /// Whether a verb has a tense of its own.
  func isFinite(_ token: Int) -> Bool { ["VBD", "VBZ", "VBP"].contains(syntax.tags[token]) }

  /// Whether a participle opens a clause that tells more of the noun right before it.
  func isClause(_ token: Int, after noun: Int) -> Bool {
    ["VBN", "VBG"].contains(syntax.tags[token]) && label(token) == "acl"
      && ["NOUN", "PROPN"].contains(syntax.partsOfSpeech[noun])
  }

  /// Whether a noun or pronoun is of more than one.
  func isPlural(_ token: Int) -> Bool { syntax.tags[token].hasSuffix("S") }
}
