import NewsModel
import Primitives

extension Material {
  /// The sentence as readers see it, with the sentences of other origins that say the same.
  func cited(_ sentence: Sentence) -> CitedText? {
    guard let citation = citation(sentence) else { return nil }
    return CitedText(
      sentence.standalone.runs, citations: NonEmpty(citation),
      corroborating: corroboration(of: sentence))
  }

  /// The citation of a sentence.
  func citation(_ sentence: Sentence) -> Citation? {
    Citation(sentence.range, of: originals[sentence.article])
  }

  /// The citation of the sentence that reports a statement, or of the statement when it has several.
  func citation(_ quotation: Quotation) -> Citation? {
    let filed = originals[quotation.article]
    return Citation(widened(quotation.statement.extent, in: filed), of: filed)
  }

  /// A sentence that reports one of the statements; where none can stand alone, a pointer to the first.
  func example(of quotations: [Quotation]) -> CitedText? {
    if let sentence = quotations.lazy.compactMap(\.sentence).first { return cited(sentence) }
    return quotations.first.flatMap(citation).map {
      CitedText(computed: "see the sentence cited", citations: NonEmpty($0))
    }
  }

  /// The sentence in which the topic's articles first name the entity, in full if they do.
  func firstMention(of entity: EntityID) -> Citation? {
    let name = naming.name(entity)
    var fallback: Citation?
    for filed in appearances.articles(with: entity).map({ originals[$0] }) {
      for own in filed.analysis.entities where filed.entity(own.id) == entity {
        for mention in own.mentions {
          let words = filed.text.words(at: mention) ?? ""
          guard words == name || (fallback == nil && Self.isName(words)) else { continue }
          guard let citation = Citation(widened(mention, in: filed), of: filed) else { continue }
          if words == name { return citation }
          fallback = citation
        }
      }
    }
    return fallback
  }

  /// The sentence that holds the range, or the range when no sentence does.
  private func widened(_ range: ByteRange, in filed: FiledArticle) -> ByteRange {
    guard let sentence = filed.analysis.sentence(at: range.start), sentence.contains(range) else {
      return range
    }
    return filed.text.trimmed(sentence)
  }

  private static func isName(_ words: String) -> Bool {
    words.utf8.first.map { $0.isASCIIUppercase || $0 >= 0x80 } == true
      && !Pronouns.all.contains(words.lowercased())
  }

  /// A label with an entity's name, cited to its first mention.
  func label(_ entity: EntityID) -> CitedText? {
    firstMention(of: entity).map {
      CitedText(computed: naming.name(entity), citations: NonEmpty($0))
    }
  }

  /// How many origins say the same as the sentence, its own included.
  func support(_ sentence: Sentence) -> Int { twins.articleCount(sentence.place) + 1 }

  /// One sentence of each other origin that says the same.
  func corroboration(of sentence: Sentence) -> [Citation] {
    twins.firstOfEach(sentence.place, sentences).compactMap { citation(sentences[$0]) }
  }
}

/// How much two sentences share.
enum Overlap {
  /// From here on two sentences say the same, if their figures agree. Lower values join sentences that
  /// differ in a fact.
  static let same = 0.6
  /// From here on a second sentence tells the reader too little that is new.
  static let repeated = 0.45

  /// From this share of the shorter sentence on, it tells the reader nothing new.
  static let contained = 0.7
  /// From this share of the shorter sentence on, two sentences are about the same thing.
  static let sameSubject = 0.4

  /// Shared words over all words.
  static func jaccard(_ a: ContentWords, _ b: ContentWords) -> Double {
    share(shared: a.shared(with: b), a.count, b.count)
  }

  /// Shared words over all words, of so many shared and so many of each.
  static func share(shared: Int, _ first: Int, _ second: Int) -> Double {
    guard first > 0, second > 0 else { return 0 }
    return Double(shared) / Double(first + second - shared)
  }

  /// Shared words over the words of the shorter one, of so many shared and so many of each.
  static func containment(shared: Int, _ first: Int, _ second: Int) -> Double {
    guard first > 0, second > 0 else { return 0 }
    return Double(shared) / Double(min(first, second))
  }

  /// Shared words over all words.
  static func jaccard(_ a: Set<String>, _ b: Set<String>) -> Double {
    share(shared: a.intersection(b).count, a.count, b.count)
  }
}
