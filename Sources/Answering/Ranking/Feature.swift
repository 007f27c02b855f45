/// What is looked at to say how well a sentence answers a question.
public enum Feature: String, Sendable, CaseIterable {
  /// The share of the question's words that the sentence holds, each as heavy as it is rare.
  case coverage
  /// The same, with words of like meaning counted in part.
  case softCoverage = "soft-coverage"
  /// The share of the question's names.
  case names
  /// Whether the rarest word is there.
  case rarest
  /// Word statistics in the form of BM25.
  case statistics
  /// Whether something of the wanted kind is there that the question does not name.
  case kind
  /// Whether something that may be of the wanted kind is there.
  case possibleKind = "possible-kind"
  /// How near it stands to the words shared with the question.
  case nearness
  /// Whether it hangs on a shared word in the tree.
  case attachment
  /// Whether it has the place of the verb that the question asks for.
  case role
  /// Whether a number counts what the question counts.
  case bound
  /// The share of the question's word pairs that stand together.
  case pairs
  /// The share of the question's arcs.
  case arcs
  /// How near the two lie in meaning as wholes.
  case meaning
  /// Whether the noun that is asked for is there, or one like it.
  case focus
  /// Whether the main verb is there, or one like it.
  case verb
  /// Whether a reason is marked.
  case reason
  /// Whether the sentence says what the name is.
  case definition
  /// Whether the wanted speaker says it.
  case speaker
  /// How much other sentences that fit the question name the same answer.
  case votes
  /// How long the sentence is, as a logarithm.
  case length
  /// Whether the sentence is a question itself.
  case isQuestion = "is-question"
  /// Names that the question does not have.
  case newNames = "new-names"
}

/// The features of one sentence.
public struct FeatureValues: Sendable {
  private var values = [Double](repeating: 0, count: Feature.allCases.count)
  private static let places = Dictionary(
    uniqueKeysWithValues: Feature.allCases.enumerated().map { ($1, $0) })

  init() {}

  /// The value of a feature.
  public subscript(feature: Feature) -> Double {
    get { values[Self.places[feature] ?? 0] }
    set { values[Self.places[feature] ?? 0] = newValue }
  }

  /// The sum of the values, each times its weight, in the order of the features.
  func score(_ weights: [Double]) -> Double {
    var sum = 0.0
    for index in values.indices { sum += values[index] * weights[index] }
    return sum
  }
}
