import NewsModel
import Primitives

/// A pair of entities that a sentence may show a stance between, with what the model says of it.
struct StanceCandidate {
  let sentence: Int
  let holder: EntityIndex
  let target: EntityIndex
  let polarity: Polarity
  /// Whether the holder stands before the target.
  let isForward: Bool
  /// What the judge was told of both sides and of the sentence.
  let holderFacts, targetFacts: MentionFacts
  let sentenceFacts: SentenceFacts
  /// The share of this answer when the pair is one of many in an article, and of the answer with the other polarity.
  let share, otherShare: Float
  /// The share of this answer when the sentence is asked about the pair.
  let askedShare: Float
}
