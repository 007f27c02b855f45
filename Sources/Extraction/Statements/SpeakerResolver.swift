import NewsModel

/// Who speaks in a statement and on what footing.
struct ResolvedSpeaker: Equatable {
  var entity: EntityIndex?
  var footing: Footing

  /// Nobody of whom the text lets us know.
  static let unknown = ResolvedSpeaker(entity: nil, footing: .unstated)
}

/// Finds the entity that a source phrase means: by its name, by the name behind a role, by reference.
///
/// Statements must be given in order, since "he" and "the ministry" point back. Where the text leaves a doubt
/// no entity is given: a statement under the wrong name is worse than one without. An unnamed official, spokesman or
/// ministry speaks for the government or organisation that is named beside, on the footing of a role.
struct SpeakerResolver {
  let words: ArticleWords
  let entities: EntityTable
  let roles: RoleHolders
  let lexicon = SpeakerLexicon.english

  private var previous: ResolvedSpeaker?
  /// Who spoke last, by kind of speaker.
  var recent = RecentSpeakers()
  /// The government or organisation that "the ministry" or "the company" means, by the noun.
  var institutions: [String: EntityIndex] = [:]

  init(words: ArticleWords, entities: EntityTable) {
    self.words = words
    self.entities = entities
    roles = RoleHolders(words: words, entities: entities)
  }

  /// Resolves the source of the next statement.
  mutating func resolve(_ draft: StatementDraft) -> ResolvedSpeaker {
    guard let source = draft.source else {
      let known = draft.followsPrevious ? previous : nil
      return known ?? .unknown
    }
    var speaker = read(source)
    if Anonymity(words: words).isGranted(source, draft) { speaker.footing = .anonymous }
    if speaker.footing == .named, speaksThroughDocument(speaker, draft) {
      speaker.footing = .document
    }
    remember(speaker, source)
    previous = speaker
    return speaker
  }

  private mutating func remember(_ speaker: ResolvedSpeaker, _ source: Range<Int>) {
    let noun = SourceReading(source, words).noun
    let isPerson = speaker.entity.map { entities.kind($0) == .person } ?? false
    if isPerson, let entity = speaker.entity {
      recent.person = RecentSpeakers.Mention(entity: entity, token: source.lowerBound)
    } else if let entity = speaker.entity {
      recent.collective = RecentSpeakers.Mention(entity: entity, token: source.lowerBound)
      recent.collectiveFooting = speaker.footing
    }
    let isSomebody = words.has(noun, .role) || lexicon.has(words.lower[noun], .person)
    if !isPerson, isSomebody, speaker.footing == .role || speaker.footing == .anonymous {
      recent.unnamed = (speaker, source.lowerBound)
    }
  }

  private mutating func read(_ source: Range<Int>) -> ResolvedSpeaker {
    let reading = SourceReading(source, words)
    if source.count == 1,
      words.has(source.lowerBound, [.pronoun, .relative, .possessive])
        || words.lower[source.lowerBound] == "him"
    {
      return pronoun(source.lowerBound)
    }
    if let person = officer(in: source) {
      return ResolvedSpeaker(entity: person, footing: .named)
    }
    if let name = lastName(in: reading.head) { return named(name, reading, source) }
    return unnamed(reading, source)
  }

  /// `Secretary of State Erik Holm`: the person behind an office and what it is over.
  private func officer(in source: Range<Int>) -> EntityIndex? {
    let cut = source.dropFirst().prefix(Self.officeReach).first {
      ["of", "for"].contains(words.word($0))
    }
    guard let cut else { return nil }
    let office = cut - 1
    // "Joint Chiefs of Staff Chairman Erik Holm" is Holm, "the wife of President Erik Holm" is not.
    let isBody = words.nameOf[office] >= 0 && !words.has(office, .title)
    guard isBody || Self.offices.contains(words.lower[office]) else { return nil }
    for token in source where token > office + 2 && !words.has(token, .title) {
      if [",", "'s", "’s"].contains(words.word(token)) { return nil }
      guard let entity = entities.entity(at: token), entities.kind(entity) == .person,
        isBody
          ? words.has(token - 1, [.title, .role])
          : !words.has(token - 1, [.title, .preposition, .coordinator])
      else { continue }
      return entity
    }
    return nil
  }

