/// Says whether a sentence answers a yes/no question with yes or with no.
public struct YesNoJudge: Sendable {
  private let question: Question
  private let paraphrased: Bool

  /// Prepares a question.
  public init(_ question: Question) {
    self.init(question, paraphrased: true)
  }

  init(_ question: Question, paraphrased: Bool) {
    self.question = question
    self.paraphrased = paraphrased
  }

  /// True for yes, false for no, nil when the sentence leaves it open.
  ///
  /// The sentence says no when its matching verb is negated or taken back and the question's is not.
  public func verdict(of sentence: ReadText) -> Bool? {
    let match = SentenceMatch(question, sentence, paraphrased: paraphrased)
    let verb = matchedVerb(match)
    let isDenied = verb.map { sentence.isNegated($0) } ?? sentence.holdsNegation
    let asksDenied =
      question.verb.map { question.read.isNegated($0) } ?? question.read.holdsNegation
    return isDenied == asksDenied
  }

  /// The same for a reader: nil as well unless the sentence has the verb of the question.
  public func sureVerdict(of sentence: ReadText) -> Bool? {
    let match = SentenceMatch(question, sentence, paraphrased: paraphrased)
    guard let verb = question.verb, let index = question.terms.firstIndex(of: verb),
      match.likenesses[index] >= SentenceMatch.exact
    else { return nil }
    return verdict(of: sentence)
  }

  /// Whether the sentence says that the question's subject does what is asked (1), that another name
  /// does (-1), or neither (0).
  func doer(in sentence: ReadText) -> Double {
    let match = SentenceMatch(question, sentence, paraphrased: paraphrased)
    guard let verb = matchedVerb(match), let asked = question.verb else { return 0 }
    let subjects = sentence.words.indices.filter { place in
      sentence.words[place].head == verb && sentence.words[place].arc == "nsubj"
    }
    for place in subjects where sentence.words[place].isName {
      let isAsked = question.terms.contains { term in
        question.read.isUnder(term, asked, arc: "nsubj")
          && question.word(term).isForm(of: sentence.words[place])
      }
      return isAsked ? 1 : -1
    }
    return 0
  }

  private func matchedVerb(_ match: SentenceMatch) -> Int? {
    guard let verb = question.verb, let index = question.terms.firstIndex(of: verb),
      match.likenesses[index] > 0
    else { return nil }
    return match.places[index]
  }
}

extension ReadText {
  /// Whether a verb is negated: by an arc, or by a word such as "denied" over it.
  func isNegated(_ verb: Int) -> Bool {
    if words.contains(where: { $0.arc == "neg" && words[$0.head].range == words[verb].range }) {
      return true
    }
    var current = verb
    for _ in 0..<3 {
      let head = words[current].head
      if head == current { return false }
      if AnswerWords.negating.contains(words[head].lemma) { return true }
      // "did not plan to", "had no plans to"
      let isTakenBack = words.contains {
        ($0.arc == "neg" || $0.arc == "det" && AnswerWords.negating.contains($0.form))
          && words[$0.head].range == words[head].range
      }
      if isTakenBack { return true }
      current = head
    }
    return false
  }

  var holdsNegation: Bool {
    words.contains { $0.arc == "neg" || AnswerWords.negating.contains($0.form) }
  }

  /// How many content words two texts share, over those of the shorter one.
  public func overlap(with other: ReadText) -> Double {
    let mine = Set(words.filter(\.isContent).map(\.lemma))
    let theirs = Set(other.words.filter(\.isContent).map(\.lemma))
    guard !mine.isEmpty, !theirs.isEmpty else { return 0 }
    return Double(mine.intersection(theirs).count) / Double(min(mine.count, theirs.count))
  }
}
