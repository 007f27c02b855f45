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

  /// The citation of what a statement says, with its source and cue.
  func citation(_ quotation: Quotation) -> Citation? {
    Citation(quotation.statement.extent, of: originals[quotation.article])
  }

  /// The first place where the topic's articles name the entity in full.
  func firstMention(of entity: EntityID) -> Citation? {
    for filed in originals {
      for candidate in filed.analysis.entities where filed.entity(candidate.id) == entity {
        let named = candidate.mentions.first { mention in
          filed.text.bytes[mention.start].isASCIIUppercase
            && !Material.pronouns.contains(filed.text[mention].lowercased())
        }
        if let range = named ?? candidate.mentions.first { return Citation(range, of: filed) }
      }
    }
    return nil
  }

  /// A label with an entity's name, cited to its first mention.
  func label(_ entity: EntityID) -> CitedText? {
    firstMention(of: entity).map {
      CitedText(computed: naming.name(entity), citations: NonEmpty($0))
    }
  }

  static let pronouns: Set<String> = [
    "he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "hers", "theirs",
  ]

  /// How many origins say the same as the sentence, its own included.
  func support(_ sentence: Sentence) -> Int { corroboration(of: sentence).count + 1 }

  /// One sentence of each other origin that says the same.
  func corroboration(of sentence: Sentence) -> [Citation] {
    var articles: Set<Int> = [sentence.article]
    var result: [Citation] = []
    for other in sentences where !articles.contains(other.article) {
      guard saysTheSame(sentence, other), let citation = citation(other) else { continue }
      articles.insert(other.article)
      result.append(citation)
    }
    return result
  }

  private func saysTheSame(_ a: Sentence, _ b: Sentence) -> Bool {
    Overlap.jaccard(a.content, b.content) >= Overlap.same
      && Overlap.figures(a.content) == Overlap.figures(b.content)
  }
}

/// How much two sentences share.
enum Overlap {
  /// From here on two sentences say the same, if their figures agree. Lower values join sentences that
  /// differ in a fact.
  static let same = 0.6
  /// From here on a second sentence tells the reader too little that is new.
  static let repeated = 0.45

  /// Shared words over all words.
  static func jaccard(_ a: Set<String>, _ b: Set<String>) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let shared = a.intersection(b).count
    return Double(shared) / Double(a.count + b.count - shared)
  }

  /// The words with a digit.
  static func figures(_ words: Set<String>) -> Set<String> {
    words.filter { $0.utf8.contains { $0.isASCIIDigit } }
  }
}
