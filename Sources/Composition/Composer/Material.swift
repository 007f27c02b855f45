import NewsModel
import Primitives

/// What the composers choose from: the sentences of a topic that can stand alone.
///
/// Copies are left out: a text that ran in seven outlets is one source.
struct Material {
  /// A sentence that can stand alone.
  struct Sentence {
    /// The index of its article in `originals`.
    let article: Int
    /// Which sentence of the article it is.
    let position: Int
    /// Where it stands.
    let range: ByteRange
    /// Its runs.
    let standalone: StandaloneSentence
    /// The words by which it is compared.
    let content: Set<String>
  }

  let evidence: TopicEvidence
  /// The articles that are no copies, earliest first.
  let originals: [FiledArticle]
  /// The sentences, by article, then by place.
  let sentences: [Sentence]

  init(_ evidence: TopicEvidence) {
    self.evidence = evidence
    originals = Self.originals(evidence.articles)
    var sentences: [Sentence] = []
    for (index, filed) in originals.enumerated() {
      let editor = SentenceEditor(filed, profiles: evidence.profiles)
      for (position, range) in filed.analysis.sentences.enumerated() {
        guard let standalone = editor.standalone(range) else { continue }
        let words = WordScanner.words(of: filed.text, in: range)
        sentences.append(
          Sentence(
            article: index, position: position, range: filed.text.trimmed(range),
            standalone: standalone, content: words.contentWords))
      }
    }
    self.sentences = sentences
  }

  /// One article of each origin: the first that is no copy, else the first.
  private static func originals(_ articles: [FiledArticle]) -> [FiledArticle] {
    var chosen: [OriginID: Int] = [:]
    for (index, filed) in articles.enumerated() {
      if let known = chosen[filed.origin], !articles[known].isCopy || filed.isCopy { continue }
      chosen[filed.origin] = index
    }
    return articles.indices.filter { chosen[articles[$0].origin] == $0 }.map { articles[$0] }
  }

  /// The sentence as readers see it, with the sentences of other origins that say the same.
  func cited(_ sentence: Sentence) -> CitedText? {
    guard let citation = Citation(sentence.range, of: originals[sentence.article]) else {
      return nil
    }
    return CitedText(
      sentence.standalone.runs, citations: NonEmpty(citation),
      corroborating: corroboration(of: sentence))
  }

  /// One sentence of each other origin that says the same.
  private func corroboration(of sentence: Sentence) -> [Citation] {
    var origins: Set<OriginID> = [originals[sentence.article].origin]
    var result: [Citation] = []
    for other in sentences where other.article != sentence.article {
      let filed = originals[other.article]
      guard !origins.contains(filed.origin), saysTheSame(sentence, other),
        let citation = Citation(other.range, of: filed)
      else { continue }
      origins.insert(filed.origin)
      result.append(citation)
    }
    return result
  }

  private func saysTheSame(_ a: Sentence, _ b: Sentence) -> Bool {
    Overlap.jaccard(a.content, b.content) >= Overlap.same
  }
}

/// How much two sentences share.
enum Overlap {
  /// From here on two sentences say the same. Set by reading pairs of the development data; lower
  /// values join sentences that differ in a fact.
  static let same = 0.6
  /// From here on a second sentence tells the reader too little that is new.
  static let repeated = 0.45

  /// Shared words over all words.
  static func jaccard(_ a: Set<String>, _ b: Set<String>) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let shared = a.intersection(b).count
    return Double(shared) / Double(a.count + b.count - shared)
  }
}
