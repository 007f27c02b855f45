/// How central a sentence is: the share of its words that many origins use, and its place.
struct Salience {
  private let origins: [String: Int]
  private let originCount: Int

  init(_ material: Material) {
    var byOrigin: [String: Set<Int>] = [:]
    for sentence in material.sentences {
      for word in sentence.content { byOrigin[word, default: []].insert(sentence.article) }
    }
    origins = byOrigin.mapValues(\.count)
    originCount = max(1, material.originals.count)
  }

  /// Higher is more central; sums in a fixed order so that it does not vary from run to run.
  func score(_ sentence: Material.Sentence) -> Double {
    var shared = 0
    for word in sentence.content { shared += origins[word] ?? 0 }
    let mean = Double(shared) / Double(max(8, sentence.content.count) * originCount)
    let place = sentence.position == 0 ? 0.3 : (sentence.position < 3 ? 0.15 : 0)
    return mean + place - 0.02 * Double(sentence.standalone.insertions)
  }
}