  private static let officeReach = 5
  private static let offices: Set<String> = ["secretary", "minister", "undersecretary", "director"]

  /// The last token of the head that belongs to a name.
  private func lastName(in head: Range<Int>) -> Int? {
    // "The Oslo-based firm" is not Oslo.
    head.last {
      words.nameOf[$0] >= 0 && entities.entity(at: $0) != nil
        && !(words.word($0 + 1) == "-" && words.isGlued($0 + 1))
    }
  }

  // MARK: With a name in the head

  mutating func named(
    _ token: Int, _ reading: SourceReading, _ source: Range<Int>
  ) -> ResolvedSpeaker {
    let entity = entities.entity(at: token).map(entities.actor)
    if token == reading.noun || words.word(token + 1) == ")" || isGenitiveMark(reading.noun) {
      return ResolvedSpeaker(entity: entity, footing: isOutlet(entity) ? .outlet : .named)
    }
    let isCollective = entity.map { isOrganised(entities.kind($0)) } ?? false
    if isOutletNoun(reading.noun), token < reading.noun, !words.has(token + 1, .preposition) {
      return ResolvedSpeaker(entity: entity, footing: .outlet)
    }
    if isDocument(reading.noun) {
      return ResolvedSpeaker(entity: isCollective ? entity : nil, footing: .document)
    }
    guard words.has(reading.noun, [.role, .institution, .crowd]) || isPerson(reading.noun) else {
      return .unknown
    }
    if let person = appositive(in: source) { return person }
    if isCitizen(reading.noun, of: entity), words.word(source.lowerBound) == "the",
      isSinglePerson(reading.noun), let person = lastPerson(before: source)
    {
      return ResolvedSpeaker(entity: person, footing: .named)
    }
    let speaks =
      isCollective && !words.has(reading.noun, .crowd) && !isCitizen(reading.noun, of: entity)
    if speaks, words.has(reading.noun, .institution), let entity {
      institutions[words.lower[reading.noun]] = entity
    }
    return ResolvedSpeaker(entity: speaks ? entity : nil, footing: .role)
  }

  private func isGenitiveMark(_ token: Int) -> Bool {
    ["'s", "’s", "'", "’"].contains(words.word(token))
  }

  func isOrganised(_ kind: EntityKind) -> Bool { kind == .organisation || kind == .government }

  /// Whether one of the words of its name is that of a paper, agency or broadcaster.
  func isOutlet(_ entity: EntityIndex?) -> Bool {
    guard let entity, entities.kind(entity) != .person, entities.kind(entity) != .government else {
      return false
    }
    return entities.entities[entity.rawValue].name.lowercased().split(separator: " ").contains {
      lexicon.has(String($0), .outlet)
    }
  }

  // MARK: Kinds of nouns

  func isPerson(_ token: Int) -> Bool {
    words.has(token, .kin) || lexicon.has(words.lower[token], [.person, .citizen])
  }

  /// Whether a noun is that of a paper, an agency or a broadcaster: `the Kyodo news agency`.
  private func isOutletNoun(_ token: Int) -> Bool {
    guard words.nameOf[token] < 0 else { return false }
    let word = words.lower[token]
    return Self.outletNouns.contains(word) || word == "agency" && words.word(token - 1) == "news"
      || word == "service" && ["news", "wire"].contains(words.word(token - 1))
  }

  private static let outletNouns: Set<String> = [
    "newspaper", "daily", "weekly", "broadcaster", "tabloid", "magazine", "broadsheet", "website",
    "newswire",
  ]

