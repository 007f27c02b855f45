import Linguistics

/// Tells how far a programme is by the words that the tree ties to one of its mentions: what is done to it, what it does
/// by itself, acts on it ("the signing of"), a clause that hangs on it ("signed in May").
///
/// What only stands in the same sentence tells nothing: "after the talks failed, both sides signed a lease".
struct ProgrammeStages {
  let words: ArticleWords
  let syntax: Syntax
  private let lexicon = ProgrammeLexicon.english

  /// A word further up the tree than this says nothing of the mention.
  private static let mostSteps = 4
  /// What hangs on a word stands within so many tokens of it.
  private static let reach = 40

  init(words: ArticleWords, syntax: Syntax) {
    self.words = words
    self.syntax = syntax
  }

  /// The stage of a programme as told beside a mention, unless it is negated or only possible.
  func stage(_ mention: ProgrammeMention) -> String? {
    let below = children(of: mention.head)
    // "Any agreement" is none that there is.
    if below.contains(where: { ["any", "no"].contains(words.lower[$0]) }) { return nil }
    return modifier(below, mention) ?? clause(below, mention) ?? above(mention.head)
  }

  /// `the stalled talks`, `a proposed office`.
  private func modifier(_ below: [Int], _ mention: ProgrammeMention) -> String? {
    below.reversed().lazy
      .filter { $0 < mention.head && syntax.dependencies[$0] == "amod" }
      .compactMap { lexicon.stage(words.lower[$0]) }.first
  }

  /// `an accord signed in May`, `the plan, which was dropped`.
  private func clause(_ below: [Int], _ mention: ProgrammeMention) -> String? {
    below.lazy.filter { verb in
      guard verb > mention.head, !isUncertain(verb) else { return false }
      if syntax.dependencies[verb] == "acl" { return syntax.tags[verb] == "VBN" }
      return syntax.dependencies[verb] == "relcl"
        && children(of: verb).contains {
          syntax.dependencies[$0] == "nsubjpass" && words.has($0, .relative)
        }
    }.compactMap { lexicon.stage(words.lower[$0]) }.first
  }

  // MARK: What stands above

  /// How a word above is tied to the programme.
  private enum Tie {
    /// It is done to the programme or is an act on it.
    case act
    /// The programme does it.
    case doing
    /// It is another noun beside the programme.
    case beside
  }

  private func above(_ head: Int) -> String? {
    var token = head
    for _ in 0..<Self.mostSteps {
      guard let (next, tie) = step(from: token) else { return nil }
      token = next
      guard tie != .beside, ["VERB", "NOUN"].contains(syntax.partsOfSpeech[token]) else { continue }
      if isAimedAt(token) { return "proposed" }
      if isUncertain(token) {
        // "agreed to open an office": what is agreed on is to be.
        guard syntax.dependencies[token] == "xcomp", words.word(token - 1) == "to" else {
          return nil
        }
      } else if let stage = tie == .doing ? done(by: token) : stage(of: token) {
        return stage
      }
    }
    return nil
  }

  /// The stage that a word tells, with its particle: `puts off`.
  private func stage(of token: Int) -> String? {
    if let stage = lexicon.stage(words.lower[token]) { return stage }
    return children(of: token).lazy.filter { syntax.dependencies[$0] == "prt" }
      .compactMap { lexicon.stage("\(words.lower[token])_\(words.lower[$0])") }.first
  }

  /// The next word up the tree that tells of the same thing; nil where a clause or an aside of its own begins.
  private func step(from token: Int) -> (token: Int, tie: Tie)? {
    let above = syntax.heads[token]
    guard above != token, words.sentenceOf[above] == words.sentenceOf[token] else { return nil }
    switch syntax.dependencies[token] {
    case "dobj", "nsubjpass", "poss", "compound", "nmod", "oprd", "xcomp", "acl":
      return (above, .act)
    case "nsubj": return (above, .doing)
    case "conj", "appos", "attr": return (above, .beside)
    case "pobj", "pcomp":
      let governor = syntax.heads[above]
      guard governor != above, words.sentenceOf[governor] == words.sentenceOf[token] else {
        return nil
      }
      let isNoun = ["NOUN", "PROPN"].contains(syntax.partsOfSpeech[governor])
      let ties = isNoun ? Self.ofNouns : Self.ofVerbs
      return ties.contains(words.lower[above]) ? (governor, .act) : nil
    default: return nil
    }
  }

  /// `the signing of`, `talks on`, `the collapse in`.
  private static let ofNouns: Set<String> = [
    "of", "on", "for", "over", "about", "in", "from", "to",
  ]
  /// `agreed on`, `withdrew from`.
  private static let ofVerbs: Set<String> = ["on", "to", "from", "over"]

  /// What a verb tells of its subject: `the talks stalled`, `the accord took effect`, `the law came into force`.
  private func done(by verb: Int) -> String? {
    let below = children(of: verb)
    let object = below.first { syntax.dependencies[$0] == "dobj" }
    if let object {
      return words.lower[object] == "effect" && syntax.lemmas[verb] == "take" ? "in force" : nil
    }
    let isInForce = below.contains { into in
      words.lower[into] == "into"
        && children(of: into).contains { ["force", "effect"].contains(words.lower[$0]) }
    }
    if isInForce { return "in force" }
    let stage = lexicon.stage(words.lower[verb])
    return stage.flatMap { Self.byItself.contains($0) ? $0 : nil }
  }

  /// Stages that a programme may reach by a verb without an object.
  private static let byItself: Set<String> = ["in force", "blocked", "dropped"]

  /// `proposed to set up`, `wants to open`.
  private func isAimedAt(_ token: Int) -> Bool {
    guard syntax.dependencies[token] == "xcomp" || syntax.dependencies[token] == "acl",
      words.word(token - 1) == "to"
    else { return false }
    let above = syntax.heads[token]
    return lexicon.isAim(words.lower[above]) && !isUncertain(above)
  }

  /// Whether a word is negated, has a modal verb or is an infinitive: what is to be is not yet.
  func isUncertain(_ token: Int) -> Bool {
    children(of: token).contains { child in
      syntax.dependencies[child] == "neg" || words.has(child, .negation)
        || syntax.tags[child] == "MD" || syntax.tags[child] == "TO"
    }
  }

  private func children(of token: Int) -> [Int] {
    let sentence = words.sentence(of: token)
    let near =
      max(sentence.lowerBound, token - Self.reach)..<min(sentence.upperBound, token + Self.reach)
    return near.filter { syntax.heads[$0] == token && $0 != token }
  }
}
