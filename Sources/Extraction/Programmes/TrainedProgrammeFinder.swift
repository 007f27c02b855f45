import Linguistics
import NewsModel
import Primitives

/// A programme with all that refers to it, before it is an entity.
struct ProgrammeDraft {
  let kind: ProgrammeClass
  /// The entity that has it for a name, where there is one.
  let entity: EntityIndex?
  /// What tells it from others: its core in small letters.
  let key: String
  var mentions: [ProgrammeMention]
}

/// Finds plans, agreements, offices and negotiations by their noun phrases, and what trees tell of them.
///
/// A programme needs a proper name in or beside one of its phrases ("liaison office in Tokyo"), or two parties, which then are
/// part of its name: "trade deal" alone would mean another thing in another article. "The plan", "the outpost" point back to the last programme that they fit.
struct TrainedProgrammeFinder {
  let words: ArticleWords
  let entities: EntityTable
  let syntax: Syntax
  private let lexicon = ProgrammeLexicon.english

  /// A definite phrase points back over no more sentences than this.
  private static let reach = 6
  /// "The move", "the idea": words for whatever was told last point back no further than this.
  private static let shortReach = 2
  /// More programmes than this in one article are not told apart.
  private static let most = 24

  init?(words: ArticleWords, entities: EntityTable) {
    guard let syntax = words.annotated.syntax else { return nil }
    self.words = words
    self.entities = entities
    self.syntax = syntax
  }

  /// The programmes that have a name, in order of first mention.
  func drafts() -> [ProgrammeDraft] {
    var drafts: [ProgrammeDraft] = []
    for mention in allMentions() {
      if let place = place(of: mention, in: drafts) {
        drafts[place].mentions.append(mention)
      } else if !mention.isBare, lexicon.head(words.lower[mention.head]) != nil,
        drafts.count < Self.most
      {
        drafts.append(
          ProgrammeDraft(
            kind: mention.kind, entity: mention.name.flatMap { entities.entityOfName[$0] },
            key: key(mention), mentions: [mention]))
      }
    }
    return drafts
  }

  /// The phrases, with all names of entities of which one name is a programme's.
  private func allMentions() -> [ProgrammeMention] {
    let phrases = ProgrammePhrases(words: words, syntax: syntax)
    let found = phrases.mentions()
    var kinds: [EntityIndex: ProgrammeClass] = [:]
    for mention in found {
      if let entity = mention.name.flatMap({ entities.entityOfName[$0] }), kinds[entity] == nil {
        kinds[entity] = mention.kind
      }
    }
    guard !kinds.isEmpty else { return found }
    let named = Set(found.compactMap(\.name))
    let others = entities.entityOfName.enumerated().compactMap { name, entity in
      named.contains(name) ? nil : entity.flatMap { kinds[$0] }.map { phrases.mention(name, $0) }
    }
    return (found + others).sorted { $0.head < $1.head }
  }

  /// The words that tell it from others; of a bare head the names behind it.
  private func key(_ mention: ProgrammeMention) -> String {
    let tokens = mention.core.count == 1 ? mention.full : mention.core
    return words.lower[tokens].joined(separator: " ")
  }

  /// The programme that a mention refers to again.
  private func place(of mention: ProgrammeMention, in drafts: [ProgrammeDraft]) -> Int? {
    if let name = mention.name, let entity = entities.entityOfName[name] {
      return drafts.firstIndex { $0.entity == entity }
    }
    if !mention.isBare { return drafts.firstIndex { isSame(mention, $0) } }
    guard mention.isDefinite else { return nil }
    let sentence = words.sentenceOf[mention.head]
    let isOpen = lexicon.pointsBack(words.lower[mention.head])
    let reach = lexicon.head(words.lower[mention.head]) == nil ? Self.shortReach : Self.reach
    return drafts.indices.filter { number in
      guard let last = drafts[number].mentions.last else { return false }
      return sentence - words.sentenceOf[last.head] <= reach
        && (isOpen || drafts[number].kind == mention.kind)
    }.max { (drafts[$0].mentions.last?.head ?? 0) < (drafts[$1].mentions.last?.head ?? 0) }
  }

  /// Whether a phrase with words of its own means a programme that was told of: by the same words, by fewer of them, or
  /// by the same name beside the same noun ("the Tokyo office", "a liaison office in Tokyo").
  private func isSame(_ mention: ProgrammeMention, _ draft: ProgrammeDraft) -> Bool {
    guard mention.kind == draft.kind else { return false }
    let own = Set(words.lower[mention.core])
    let names = names(mention)
    if draft.entity != nil {
      // "the partnership programme" after its full name.
      guard mention.isDefinite, names.isEmpty, let first = draft.mentions.first else {
        return false
      }
      return own.isSubset(of: words.lower[first.core])
    }
    if key(mention) == draft.key { return true }
    return draft.mentions.contains { other in
      guard words.lower[other.head] == words.lower[mention.head] else { return false }
      let others = Set(words.lower[other.core])
      return (own.isSubset(of: others) || others.isSubset(of: own))
        && !names.isDisjoint(with: self.names(other))
    }
  }

  /// The entities that are named in a phrase beside its core.
  private func names(_ mention: ProgrammeMention) -> Set<EntityIndex> {
    Set(
      mention.extent.lazy.filter { !mention.core.contains($0) }
        .compactMap { entities.entity(at: $0) })
  }

