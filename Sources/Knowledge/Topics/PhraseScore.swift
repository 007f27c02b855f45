/// How well a phrase suits a name by its form and its use in the topic's articles.
///
/// The weights were set by reading the names of some two hundred topics; each says what it is for.
struct PhraseScore {
  /// What a phrase of so many telling words is worth: a bare word says too little, five are a sentence.
  private static let lengths: [Double] = [0, 0.5, 1, 1.15, 1.15, 1]
  /// What is left of a phrase that is a name and nothing else: a subject is more than a place or a person.
  private static let bareName = 0.7
  /// What is left of a phrase without a name in it.
  private static let nameless = 0.8

  private let tally: PhraseTally
  private let articles: Double
  private let headlines: Double

  /// Knows the texts of so many articles.
  init(_ tally: PhraseTally, articles: Int) {
    self.tally = tally
    self.articles = Double(articles)
    headlines = Double(max(1, tally.texts.count { $0.isHeadline && !$0.words.isEmpty }))
  }

  /// The score of a phrase, 0 to about 1.
  func form(_ phrase: PhraseTally.Phrase) -> Double {
    let wholeness = phrase.wholeness
    guard wholeness > 0.1 else { return 0 }
    let share = Double(phrase.articles) / articles
    return share.squareRoot() * Self.lengths[phrase.contentWords] * wholeness.squareRoot()
      * headlineFit(phrase) * nameFit(phrase)
  }

  /// How much of the phrase the headlines have, word by word; none when a word is in too few of them.
  private func headlineFit(_ phrase: PhraseTally.Phrase) -> Double {
    let counts = tally.contentWords(of: phrase).map { tally.headlineCounts[$0.stem] ?? 0 }
    let least = articles < 4 ? 2 : 1
    guard !counts.isEmpty, counts.allSatisfy({ $0 >= least }) else { return 0 }
    let mean = Double(counts.reduce(0, +)) / Double(counts.count) / headlines
    return 0.4 + 0.6 * min(1, mean)
  }

  private func nameFit(_ phrase: PhraseTally.Phrase) -> Double {
    guard phrase.textUses > 0 else { return 1 }
    let capitals = Double(phrase.capitals) / Double(phrase.textUses * phrase.contentWords)
    if capitals > 0.8 { return Self.bareName }
    return capitals > 0.15 ? 1 : Self.nameless
  }
}
