/// The sentences that a dossier has shown, so that none is shown twice.
struct UsedSentences {
  private var contents: [Set<String>] = []

  /// Whether the sentence would tell the reader again what was told.
  func holds(_ sentence: Material.Sentence) -> Bool {
    contents.contains { Overlap.jaccard($0, sentence.content) >= Overlap.repeated }
  }

  /// Cites the sentence and notes that it is shown; nil when it was told before.
  mutating func take(_ sentence: Material.Sentence, from material: Material) -> CitedText? {
    guard !holds(sentence), let text = material.cited(sentence) else { return nil }
    contents.append(sentence.content)
    return text
  }

  /// Notes that the sentence is shown, whatever was told before.
  mutating func note(_ sentence: Material.Sentence) {
    contents.append(sentence.content)
  }
}