  /// Whether a noun is that of a private person, whose country does not speak through her: `the Brazilian driver`.
  private func isCitizen(_ noun: Int, of entity: EntityIndex?) -> Bool {
    guard let entity, entities.kind(entity) == .government else { return false }
    return lexicon.has(words.lower[noun], .citizen) || isPerson(noun)
  }

  private func isDocument(_ token: Int) -> Bool {
    words.has(token, .document) && !words.has(token, .institution)
      || lexicon.has(words.lower[token], .document)
  }

  // MARK: Without a name in the head

  private mutating func unnamed(
    _ reading: SourceReading, _ source: Range<Int>
  ) -> ResolvedSpeaker {
    let noun = words.lower[reading.noun]
    let represented = represented(reading, source)
    if isDocument(reading.noun) {
      return ResolvedSpeaker(entity: represented, footing: .document)
    }
    if let person = appositive(in: source) { return person }
    if isGenitiveMark(reading.noun - 1), let owner = bodyOwner(reading) {
      return ResolvedSpeaker(entity: owner, footing: .role)
    }
    let isBody = words.has(reading.noun, .institution) || lexicon.has(noun, .body)
    if isBody, words.word(source.lowerBound) == "the" {
      return ResolvedSpeaker(
        entity: represented ?? institution(noun, source), footing: .role)
    }
    if words.has(reading.noun, .role), let holder = roles.holder(of: reading.head) {
      return ResolvedSpeaker(entity: holder, footing: .named)
    }
    if words.word(source.lowerBound) == "the", isSinglePerson(reading.noun) {
      // "One driver said ... The driver said": whoever had no name has none now.
      if let unnamed = recent.unnamed, unnamed.token > recent.person?.token ?? -1 {
        return unnamed.speaker
      }
      if let person = lastPerson(before: source) {
        return ResolvedSpeaker(entity: person, footing: .named)
      }
    }
    if words.has(reading.noun, [.role, .crowd, .institution]) || isPerson(reading.noun) || isBody {
      return ResolvedSpeaker(entity: represented, footing: .role)
    }
    let isSome = source.count <= 2 && lexicon.has(words.lower[source.lowerBound], .oneOf)
    return isSome ? ResolvedSpeaker(entity: nil, footing: .role) : .unknown
  }

  /// `the ministry's spokesman`: the body that is named by its noun alone.
  private mutating func bodyOwner(_ reading: SourceReading) -> EntityIndex? {
    let owner = reading.noun - 2
    guard owner >= reading.head.lowerBound else { return nil }
    let isBody = words.has(owner, .institution) || lexicon.has(words.lower[owner], .body)
    return isBody ? institution(words.lower[owner], owner..<owner + 1) : nil
  }

  /// `his brother, Erik Holm,`: the person named beside an unnamed one.
  private func appositive(in source: Range<Int>) -> ResolvedSpeaker? {
    for token in source.dropFirst() where words.word(token - 1) == "," {
      guard let entity = entities.entity(at: token), entities.kind(entity) == .person else {
        continue
      }
      return ResolvedSpeaker(entity: entity, footing: .named)
    }
    return nil
  }

  /// `a spokesman for the ministry of X`: the organisation or government after "for" or "of".
  private func represented(_ reading: SourceReading, _ source: Range<Int>) -> EntityIndex? {
    let next = reading.head.upperBound
    guard next < source.upperBound, ["for", "at", "from", "with", "of"].contains(words.word(next))
    else { return nil }
    for token in next + 1..<min(next + 5, source.upperBound) {
      guard let entity = entities.entity(at: token) else { continue }
      return isOrganised(entities.kind(entity)) ? entity : nil
    }
    return nil
  }

  // MARK: Documents

  /// `In the alliance's new concept, it accused ...`: the words are a paper's.
  private func speaksThroughDocument(_ speaker: ResolvedSpeaker, _ draft: StatementDraft) -> Bool {
    guard let entity = speaker.entity, entities.kind(entity) != .person, let cue = draft.cue else {
      return false
    }
    return DocumentAside(words: words).noun(before: cue.lowerBound) != nil
  }
}
