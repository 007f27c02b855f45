import NewsModel
import Primitives

/// How central a sentence is: the share of its words that many origins use, its place, its day.
struct Salience {
  private let origins: [String: Int]
  private let originCount: Int
  /// The share of articles that are not later than each article, 0 to 1.
  private let lateness: [Double]

  /// The words of the topic's name.
  private let subject: Set<String>

  init(_ sentences: [Material.Sentence], originals: [FiledArticle], name: String) {
    let text = UTF8Text(name)
    subject = WordScanner.words(of: text, in: text.fullRange).contentWords
    var byOrigin: [String: Set<Int>] = [:]
    for sentence in sentences {
      for word in sentence.content { byOrigin[word, default: []].insert(sentence.article) }
    }
    origins = byOrigin.mapValues(\.count)
    originCount = max(1, originals.count)
    let last = Double(max(1, originals.count - 1))
    lateness = originals.indices.map { Double($0) / last }
  }

  /// Higher is more central. The shares were set by reading dossiers of the development data: a lead
  /// outweighs a few shared words, the latest article a middling one.
  func score(_ sentence: Material.Sentence) -> Double {
    var shared = 0
    for word in sentence.content { shared += origins[word] ?? 0 }
    let mean = Double(shared) / Double(max(10, sentence.content.count) * originCount)
    let place = sentence.position == 0 ? 0.12 : (sentence.position < 3 ? 0.06 : 0)
    let fresh = 0.05 * lateness[sentence.article]
    let named = sentence.content.intersection(subject).count
    let onSubject = 0.2 * Double(named) / Double(max(1, subject.count))
    let long = sentence.range.count > 260 ? 0.12 : 0
    let adding = sentence.adds ? 0.06 : 0
    return mean + onSubject + place + fresh - long - adding
      - 0.04 * Double(sentence.standalone.insertions)
  }
}