  /// The entity that a draft becomes when no name of the text has it; nil when nothing tells it from others of its kind.
  func entity(
    _ draft: ProgrammeDraft, _ index: EntityIndex, parties: [EntityIndex]
  ) -> Entity? {
    let isNamed = draft.mentions.contains(where: \.isNamed)
    guard isNamed || parties.count > 1 else { return nil }
    let best =
      draft.mentions.first { $0.isNamed && $0.full.count > $0.core.count }
      ?? draft.mentions.first { $0.isNamed } ?? draft.mentions[0]
    let name = fullName(draft) ?? words.annotated.text[words.range(nameTokens(best))]
    let sides = parties.prefix(3).map { entities.entities[$0.rawValue].name }.sorted()
    return Entity(
      id: index, name: isNamed ? name : "\(name) (\(sides.joined(separator: ", ")))",
      kind: .programme, mentions: draft.mentions.map { words.range($0.core) })
  }

  /// `Nato liaison office in Tokyo`, where one mention of an office tells whose it is and another where.
  private func fullName(_ draft: ProgrammeDraft) -> String? {
    guard draft.kind == .office,
      let placed = draft.mentions.first(where: { $0.isNamed && $0.full.count > $0.core.count }),
      let owner = draft.mentions.lazy.compactMap(owner).first
    else { return nil }
    let text = words.annotated.text
    return "\(text[words.range(owner)]) \(text[words.range(placed.full)])"
  }

  /// `Nato`, in "Nato's new liaison office" or "a Nato liaison office"; a place is where it is, not whose.
  private func owner(_ mention: ProgrammeMention) -> Range<Int>? {
    let names = (mention.extent.lowerBound..<mention.core.lowerBound)
      .filter { words.nameOf[$0] >= 0 }.map { Int(words.nameOf[$0]) }
    let name = names.first { name in
      guard let entity = entities.entityOfName[name] else { return false }
      return entities.kind(entity) == .organisation
    }
    return name.map { words.names[$0].tokens }
  }

  /// `Tokyo liaison office`: the names right before the core are part of the name.
  private func nameTokens(_ mention: ProgrammeMention) -> Range<Int> {
    var start = mention.core.lowerBound
    guard mention.full.count == mention.core.count else { return mention.full }
    while start > 0, words.nameOf[start - 1] >= 0,
      words.sentenceOf[start - 1] == words.sentenceOf[start]
    { start -= 1 }
    return start..<mention.full.upperBound
  }

  /// Whether a verb or noun says outright that somebody is for or against it.
  func isTakenSidesOn(_ draft: ProgrammeDraft) -> Bool {
    let rules = ProgrammeStanceRules(words: words, syntax: syntax)
    return draft.mentions.contains { mention in
      rules.findings(mention.core.upperBound - 1).contains { $0.polarity != .neutral }
    }
  }

  // MARK: What is told of it

  /// The programme, if a sentence tells its stage.
  func programme(_ draft: ProgrammeDraft, _ entity: EntityIndex) -> Programme? {
    var found = Findings()
    let stages = ProgrammeStages(words: words, syntax: syntax)
    for mention in draft.mentions {
      let sentence = words.range(words.sentence(of: mention.head))
      let chain = chain(from: mention.head)
      let stage = stages.stage(mention)
      if let stage {
        found.stage = found.stage ?? stage
        found.evidence.append(sentence)
      }
      let isContested = isContested(mention)
      let sides = isContested ? [] : parties(mention, chain)
      for party in sides where party != entity && !found.parties.contains(party) {
        found.parties.append(party)
      }
      found.terms += terms(mention)
      if isContested { found.stickingPoints.append(sentence) }
      if isPending(mention, chain) { found.nextSteps.append(sentence) }
    }
    guard let stage = found.stage ?? implied(draft),
      let evidence = NonEmpty(
        unique(found.evidence.isEmpty ? [firstSentence(draft)] : found.evidence))
    else { return nil }
    return Programme(
      entity: entity, stage: stage, parties: Array(found.parties.prefix(8)), evidence: evidence,
      terms: unique(found.terms), stickingPoints: unique(found.stickingPoints),
      nextSteps: unique(found.nextSteps))
  }

  private struct Findings {
    var stage: String?
    var evidence: [ByteRange] = []
    var parties: [EntityIndex] = []
    var terms: [ByteRange] = []
    var stickingPoints: [ByteRange] = []
    var nextSteps: [ByteRange] = []
  }

  private func firstSentence(_ draft: ProgrammeDraft) -> ByteRange {
    words.range(words.sentence(of: draft.mentions[0].head))
  }

  private func unique(_ ranges: [ByteRange]) -> [ByteRange] {
    var seen: Set<ByteRange> = []
    return ranges.filter { seen.insert($0).inserted }
  }

  /// Talks are under negotiation by being held, where they are not only possible; "after talks with Quill" tells of a meeting.
  private func implied(_ draft: ProgrammeDraft) -> String? {
    let stages = ProgrammeStages(words: words, syntax: syntax)
    let isReal = draft.mentions.contains { mention in
      let above = chain(from: mention.head).prefix(Self.uncertainSteps)
      return areHeld(mention.head) && !above.contains(where: stages.isUncertain)
    }
    return draft.kind == .negotiation && isReal ? "under negotiation" : nil
  }

  /// Whether talks are what a verb is about, or what somebody is in.
  private func areHeld(_ head: Int) -> Bool {
    switch syntax.dependencies[head] {
    case "dobj", "nsubj", "nsubjpass", "attr": return true
    case "pobj":
      let preposition = syntax.heads[head]
      return words.lower[preposition] == "in" && preposition + 1 == head
    default: return false
    }
  }

  /// A "could" or "not" further up the tree than this says nothing of the mention.
  private static let uncertainSteps = 3
}
