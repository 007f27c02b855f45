/// Who acts and who or what is acted upon, whichever way a verb or its noun says it.
///
/// "France opposed the plan", "the plan was opposed by France", "the plan, which France opposed" and "France's opposition to the plan"
/// have the same two.
struct VerbRoles {
  /// The head of the noun phrase that acts.
  private(set) var agent: Int?
  /// The head of the one acted upon.
  private(set) var patient: Int?
  private let words: [ReadWord]

  /// Reads the arcs around a word.
  init(of place: Int, in text: ReadText) {
    words = text.words
    guard text.hasGrammar, words.indices.contains(place) else { return }
    if words[place].part == "NOUN" { readNoun(place) } else { readVerb(place) }
  }

  private mutating func readVerb(_ verb: Int) {
    agent = child(of: verb, ["nsubj"]) ?? object(ofPreposition: "by", under: verb)
    patient = child(of: verb, ["dobj", "nsubjpass"])
    let head = words[verb].head
    switch words[verb].arc {
    case "relcl":
      agent = agent.map { words[$0].isRelative ? head : $0 }
      patient = patient.map { words[$0].isRelative ? head : $0 }
      if patient == nil, agent != head { patient = head }
    case "acl" where words[verb].form.hasSuffix("ing"): agent = agent ?? head
    case "acl": patient = patient ?? head
    case "conj", "xcomp", "advcl":
      // A verb without a subject of its own has that of the verb that it hangs on.
      guard agent == nil, child(of: verb, ["nsubjpass"]) == nil else { break }
      let isRaised = words[verb].arc == "xcomp"
      agent = child(of: head, isRaised ? ["nsubj", "nsubjpass"] : ["nsubj"])
    default: break
    }
  }

  private mutating func readNoun(_ noun: Int) {
    agent = object(ofPreposition: "by", under: noun)
    patient = object(ofPreposition: "of", under: noun)
    let owner = child(of: noun, ["poss"])
    if patient == nil, agent != nil { patient = owner } else { agent = agent ?? owner }
    patient = patient ?? child(of: noun, ["compound"])
  }

  private func child(of head: Int, _ arcs: Set<String>) -> Int? {
    words.indices.first {
      words[$0].head == head && $0 != head && arcs.contains(words[$0].arc)
    }
  }

  private func object(ofPreposition form: String, under head: Int) -> Int? {
    words.indices.first { place in
      let over = words[place].head
      return words[place].arc == "pobj" && words[over].form == form && words[over].head == head
    }
  }
}

extension ReadWord {
  /// Whether it stands for the noun before its clause.
  fileprivate var isRelative: Bool { ["who", "which", "that", "whom"].contains(form) }
}

/// Whether those who act and are acted upon in a sentence are those of the question.
struct RoleAgreement {
  /// The share of the question's roles that the sentence fills with the same.
  private(set) var agreement = 0.5
  /// The share that it fills with another name.
  private(set) var clash = 0.0
  private let match: SentenceMatch
  private let resolved: [Double]

  /// Compares the roles around the main verb; a reference counts for what it refers to.
  init(_ match: SentenceMatch, resolved: [Double]) {
    self.match = match
    self.resolved = resolved
    guard match.sentence.hasGrammar, let verb = match.question.verb else { return }
    let asked = VerbRoles(of: verb, in: match.question.read)
    let roles = [(asked.agent, true), (asked.patient, false)].compactMap { place, isAgent in
      place.flatMap { place in
        match.question.terms.firstIndex(of: place).map { (term: $0, isAgent: isAgent) }
      }
    }
    guard !roles.isEmpty else { return }
    var best = -Double.infinity
    agreement = 0
    for place in match.verbPlaces {
      let found = VerbRoles(of: place, in: match.sentence)
      let scores = roles.map { compare($0.term, with: $0.isAgent ? found.agent : found.patient) }
      let same = scores.reduce(0) { $0 + max(0, $1) } / Double(roles.count)
      let other = scores.reduce(0) { $0 + max(0, -$1) } / Double(roles.count)
      guard same - other > best else { continue }
      best = same - other
      (agreement, clash) = (same, other)
    }
  }

  /// 1 for the same, -1 for another name, 0 where nothing can be said.
  private func compare(_ term: Int, with place: Int?) -> Double {
    guard let place else { return 0 }
    let words = match.sentence.words
    let wanted = match.question.word(match.question.terms[term])
    let phrase = words.indices.filter { $0 == place || words[$0].head == place }
    let likeness =
      phrase.map { words[$0].isContent ? words[$0].likeness(to: wanted) : 0 }.max() ?? 0
    if likeness >= SentenceMatch.exact { return likeness }
    if words[place].part == "PRON" { return term < resolved.count ? resolved[term] : 0 }
    return words[place].isName && wanted.isName ? -1 : 0
  }
}

extension SentenceMatch {
  /// Every place where the main verb of the question stands in some form; else where the word most like it does.
  var verbPlaces: [Int] {
    guard let verb = question.verb, let term = question.terms.firstIndex(of: verb),
      likenesses[term] > 0
    else { return [] }
    let wanted = question.word(verb)
    let forms = sentence.words.indices.filter {
      sentence.words[$0].isContent && sentence.words[$0].likeness(to: wanted) >= Self.exact
    }
    return forms.isEmpty ? places[term].map { [$0] } ?? [] : forms
  }
}
