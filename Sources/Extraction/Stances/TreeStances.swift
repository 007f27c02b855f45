import Linguistics
import NewsModel
import Primitives

/// Finds stances that a verb says outright, by the tree: with pronouns, passives, `..., attacking Moss`, `Moss's plan`.
///
/// Negated and hypothetical verbs show no stance, nor does what a person is quoted as saying; of verbs joined by "and" only the
/// first counts, since the parser often gives the others a wrong subject.
struct TreeStances {
  let words: ArticleWords
  let entities: EntityTable
  let mentions: StanceMentions
  let trees: ArticleGrammar

  /// Verbs between a subject and an infinitive that do not make it hypothetical: `went on to attack`.
  private static let carriers: Set<String> = [
    "continue", "begin", "go", "proceed", "vow", "pledge",
  ]
  /// So many verbs are climbed to a subject.
  private static let steps = 3

  /// The stance that a verb shows; nil when it shows none or a side is not named.
  func stance(_ verb: Int) -> Stance? {
    guard let polarity = StanceLexicon.english.polarity(ofBase: trees.lemma(verb)),
      trees.isVerb(verb), !isUncertain(verb),
      let (holders, targets) = sides(of: verb)
    else { return nil }
    for holder in holders {
      guard let from = entity(at: holder), canHold(from) else { continue }
      for target in targets {
        guard let to = self.target(at: target), to != from else { continue }
        return Stance(
          holder: from, target: to, polarity: polarity,
          evidence: words.range(words.sentence(of: verb)))
      }
    }
    return nil
  }

  /// Who does it and to whom.
  private func sides(of verb: Int) -> (holders: [Int], targets: [Int])? {
    let passive = trees.dependents(of: verb, labelled: ["nsubjpass"])
    if !passive.isEmpty {
      let agents = trees.dependents(of: verb, labelled: ["agent"])
        .flatMap { trees.dependents(of: $0, labelled: ["pobj"]) }
      return (agents, passive)
    }
    guard !["conj", "relcl", "ccomp", "pcomp"].contains(trees.label(verb)) else { return nil }
    let isParticiple = trees.syntax.tags[verb] == "VBN"
    let hasHelper = trees.dependents(of: verb, labelled: ["aux"])
      .contains { ["have", "having"].contains(trees.lemma($0)) }
    guard !isParticiple || hasHelper else { return nil }
    return (subjects(of: verb), trees.dependents(of: verb, labelled: ["dobj"]))
  }

  private func subjects(of verb: Int) -> [Int] {
    var verb = verb
    for _ in 0..<Self.steps {
      let found = trees.dependents(of: verb, labelled: ["nsubj"])
      if !found.isEmpty { return found }
      guard let above = trees.head(verb), !isUncertain(above), mayClimb(verb, to: above) else {
        return []
      }
      verb = above
    }
    return []
  }

  /// `Moss spoke in May, attacking Holm`; `Moss went on to attack Holm`.
  private func mayClimb(_ verb: Int, to above: Int) -> Bool {
    switch trees.label(verb) {
    case "advcl": trees.syntax.tags[verb] == "VBG"
    case "xcomp":
      trees.syntax.tags[verb] == "VBG" || Self.carriers.contains(trees.lemma(above))
    default: false
    }
  }

  /// Whether a verb is negated, only possible or depends on something.
  func isUncertain(_ verb: Int) -> Bool {
    trees.dependents(of: verb, labelled: ["neg", "aux", "mark"]).contains { child in
      trees.label(child) == "neg" || words.has(child, .negation)
        || trees.syntax.tags[child] == "MD" && words.lower[child] != "will"
        || ["if", "unless", "whether"].contains(words.lower[child])
    }
  }

  private func entity(at token: Int) -> EntityIndex? {
    entities.entity(at: token) ?? mentions.entity(ofPronoun: token)
  }

  /// The entity of an object, of the name in apposition to it, or of whose plan, words or deeds it is.
  private func target(at object: Int) -> EntityIndex? {
    if let entity = entity(at: object) { return entity }
    let owners = trees.dependents(of: object, labelled: ["poss"])
    if let owner = owners.first, StanceLexicon.deeds.contains(trees.lemma(object)) {
      return entity(at: owner)
    }
    return nil
  }

  private func canHold(_ entity: EntityIndex) -> Bool {
    switch entities.kind(entity) {
    case .person, .organisation, .government, .group, .place: true
    default: false
    }
  }
}
