import NewsModel

/// Who speaks in a statement and on what footing.
struct ResolvedSpeaker {
  var entity: EntityIndex?
  var footing: Footing
}

/// Finds the entity that a source phrase means: by its name, by the name behind a role, by reference.
///
/// Statements must be given in order, since "he" and "the ministry" point back. Where the text leaves a doubt
/// no entity is given: a statement under the wrong name is worse than one without.
struct SpeakerResolver {
  let words: ArticleWords
  let entities: EntityTable
  private let roles: RoleHolders

  /// A pronoun does not point back over more tokens than this.
  private static let reach = 300

  /// A person named within so many tokens of the start of a sentence is what it is about.
  private static let subjectReach = 6

  private var previous: ResolvedSpeaker?
  private var lastPerson: EntityIndex?
  private var lastPersonAt = 0
  private var lastCollective: EntityIndex?
  private var lastCollectiveAt = 0
  private var institutions: [String: EntityIndex] = [:]

  init(words: ArticleWords, entities: EntityTable) {
    self.words = words
    self.entities = entities
    roles = RoleHolders(words: words, entities: entities)
  }

  /// Resolves the source of the next statement.
  mutating func resolve(_ draft: StatementDraft) -> ResolvedSpeaker {
    guard let source = draft.source else {
      let known = draft.followsPrevious ? previous : nil
      return known ?? ResolvedSpeaker(entity: nil, footing: .unstated)
    }
    var speaker = read(source)
    if isAnonymous(source, draft) { speaker.footing = .anonymous }
    if let entity = speaker.entity { remember(entity, at: source.lowerBound) }
    previous = speaker
    return speaker
  }

  private mutating func remember(_ entity: EntityIndex, at token: Int) {
    if entities.kind(entity) == .person {
      lastPerson = entity
      lastPersonAt = token
    } else {
      lastCollective = entity
      lastCollectiveAt = token
    }
  }

  private mutating func read(_ source: Range<Int>) -> ResolvedSpeaker {
    let reading = SourceReading(source, words)
    if source.count == 1, words.has(source.lowerBound, [.pronoun, .relative]) {
      return pronoun(source.lowerBound)
    }
    if let name = lastName(in: reading.head) { return named(name, reading, source) }
    return unnamed(reading, source)
  }

  /// The last token of the head that belongs to a name.
  private func lastName(in head: Range<Int>) -> Int? {
    head.last { words.nameOf[$0] >= 0 && entities.entity(at: $0) != nil }
  }

  // MARK: With a name in the head

  private mutating func named(
    _ token: Int, _ reading: SourceReading, _ source: Range<Int>
  ) -> ResolvedSpeaker {
    let entity = entities.entity(at: token).map(government)
    if token == reading.noun || words.word(token + 1) == ")" {
      let isOutlet = reading.head.contains { words.has($0, .outlet) && words.nameOf[$0] >= 0 }
      return ResolvedSpeaker(entity: entity, footing: isOutlet ? .outlet : .named)
    }
    let isCollective = entity.map { isOrganised(entities.kind($0)) } ?? false
    if words.has(reading.noun, .document) {
      return ResolvedSpeaker(entity: isCollective ? entity : nil, footing: .document)
    }
    guard words.has(reading.noun, [.role, .institution, .crowd]) else {
      return ResolvedSpeaker(entity: nil, footing: .unstated)
    }
    let speaks = isCollective && !words.has(reading.noun, .crowd)
    if speaks, words.has(reading.noun, .institution), let entity {
      institutions[words.lower[reading.noun]] = entity
    }
    return ResolvedSpeaker(entity: speaks ? entity : nil, footing: .role)
  }

  /// `Seoul said`: a capital that speaks is its government, when the article names the country.
  private func government(_ entity: EntityIndex) -> EntityIndex {
    guard entities.kind(entity) == .place, let code = entities.entities[entity.rawValue].country
    else { return entity }
    return entities.countries[code] ?? entity
  }

  private func isOrganised(_ kind: EntityKind) -> Bool {
    kind == .organisation || kind == .government
  }

  // MARK: Without a name in the head

  private mutating func unnamed(
    _ reading: SourceReading, _ source: Range<Int>
  ) -> ResolvedSpeaker {
    let noun = words.lower[reading.noun]
    if words.has(reading.noun, .document) {
      return ResolvedSpeaker(entity: nil, footing: .document)
    }
    if words.has(reading.noun, .institution), words.word(source.lowerBound) == "the" {
      return ResolvedSpeaker(entity: institution(noun, source), footing: .role)
    }
    if words.has(reading.noun, .role), let holder = roles.holder(of: reading.head) {
      return ResolvedSpeaker(entity: holder, footing: .named)
    }
    if words.has(reading.noun, [.role, .crowd, .institution]) {
      return ResolvedSpeaker(entity: represented(reading, source), footing: .role)
    }
    return ResolvedSpeaker(entity: nil, footing: .unstated)
  }

  /// `the ministry`: the one that was named before, else the government that the sentence before is about.
  private mutating func institution(_ noun: String, _ source: Range<Int>) -> EntityIndex? {
    if let known = institutions[noun] { return known }
    guard noun == "ministry" || noun == "government" else { return nil }
    let sentence = Int(words.sentenceOf[source.lowerBound])
    guard sentence > 0, let subject = firstEntity(in: words.sentences[sentence - 1]),
      entities.kind(subject) == .government
    else { return nil }
    institutions[noun] = subject
    return subject
  }

