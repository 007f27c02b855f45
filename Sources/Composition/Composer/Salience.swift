import NewsModel
import Primitives

/// How central each sentence is: the share of its words that many origins use, its place, its day.
struct Salience {
  /// By sentence; higher is more central.
  private let scores: [Double]
  /// The places of the sentences, the most central first, then by article and place.
  let order: [Int]

  /// Weighs sentences whose words have numbers below `words`; `subject` are the words of the topic's name.
  init(
    _ sentences: [Material.Sentence], words: Int, originals: [FiledArticle], subject: ContentWords
  ) {
    var origins = [Int](repeating: 0, count: words)
    var latest = [Int](repeating: -1, count: words)
    for sentence in sentences {
      for word in sentence.content.numbers where latest[Int(word)] != sentence.article {
        latest[Int(word)] = sentence.article
        origins[Int(word)] += 1
      }
    }
    let scores = sentences.map {
      Self.score($0, origins: origins, articles: originals.count, subject: subject)
    }
    self.scores = scores
    order = scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }
  }

  /// How central the sentence is.
  func score(_ sentence: Material.Sentence) -> Double { scores[sentence.place] }

  /// The shares were set by reading dossiers of the development data: a lead
  /// outweighs a few shared words, the latest article a middling one.
  private static func score(
    _ sentence: Material.Sentence, origins: [Int], articles: Int, subject: ContentWords
  ) -> Double {
    var shared = 0
    for word in sentence.content.numbers { shared += origins[Int(word)] }
    let mean = Double(shared) / Double(max(10, sentence.content.count) * max(1, articles))
    let place = sentence.position == 0 ? 0.12 : (sentence.position < 3 ? 0.06 : 0)
    // The share of articles that are not later.
    let fresh = 0.05 * (Double(sentence.article) / Double(max(1, articles - 1)))
    let named = sentence.content.shared(with: subject)
    let onSubject = 0.2 * Double(named) / Double(max(1, subject.count))
    let long = sentence.range.count > 260 ? 0.12 : 0
    let adding = sentence.adds ? 0.06 : 0
    let standing = 0.08 * Double(min(max(sentence.standing, -1.5), 1.5))
    return mean + onSubject + place + fresh + standing - long - adding
      - 0.04 * Double(sentence.standalone.insertions)
  }
}
