import NewsModel
import Primitives

/// A pair of entities that a sentence may show a stance between, with what the model says of it.
struct StanceCandidate {
  let sentence: Int
  let holder: EntityIndex
  let target: EntityIndex
  let polarity: Polarity
  /// How the sentence refers to the holder, and to the target.
  let holderForm: StanceMention.Form
  let targetForm: StanceMention.Form
  /// The share of this answer when the pair is one of many in an article.
  let share: Float
  /// The share of this answer when the sentence is asked about the pair.
  let askedShare: Float
  /// The share of "none" when the sentence is asked about the pair.
  let askedNone: Float
}
