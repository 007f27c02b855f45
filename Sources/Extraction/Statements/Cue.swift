/// A verb group that reports speech or thought, found in a sentence.
struct Cue {
  /// The main verb.
  let verbToken: Int
  /// The whole group: auxiliaries, adverbs, verb, preposition.
  let tokens: Range<Int>
  /// The verb and its tense.
  let form: CueForm
  /// Whether a preposition was taken into the group.
  let hasPreposition: Bool
  /// Whether a form of "be" stands before a past form.
  let isPassive: Bool
  /// Whether the group holds a negation.
  let isNegated: Bool
}
