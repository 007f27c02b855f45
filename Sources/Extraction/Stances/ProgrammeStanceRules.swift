import Linguistics
import NewsModel

/// Words that show a stance towards a programme outright, by their lemmas.
struct ProgrammeStanceLexicon: Sendable {
  static let english = ProgrammeStanceLexicon()

  private var verbs: [String: Polarity] = [:]
  private var acts: Set<String> = []
  private var doings: Set<String> = []
  private var nouns: [String: (polarity: Polarity, preposition: String)] = [:]

  private init() {
    for row in LanguageData.rows(PackageResources.stance_verbs_tsv) where row.count >= 3 {
      if let polarity = Polarity(rawValue: row[1]) { verbs[row[0]] = polarity }
    }
    for row in LanguageData.rows(PackageResources.programme_stances_tsv) where row.count == 4 {
      if row[0] == "act" { acts.insert(row[1]) }
      if row[0] == "doing" { doings.insert(row[1]) }
      guard let polarity = Polarity(rawValue: row[2]) else { continue }
      if row[0] == "verb" {
        verbs[row[1]] = polarity
      } else {
        nouns[row[1]] = (polarity, row[3])
      }
    }
  }

  /// What the subject of a verb shows towards its object.
  func verb(_ lemma: String) -> Polarity? { verbs[lemma] }
  /// Whether a noun is for bringing something about: what is said of it is said of the thing.
  func isAct(_ word: String) -> Bool { acts.contains(word) }
  /// Whether a verb, with its particle, is for bringing something about; the verb of an act.
  func isDoing(_ lemma: String) -> Bool { doings.contains(lemma) }
  /// What a noun with "from X" or "X's" before it shows.
  func noun(_ lemma: String) -> (polarity: Polarity, preposition: String)? { nouns[lemma] }
}

/// Finds who takes a stance to a programme where a verb or noun above it in the tree says so.
struct ProgrammeStanceRules {
  let words: ArticleWords
  let syntax: Syntax
  private let lexicon = ProgrammeStanceLexicon.english

  /// A holder with the token that names it, and the polarity.
  typealias Finding = (holder: Int, polarity: Polarity)

  init(words: ArticleWords, syntax: Syntax) {
    self.words = words
    self.syntax = syntax
  }

  /// The holders of stances to the phrase with this head.
  func findings(_ head: Int) -> [Finding] {
    let above = syntax.heads[head]
    let behind = byClause(behind: head)
    switch syntax.dependencies[head] {
    case "dobj":
      if let verb = verb(above: above) { return byVerb(verb, above) + behind }
      return byVerb(above, head) + byNoun(above, syntax.heads[above]) + behind
    case "nsubjpass": return byVerb(above, head) + behind
    case "pobj":
      // "the opening of the office" stands for the office.
      if let act = act(on: head) { return findings(act) + behind }
      return byVerb(syntax.heads[above], head) + byNoun(syntax.heads[above], nil) + behind
    case "nsubj": return byNounBelow(above) + behind
    default: return behind
    }
  }

  /// `proposed` of `proposed to set up the office`, `opposes` of `opposes opening it`: what is said of bringing it about is said of
  /// the thing.
  private func verb(above doing: Int) -> Int? {
    guard syntax.dependencies[doing] == "xcomp", syntax.heads[doing] != doing,
      syntax.partsOfSpeech[doing] == "VERB", !isUncertain(doing)
    else { return nil }
    let particle = children(of: doing).first { syntax.dependencies[$0] == "prt" }
    let lemma = syntax.lemmas[doing]
    return lexicon.isDoing(particle.map { "\(lemma)_\(words.lower[$0])" } ?? lemma)
      ? syntax.heads[doing] : nil
  }

  /// The noun for bringing about what a phrase names: `opening` of `the opening of the office`.
  func act(on head: Int) -> Int? {
    let preposition = syntax.heads[head]
    guard syntax.dependencies[head] == "pobj", words.lower[preposition] == "of" else { return nil }
    let noun = syntax.heads[preposition]
    guard noun != preposition, noun < preposition, lexicon.isAct(words.lower[noun]) else {
      return nil
    }
    return noun
  }

