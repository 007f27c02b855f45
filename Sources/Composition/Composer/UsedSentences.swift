/// The sentences that a dossier has shown, so that none is shown twice.
struct UsedSentences {
  private var contents: [Set<String>] = []

  /// Whether the sentence would tell the reader again what was told.
  func holds(_ sentence: Material.Sentence) -> Bool {
    contents.contains { Overlap.jaccard($0, sentence.content) >= Overlap.repeated }
  }

  /// Notes that the sentence is shown.
  mutating func add(_ sentence: Material.Sentence) {
    contents.append(sentence.content)
  }
}
