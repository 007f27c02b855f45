/// How much of a question one clause of a sentence says.
///
/// "Marsh, who leaves office in May, said in October ..." has all words of "Who leaves office in October?", but no clause that says it.
struct ClauseMatch {
  /// The share of the question's words, each as heavy as it is rare, that stand under its verb or are a part of that verb's clause; without
  /// the verb itself and the noun that stands for the answer.
  let share: Double

  /// Holds a sentence against a question; `resolved` says for each term how surely a pronoun or role in the sentence stands for it.
  init(_ match: SentenceMatch, resolved: [Double]) {
    let question = match.question
    guard let verb = question.verb, match.sentence.hasGrammar else {
      share = 0
      return
    }
    let open = question.isFocusOpen ? question.focus : nil
    let asked = question.terms.indices.filter {
      question.terms[$0] != verb && question.terms[$0] != open
    }
    let weight = asked.reduce(0) { $0 + question.word(question.terms[$1]).rarity }
    guard weight > 0 else {
      share = match.verbPlaces.isEmpty ? 0 : 1
      return
    }
    share =
      match.verbPlaces.map { place in
        let parts = VerbRoles(of: place, in: match.sentence)
        let tops = [place, parts.agent, parts.patient].compactMap { $0 }
        return asked.reduce(0) { sum, index in
          let rarity = question.word(question.terms[index]).rarity
          let isSaid =
            match.likenesses[index] >= SentenceMatch.exact
            && match.places[index].map { word in
              tops.contains { $0 == word || match.sentence.isUnder(word, $0, arc: "") }
            } ?? false
          return sum + rarity / weight * max(isSaid ? 1 : 0, resolved[index])
        }
      }.max() ?? 0
  }
}
