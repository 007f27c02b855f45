/// What decides whether a sentence of a library answers a question.
public enum AnswerFeature: String, Sendable, CaseIterable {
  /// The score of the ranking that knows the sentence alone.
  case score
  /// The share of the question that sentence and context cover.
  case context
  /// The share of the question's names that they cover.
  case contextNames = "context-names"
  /// How rare the rarest word is that neither has.
  case missing
  /// The same for names.
  case missingName = "missing-name"
  /// The share of the question that the sentence itself covers, references resolved.
  case coverage
  /// Whether what is asked for is there.
  case kind
  /// Whether it has the form of an answer, or a number counts what is counted.
  case sure
  /// Whether nothing of the kind is there though the kind is known.
  case kindless
  /// Whether it can be shown as a sentence that stands alone.
  case sound
  /// Whether it has the place of the verb that the question asks for.
  case role
  /// Whether other names stand where those of the question should.
  case rival
  /// How near it stands to the shared words.
  case nearness
  /// Whether it hangs on a shared word in the tree.
  case attachment
  /// Whether the main verb is there, or one like it.
  case verb
  /// Whether the noun that is asked for is there, or one like it.
  case focus
  /// Whether the library's analysis says that it is what is asked for.
  case analysed
  /// Whether it quotes the speaker that the question asks about.
  case quoted
  /// How early in its article it stands.
  case early
  /// How alike the two are in meaning.
  case meaning
  /// How surely what may be the answer is tied to the verb or the noun that is asked for.
  case tied
  /// Whether the noun that is asked for stands with words that the question lacks.
  case phrase
  /// Whether the answer is told without a name: "in exile", "the leaders".
  case unnamed
  /// How surely a reason hangs on a word of the question.
  case reasonTied = "reason-tied"
  /// How much the sentence says that the question does not.
  case news
  /// The share of the roles of the question's verb that the sentence fills with the same.
  case roles
  /// The share that it fills with another name.
  case roleClash = "role-clash"
  /// Whether it speaks of what has been or of what is to come, as the question does.
  case tense
  /// Whether the verb is negated in one of the two alone.
  case negated
  /// The share of the question that the sentence and the one before it cover.
  case before
  /// The same with three sentences before.
  case near
  /// The same with headline and opening.
  case head
  /// The share without the noun that stands for the answer itself.
  case openCoverage = "open-coverage"
  /// How much of the question the clause of its verb says.
  case clause
}

/// How surely a sentence answers, and where its answer stands.
public struct Judgement: Sendable {
  /// The features, in the order of `AnswerFeature`.
  public let values: [Double]
  /// The probability that it answers, as far as the weights can tell.
  public let confidence: Double
  /// The answering words, as ranges in the sentence as it was read.
  public let answers: [AnswerWordsRange]
}

extension Judgement {
  /// Whether the sentence itself says all that the question says, by the same verb between the same parts, and fills the place that is asked for.
  ///
  /// Such a sentence answers whatever the weights make of its length or its company: "Ada Marsh, who leaves office in October, said ..." for "Who
  /// leaves office in October?". What is denied, turned round or of another time is not said.
  public var tellsAll: Bool {
    let known = Dictionary(uniqueKeysWithValues: zip(AnswerFeature.allCases, values))
    func atLeast(_ least: Double, _ feature: AnswerFeature) -> Bool {
      known[feature, default: 0] >= least
    }
    let isFilled = atLeast(0.8, .tied) || atLeast(0.6, .phrase)
    return isFilled && atLeast(0.999, .clause) && atLeast(0.9, .verb) && atLeast(1, .roles)
      && atLeast(0.5, .tense) && atLeast(1, .sound) && !atLeast(0.5, .roleClash)
      && !atLeast(1, .negated)
  }
}
