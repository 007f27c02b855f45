import Glibc

/// How what may be the answer is tied to what the question says.
///
/// A name of the wanted kind anywhere in a sentence is little; one in the place of the verb that is asked for, beside the noun that is
/// asked for, or counting what is counted, is an answer even when its kind is not the one expected: "designed by Foster and Partners".
struct AnswerTies {
  private let match: SentenceMatch
  private var question: Question { match.question }
  private var words: [ReadWord] { match.sentence.words }

  init(_ match: SentenceMatch) {
    self.match = match
  }

  /// How surely the best candidate is tied: 1 for one of the kind, less for one that only may be, 0 for none.
  var strength: Double { strengths.max() ?? 0 }

  /// The same for each candidate.
  var strengths: [Double] {
    guard match.sentence.hasGrammar else { return match.candidates.map { _ in 0 } }
    let roles = RoleMatch(match)
    let verbs = match.verbPlaces
    let focus = focusPlaces
    return match.candidates.map { candidate in
      if verbs.contains(where: { roles.holds(candidate.words, of: $0) }) {
        return candidate.isSure ? 1 : 0.8
      }
      guard focus.contains(where: { isTied(candidate.words, to: $0) }) else { return 0 }
      return candidate.isSure || question.kind.isCounted ? 1 : 0.6
    }
  }

  /// The noun that is asked for with words that the question lacks: "a Long March 4C rocket" for "which rocket".
  var phrase: Double {
    guard question.isFocusOpen, !question.kind.isCounted, match.sentence.hasGrammar else {
      return 0
    }
    return focusPlaces.map { place in
      let tellers = words.indices.filter { other in
        let isUnder =
          words[other].head == place && Self.telling.contains(words[other].arc)
          || words[place].head == other && ["appos", "compound"].contains(words[place].arc)
        return isUnder && words[other].isContent && isNew(words[other])
      }
      return tellers.contains { words[$0].isName } ? 1 : tellers.isEmpty ? 0 : 0.6
    }.max() ?? 0
  }

  /// Whether the answer is told without a name: "lives in exile", "the leaders are expected to attend".
  var unnamed: Double {
    let verbs = match.verbPlaces
    switch question.kind {
    case .place: return verbs.contains(where: isTold) ? 1 : 0
    case .person, .organisation, .country:
      return verbs.contains { verb in
        let roles = VerbRoles(of: verb, in: match.sentence)
        let found =
          question.role == .subject ? roles.agent : question.role == .object ? roles.patient : nil
        return found.map { words[$0].part == "NOUN" && isNew(words[$0]) } ?? false
      } ? 1 : 0
    default: return 0
    }
  }

  /// Whether a preposition of place stands under a verb with a noun that is no time.
  private func isTold(_ verb: Int) -> Bool {
    words.indices.contains { place in
      let over = words[place].head
      return words[place].arc == "pobj" && AnswerWords.placeWords.contains(words[over].form)
        && words[over].head == verb && words[place].isContent && isNew(words[place])
        && words[place].part == "NOUN" && !AnswerWords.timeUnits.contains(words[place].form)
    }
  }

  /// How surely a reason is marked that hangs on a word of the question; less for one that stands elsewhere.
  var reason: Double {
    guard question.kind == .reason else { return 0 }
    let shared = Set(match.shared)
    let forms = words.map(\.form)
    var best = 0.0
    for cue in AnswerWords.reasons where cue.words.count <= forms.count {
      for place in 0...forms.count - cue.words.count
      where forms[place..<place + cue.words.count].elementsEqual(cue.words) {
        best = max(best, cue.strength * (hangs(place, on: shared) ? 1 : 0.4))
      }
    }
    return best
  }

  /// How much the sentence says that the question does not.
  var news: Double {
    log(1 + Double(words.count { $0.isContent && isNew($0) })) / 3
  }

  private static let telling: Set<String> = ["compound", "amod", "nmod", "appos", "poss", "nummod"]

  private var focusPlaces: [Int] {
    guard let focus = question.focus.map({ question.word($0) }) else { return [] }
    let isPerson = AnswerWords.personNouns.contains(focus.lemma)
    return words.indices.filter { place in
      let word = words[place]
      guard word.isContent, word.part != "NUM" else { return false }
      return word.likeness(to: focus) >= Self.alike
        || isPerson && AnswerWords.personNouns.contains(word.lemma)
    }
  }

  /// Nouns from here on are taken for the one that is asked for.
  private static let alike = 0.6

  /// Whether a candidate names, counts or holds a noun: "the pilot, Ada Quill", "Quill was the pilot", "identified the pilot as Quill".
  private func isTied(_ stretch: Range<Int>, to noun: Int) -> Bool {
    if stretch.contains(noun) { return true }
    guard let top = match.sentence.top(of: stretch) else { return false }
    if words[top].head == noun { return words[top].arc != "prep" }
    if words[noun].head == top {
      return ["appos", "compound", "nmod", "amod"].contains(words[noun].arc)
    }
    let over = words[top].head
    guard !question.kind.isCounted else {
      return words[top].arc == "conj" && words[over].head == noun
    }
    // "Quill was the pilot": both under one copula. "named Quill as pilot": both under one verb.
    if words[noun].head == over, ["attr", "nsubj", "dobj", "oprd"].contains(words[noun].arc) {
      return ["attr", "nsubj", "oprd", "dobj"].contains(words[top].arc)
        && (words[over].lemma == "be" || words[top].arc == "oprd" || words[noun].arc == "oprd")
    }
    return isNamedAs(top, noun) || isNamedAs(noun, top)
  }

  private func isNamedAs(_ first: Int, _ second: Int) -> Bool {
    let preposition = words[second].head
    guard words[second].arc == "pobj", words[preposition].form == "as" else { return false }
    return words[preposition].head == words[first].head
      && ["dobj", "nsubjpass"].contains(words[first].arc)
  }

  private func isNew(_ word: ReadWord) -> Bool {
    !question.read.words.contains { $0.isForm(of: word) }
  }

  private func hangs(_ place: Int, on shared: Set<Int>) -> Bool {
    var current = place
    for _ in 0..<4 {
      if shared.contains(current) { return true }
      let head = words[current].head
      if head == current { return false }
      current = head
    }
    return false
  }
}
