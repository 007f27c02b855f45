/// Whether a sentence says what or who a name is.
struct DefinitionPattern {
  private let match: SentenceMatch

  init(_ match: SentenceMatch) {
    self.match = match
  }

  /// 1 for "X is a ..." and "X, a ...,", 0.6 for a role before or after the name, 0 for none.
  var strength: Double {
    let sentence = match.sentence
    guard let last = match.shared.max(), sentence.hasGrammar else { return 0 }
    let shared = Set(match.shared)
    for place in shared.sorted() {
      let word = sentence.words[place]
      let isSubject = word.arc == "nsubj" && sentence.words[word.head].lemma == "be"
      if isSubject, hasNoun(under: word.head, arc: "attr", besides: shared) { return 1 }
      if hasNoun(under: place, arc: "appos", besides: shared) { return 1 }
      if word.arc == "appos", !shared.contains(word.head) { return 0.8 }
      if hasNoun(under: place, arc: "compound", besides: shared) { return 0.5 }
      if hasNoun(under: place, arc: "relcl", besides: shared) { return 0.5 }
    }
    let next = last + 1
    if next < sentence.words.count, sentence.words[next].form == "," {
      let after = sentence.words[min(next + 1, sentence.words.count - 1)]
      if ["a", "an", "the", "who", "which"].contains(after.form) { return 0.8 }
    }
    return 0
  }

  private func hasNoun(under top: Int, arc: String, besides shared: Set<Int>) -> Bool {
    match.sentence.words.indices.contains { place in
      let word = match.sentence.words[place]
      return word.head == top && word.arc == arc && place != top && !shared.contains(place)
    }
  }
}
