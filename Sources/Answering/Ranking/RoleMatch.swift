/// Whether a candidate stands in the place of the verb that the question asks for.
///
/// "Who shot the singer?" wants the one who shot, so "the singer, who was shot" does not answer it.
struct RoleMatch {
  private let match: SentenceMatch
  private var words: [ReadWord] { match.sentence.words }

  init(_ match: SentenceMatch) {
    self.match = match
  }

  /// 1 when a candidate has the place, 0 when none has, 0.5 when the grammar cannot tell.
  var value: Double {
    guard match.question.role != nil, match.sentence.hasGrammar, let verb = matchedVerb else {
      return 0.5
    }
    return match.candidates.contains { holds($0.words, of: verb) } ? 1 : 0
  }

  /// Whether words have the place of a verb that the question asks for.
  func holds(_ stretch: Range<Int>, of verb: Int) -> Bool {
    guard let role = match.question.role, let top = match.sentence.top(of: stretch) else {
      return false
    }
    switch role {
    case .subject: return isSubject(top, of: verb)
    case .object: return isObject(top, of: verb)
    case .adjunct: return isAdjunct(top, of: verb)
    }
  }

  private var matchedVerb: Int? {
    guard let verb = match.question.verb, let index = match.question.terms.firstIndex(of: verb),
      match.likenesses[index] > 0
    else { return nil }
    return match.places[index]
  }

  private func isSubject(_ place: Int, of verb: Int) -> Bool {
    let top = outer(place)
    if words[top].arc == "pobj" || words[top].arc == "pcomp" {
      return words[words[top].head].form == "by" && words[words[top].head].head == verb
    }
    // "Marsh, who leaves office, said": the subject of one verb is spoken of by another.
    if words[verb].head == top, words[verb].arc == "relcl" {
      return VerbRoles(of: verb, in: match.sentence).agent == top
    }
    guard ["nsubj", "nsubjpass"].contains(words[top].arc) else { return false }
    var current = verb
    for step in 0..<3 {
      // "The leaders are expected to attend": the passive is that of the verb above.
      if words[top].head == current {
        return words[top].arc == "nsubj" || step > 0 && words[verb].arc == "xcomp"
      }
      guard ["conj", "xcomp", "advcl"].contains(words[current].arc) else { return false }
      current = words[current].head
    }
    return false
  }

  private func isObject(_ place: Int, of verb: Int) -> Bool {
    let top = outer(place)
    let head = words[top].head
    switch words[top].arc {
    case "dobj", "nsubjpass", "attr", "dative", "oprd": return head == verb
    case "pobj": return words[head].head == verb && words[head].form != "by"
    default: return words[verb].head == top && words[verb].arc.hasPrefix("acl")
    }
  }

  /// Under the verb by a preposition, or as a bare time.
  private func isAdjunct(_ place: Int, of verb: Int) -> Bool {
    var current = outer(place)
    for _ in 0..<4 {
      let head = words[current].head
      if head == verb { return true }
      guard head != current, ["pobj", "prep", "npadvmod", "advmod"].contains(words[current].arc)
      else { return false }
      current = head
    }
    return false
  }

  /// The noun that a name stands beside or before: "founder" in "the founder, Ada Quill".
  private func outer(_ place: Int) -> Int {
    var current = place
    for _ in 0..<3 where ["appos", "compound", "conj", "nmod", "poss"].contains(words[current].arc)
    {
      current = words[current].head
    }
    return current
  }
}
