/// The sentences that a part of a dossier has shown, so that none is shown twice.
struct UsedSentences {
  /// How alike a sentence may be to one that was shown.
  enum Strictness {
    /// It may be about the same thing.
    case same
    /// It must be about something else: for a summary of three sentences.
    case subject
  }

  private var contents: [ContentWords] = []

  /// Whether the sentence would tell the reader again what was told.
  func holds(_ sentence: Material.Sentence, _ strictness: Strictness = .same) -> Bool {
    contents.contains { shown in
      let shared = shown.shared(with: sentence.content)
      let counts = (shown.count, sentence.content.count)
      let share = Overlap.containment(shared: shared, counts.0, counts.1)
      switch strictness {
      case .same:
        return Overlap.share(shared: shared, counts.0, counts.1) >= Overlap.repeated
          || share >= Overlap.contained
      case .subject: return share >= Overlap.sameSubject
      }
    }
  }

  /// Cites the sentence and notes that it is shown; nil when it was told before.
  mutating func take(
    _ sentence: Material.Sentence, from material: Material, _ strictness: Strictness = .same
  ) -> CitedText? {
    guard !holds(sentence, strictness), let text = material.cited(sentence) else { return nil }
    contents.append(sentence.content)
    return text
  }

  /// Notes that the sentence is shown, whatever was told before.
  mutating func note(_ sentence: Material.Sentence) {
    contents.append(sentence.content)
  }
}
