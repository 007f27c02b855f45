import Primitives

/// A question as answering understands it.
public struct Question: Sendable {
  /// The place of a verb in which an answer can stand.
  enum Role: Sendable {
    case subject, object, adjunct
  }

  /// As it was asked.
  public let text: String
  /// What it asks for.
  public let kind: AnswerKind
  let read: ReadText
  /// The places of the words that an answer should share with the question.
  let terms: [Int]
  /// The place of the noun that says what is asked for: "mayor" in "What mayor ...".
  let focus: Int?
  /// Whether that noun stands for the answer itself, which need not say it: "Which rocket ...", "How many people ...".
  let isFocusOpen: Bool
  /// The place of the main verb, when it is a content word.
  let verb: Int?
  /// The places of the name of the speaker in "What does X say about Y?".
  let speaker: [Int]
  /// In which place of the main verb the answer stands, when the grammar tells.
  let role: Role?
  /// The meaning of its terms as one unit vector; empty when no word has one.
  let meaning: [Float]
  /// The names and other rare words that an answer has to be about.
  let nameTerms: [Int]

  init(
    text: String, kind: AnswerKind, read: ReadText, terms: [Int], focus: Int?, isFocusOpen: Bool,
    verb: Int?, speaker: [Int], role: Role?
  ) {
    self.text = text
    self.kind = kind
    self.read = read
    self.terms = terms
    self.focus = focus
    self.isFocusOpen = isFocusOpen
    self.verb = verb
    self.speaker = speaker
    self.role = role
    meaning = read.meaning
    nameTerms = terms.filter { read.words[$0].isName }
  }

  /// The words of the question that say what it is about, in lower case, in order.
  public var telling: [String] { terms.map { read.words[$0].form } }

  /// How rare each of these words is, in the same order.
  public var rarities: [Double] { terms.map { read.words[$0].rarity } }

  /// Which of these words are parts of names.
  public var areNames: [Bool] { terms.map { read.words[$0].isName } }

  /// The words of the speaker in a question about somebody's words, in lower case.
  public var speakerWords: [String] { speaker.map { read.words[$0].form } }

  /// Whether it asks who is for something (true) or against it (false).
  public var polarity: Bool? {
    guard kind == .person else { return nil }
    return read.words.lazy.compactMap { AnswerWords.stances[$0.lemma] }.first
  }

  /// The words that measure what is asked about, for "how tall", "how fast"; nil when no list has them.
  var measureUnits: Set<String>? {
    zip(read.words, read.words.dropFirst()).lazy
      .filter { $0.0.form == "how" }
      .compactMap { AnswerWords.measureUnits[$0.1.form] }.first
  }

  func word(_ place: Int) -> ReadWord { read.words[place] }

  /// The weight of all terms together.
  var weight: Double { terms.reduce(0) { $0 + word($1).rarity } }
}