  /// `an office, a plan that France has opposed`, `an office that France opposes`.
  private func byClause(behind head: Int) -> [Finding] {
    let heads = [head] + children(of: head).filter { syntax.dependencies[$0] == "appos" }
    return heads.flatMap { noun in
      children(of: noun).filter { syntax.dependencies[$0] == "relcl" && $0 > noun }
    }.flatMap { verb -> [Finding] in
      let below = children(of: verb)
      // The phrase is what the clause is about where it has no object of its own but "that" or "which".
      let objects = below.filter { syntax.dependencies[$0] == "dobj" }
      guard syntax.partsOfSpeech[verb] == "VERB", let polarity = lexicon.verb(syntax.lemmas[verb]),
        !isUncertain(verb), objects.allSatisfy({ ["that", "which"].contains(words.lower[$0]) })
      else { return [] }
      let isPassive = below.contains { syntax.dependencies[$0] == "auxpass" }
      return holders(of: verb, isPassive: isPassive, steps: 0)
        .filter { !["that", "which", "who"].contains(words.lower[$0]) }.map { ($0, polarity) }
    }
  }

  /// `France opposes the plan`, `the plan was criticised by France`, `France objected to the plan`.
  private func byVerb(_ verb: Int, _ head: Int) -> [Finding] {
    guard syntax.partsOfSpeech[verb] == "VERB", let polarity = lexicon.verb(syntax.lemmas[verb]),
      !isUncertain(verb)
    else { return [] }
    let isPassive = syntax.dependencies[head] == "nsubjpass"
    return holders(of: verb, isPassive: isPassive, steps: 3).map { ($0, polarity) }
  }

  /// The subject of a verb, or of the verb that it hangs on; after "by" for a passive.
  private func holders(of verb: Int, isPassive: Bool, steps: Int) -> [Int] {
    let below = children(of: verb)
    if isPassive {
      return below.filter { syntax.dependencies[$0] == "agent" }
        .flatMap { children(of: $0).filter { syntax.dependencies[$0] == "pobj" } }
    }
    let subjects = below.filter { syntax.dependencies[$0] == "nsubj" }
    guard subjects.isEmpty, steps > 0, ["xcomp", "conj"].contains(syntax.dependencies[verb]),
      syntax.heads[verb] != verb, !isUncertain(syntax.heads[verb])
    else { return subjects }
    return holders(of: syntax.heads[verb], isPassive: false, steps: steps - 1)
  }

  /// `voiced opposition to the plan`: the subject of the verb above the noun.
  private func byNoun(_ noun: Int, _ verb: Int?) -> [Finding] {
    guard syntax.partsOfSpeech[noun] == "NOUN", let found = lexicon.noun(syntax.lemmas[noun]),
      !isUncertain(noun)
    else { return [] }
    let given = givers(of: noun)
    let above = verb ?? syntax.heads[noun]
    let holders =
      given.isEmpty && !isUncertain(above)
      ? self.holders(of: above, isPassive: false, steps: 2) : given
    return holders.map { ($0, found.polarity) }
  }

  /// `the plan has faced opposition from France`.
  private func byNounBelow(_ verb: Int) -> [Finding] {
    guard !isUncertain(verb) else { return [] }
    return children(of: verb).filter { syntax.dependencies[$0] == "dobj" }.flatMap { noun in
      lexicon.noun(syntax.lemmas[noun]).map { found in
        givers(of: noun).map { ($0, found.polarity) }
      } ?? []
    }
  }

  /// `opposition from France`, `French opposition`, `France's opposition`.
  private func givers(of noun: Int) -> [Int] {
    children(of: noun).flatMap { child -> [Int] in
      if words.lower[child] == "from" {
        return children(of: child).filter { syntax.dependencies[$0] == "pobj" }
      }
      return syntax.dependencies[child] == "poss" ? [child] : []
    }
  }

  private func children(of token: Int) -> [Int] {
    let sentence = words.sentence(of: token)
    let near = max(sentence.lowerBound, token - 40)..<min(sentence.upperBound, token + 40)
    return near.filter { syntax.heads[$0] == token && $0 != token }
  }

  private func isUncertain(_ token: Int) -> Bool {
    children(of: token).contains { child in
      syntax.dependencies[child] == "neg" || words.has(child, .negation)
        || syntax.tags[child] == "MD" && words.lower[child] != "will"
    }
  }
}
