/// Whether what a sentence says has happened or is to come, as the question supposes.
struct TenseMatch {
  private enum Time { case past, ahead, open }

  /// 1 when the two agree, 0 when one speaks of what has been and the other of what may be, 0.5 where the grammar does not tell.
  let fit: Double

  init(_ match: SentenceMatch) {
    let asked = match.question.verb.map { Self.time(of: $0, in: match.question.read) } ?? .open
    let places = match.verbPlaces
    guard asked != .open, !places.isEmpty else {
      fit = 0.5
      return
    }
    fit =
      places.map { place in
        let told = Self.time(of: place, in: match.sentence)
        return told == .open ? 0.5 : told == asked ? 1 : 0
      }.max() ?? 0.5
  }

  private static func time(of verb: Int, in text: ReadText) -> Time {
    let helpers = text.words.filter { $0.head == verb && $0.arc.hasPrefix("aux") }.map(\.form)
    if helpers.contains(where: AnswerWords.aheadWords.contains) { return .ahead }
    if helpers.contains(where: AnswerWords.pastHelpers.contains) { return .past }
    guard helpers.isEmpty else { return .open }
    let word = text.words[verb]
    let isPast =
      word.part == "VERB" && word.form != word.lemma
      && !["s", "ing"].contains(where: word.form.hasSuffix)
    return isPast ? .past : .open
  }
}