  private func firstEntity(in sentence: Range<Int>) -> EntityIndex? {
    for token in sentence.prefix(4) {
      if let entity = entities.entity(at: token) { return entity }
    }
    return nil
  }

  /// `a spokesman for the ministry of X`: the organisation or government after "for" or "of".
  private func represented(_ reading: SourceReading, _ source: Range<Int>) -> EntityIndex? {
    let next = reading.head.upperBound
    guard next < source.upperBound, ["for", "at", "from", "with", "of"].contains(words.word(next))
    else { return nil }
    for token in next + 1..<min(next + 4, source.upperBound) {
      guard let entity = entities.entity(at: token) else { continue }
      return isOrganised(entities.kind(entity)) ? entity : nil
    }
    return nil
  }

  // MARK: Pronouns

  private func pronoun(_ token: Int) -> ResolvedSpeaker {
    switch words.word(token) {
    case "he": return person(.he, token)
    case "she": return person(.she, token)
    case "it": return collective(token)
    case "who", "which": return antecedent(token)
    default:
      let footing: Footing = words.has(token, .crowd) ? .role : .unstated
      return ResolvedSpeaker(entity: nil, footing: footing)
    }
  }

  private func person(_ pronoun: PersonPronoun, _ token: Int) -> ResolvedSpeaker {
    let entity = precedingPerson(pronoun, token)
    return ResolvedSpeaker(entity: entity, footing: entity == nil ? .unstated : .named)
  }

  /// The person that the sentence or one of the three before it is about, else who spoke last.
  private func precedingPerson(_ pronoun: PersonPronoun, _ token: Int) -> EntityIndex? {
    func fits(_ entity: EntityIndex) -> Bool {
      guard entities.kind(entity) == .person else { return false }
      let own = entities.pronouns[entity.rawValue]
      return own == nil || own == pronoun
    }
    let number = Int(words.sentenceOf[token])
    for sentence in stride(from: number, through: max(0, number - 3), by: -1) {
      let range = words.sentences[sentence].clamped(to: max(0, token - Self.reach)..<token)
      if let lastPerson, fits(lastPerson), range.contains(lastPersonAt) { return lastPerson }
      for candidate in range {
        guard let entity = entities.entity(at: candidate), fits(entity) else { continue }
        let isSubject = candidate - words.sentences[sentence].lowerBound < Self.subjectReach
        if isSubject || entities.pronouns[entity.rawValue] == pronoun { return entity }
      }
      // "The minister went on. He said ...": the minister, or nobody when it is not told who that is.
      if let phrase = roles.subjectPhrase(of: words.sentences[sentence]),
        phrase.upperBound <= token
      {
        return roles.holder(of: phrase).flatMap { fits($0) ? $0 : nil }
      }
    }
    if let lastPerson, fits(lastPerson), number - Int(words.sentenceOf[lastPersonAt]) < 8 {
      return lastPerson
    }
    return nil
  }

  /// `it`: the organisation or government that spoke last, or that the sentence before starts with.
  private func collective(_ token: Int) -> ResolvedSpeaker {
    let number = Int(words.sentenceOf[token])
    for sentence in [number, number - 1] where sentence >= 0 {
      let range = words.sentences[sentence].clamped(to: 0..<token)
      if let subject = firstEntity(in: range), isOrganised(entities.kind(subject)) {
        return ResolvedSpeaker(entity: subject, footing: .named)
      }
    }
    guard let lastCollective, number - Int(words.sentenceOf[lastCollectiveAt]) < 4 else {
      return ResolvedSpeaker(entity: nil, footing: .unstated)
    }
    return ResolvedSpeaker(entity: lastCollective, footing: .named)
  }

  /// `France, which fears`: the name right before.
  private func antecedent(_ token: Int) -> ResolvedSpeaker {
    let before = words.word(token - 1) == "," ? token - 2 : token - 1
    let entity = before >= 0 ? entities.entity(at: before) : nil
    return ResolvedSpeaker(entity: entity, footing: entity == nil ? .unstated : .named)
  }

  // MARK: Anonymity

  private func isAnonymous(_ source: Range<Int>, _ draft: StatementDraft) -> Bool {
    let start = draft.cue?.lowerBound ?? source.lowerBound
    let end = words.sentence(of: start).upperBound
    let stretch = source.lowerBound..<max(source.upperBound, min(end, start + 24))
    return stretch.contains { Self.anonymous.contains(words.lower[$0]) }
      || stretch.contains { isUnnamed($0) }
  }

  private static let anonymous: Set<String> = ["anonymity", "anonymously", "unnamed"]

  /// `declined to be named`, `not authorised to speak`.
  private func isUnnamed(_ token: Int) -> Bool {
    switch words.lower[token] {
    case "named", "identified", "quoted":
      return words.word(token - 1) == "be" && words.has(token - 2, .negation)
        || words.word(token - 1) == "be" && words.word(token - 2) == "to"
          && ["declined", "refused", "asked", "not"].contains(words.word(token - 3))
    case "authorised", "authorized":
      return words.has(token - 1, .negation)
    default: return false
    }
  }
}
