import NewsModel

extension SpeakerResolver {
  // MARK: Institutions

  /// `the ministry`, `the company`: the one that was named so before, else the one that is talked of.
  mutating func institution(_ noun: String, _ source: Range<Int>) -> EntityIndex? {
    if let known = institutions[noun] { return known }
    let sentence = Int(words.sentenceOf[source.lowerBound])
    let found =
      noun == "ministry" || noun == "government"
      ? governmentBefore(sentence) : bodyNamed(noun, before: source.lowerBound)
    if let found { institutions[noun] = found }
    return found
  }

  /// The government that the sentence before is about.
  private func governmentBefore(_ sentence: Int) -> EntityIndex? {
    guard let before = sentencesBack(from: sentence, count: 2).dropFirst().first,
      let subject = firstEntity(in: words.sentences[before]), entities.kind(subject) == .government
    else { return nil }
    return subject
  }

  /// The organisation whose name or description has the noun, else the one that speaks or acts right before.
  private func bodyNamed(_ noun: String, before token: Int) -> EntityIndex? {
    guard lexicon.has(noun, .body) else { return nil }
    if let holder = roles.body(called: noun, before: token) { return holder }
    let sentence = Int(words.sentenceOf[token])
    for number in sentencesBack(from: sentence, count: 3) {
      let range = words.sentences[number].clamped(to: 0..<token)
      let named = range.prefix(Self.reach).filter { !words.isDateline($0) }
        .compactMap { entities.entity(at: $0) }
      let found = Set(named.filter { isBody($0) && !isOutlet($0) })
      if found.count == 1 { return found.first }
      if let subject = subject(ofSentence: number, before: token), found.contains(subject) {
        return subject
      }
      if !found.isEmpty { return nil }
    }
    return nil
  }

  private func isBody(_ entity: EntityIndex) -> Bool { entities.kind(entity) == .organisation }

  // MARK: Subjects

  /// A pronoun does not point back over more tokens than this.
  static let reach = 300

  /// A person named within so many tokens of the start of a sentence is what it is about.
  private static let subjectReach = 6

  /// A sentence and those before it, captions left out, at most so many.
  func sentencesBack(from sentence: Int, count: Int) -> [Int] {
    let isInCaption = words.isCaption(words.sentences[sentence].lowerBound)
    return Array(
      stride(from: sentence, through: max(0, sentence - count - Self.captionReach), by: -1)
        .lazy.filter { number in
          number == sentence || isInCaption
            || !words.isCaption(words.sentences[number].lowerBound)
        }.prefix(count))
  }

  /// So many sentences of captions are passed over.
  private static let captionReach = 6

  /// The first entity at the head of a sentence.
  func firstEntity(in sentence: Range<Int>) -> EntityIndex? {
    for token in sentence.prefix(4) {
      if let entity = entities.entity(at: token) { return entity }
    }
    return nil
  }

  /// The entity that is the subject of a sentence's main verb, by the tree.
  func subject(ofSentence number: Int, before token: Int) -> EntityIndex? {
    guard let subject = words.trees?.subject(ofSentence: number), subject < token else {
      return nil
    }
    return entities.entity(at: subject)
  }

  // MARK: Persons by what they are

  /// `the scientist`, `the Brazilian driver`: who spoke or was the subject a moment ago, when nobody else was named since.
  func lastPerson(before source: Range<Int>) -> EntityIndex? {
    let token = source.lowerBound
    let first = max(0, Int(words.sentenceOf[token]) - Self.sentencesBack)
    let start = max(words.sentences[first].lowerBound, token - Self.reach)
    // Who spoke counts from there on; else all who are named.
    let spoke = recent.person.map { words.sentence(of: $0.token).lowerBound } ?? 0
    let isInCaption = words.isCaption(token)
    let named = (max(start, spoke)..<token).compactMap { at -> EntityIndex? in
      guard let entity = entities.entity(at: at), entities.kind(entity) == .person,
        isInCaption || !words.isCaption(at)
      else {
        return nil
      }
      return entity
    }
    guard let person = named.first, named.allSatisfy({ $0 == person }) else { return nil }
    let noun = words.lower[SourceReading(source, words).noun]
    let own = entities.pronouns[person.rawValue]
    if lexicon.has(noun, .female), own == .he { return nil }
    if lexicon.has(noun, .male), own == .she { return nil }
    return person
  }

  /// "The scientist" points back over so many sentences.
  private static let sentencesBack = 4

  /// Whether a noun is of one person.
  func isSinglePerson(_ noun: Int) -> Bool {
    guard words.has(noun, .role) || isPerson(noun), !words.has(noun, .crowd) else { return false }
    return words.trees.map { !$0.isPlural(noun) } ?? !words.lower[noun].hasSuffix("s")
  }

  // MARK: Pronouns

  mutating func pronoun(_ token: Int) -> ResolvedSpeaker {
    switch words.word(token) {
    case "he", "his", "him": return person(.he, token)
    case "she", "her": return person(.she, token)
    case "it", "its": return collective(token)
    case "they", "their": return several(token)
    case "who", "which", "that": return antecedent(token)
    default:
      let isSome = words.has(token, .crowd) || lexicon.has(words.lower[token], .oneOf)
      return ResolvedSpeaker(entity: nil, footing: isSome ? .role : .unstated)
    }
  }

  private func person(_ pronoun: PersonPronoun, _ token: Int) -> ResolvedSpeaker {
    if let unnamed = recent.unnamed, speaksOn(unnamed.token, token) { return unnamed.speaker }
    let entity = precedingPerson(pronoun, token)
    return ResolvedSpeaker(entity: entity, footing: entity == nil ? .unstated : .named)
  }

  /// Whether a spokesman without a name is who "he" is: nobody else was talked of since.
  private func speaksOn(_ spoke: Int, _ token: Int) -> Bool {
    guard words.sentenceOf[token] - words.sentenceOf[spoke] <= 3, spoke < token,
      token - spoke < Self.reach, (recent.person?.token ?? -1) < spoke
    else { return false }
    let start = words.sentence(of: spoke).lowerBound
    return !(start..<token).contains { at in
      entities.entity(at: at).map { entities.kind($0) == .person } ?? false
    }
  }

  /// The person that the sentence or one of the three before it is about, else who spoke last.
  private func precedingPerson(_ pronoun: PersonPronoun, _ token: Int) -> EntityIndex? {
    func fits(_ entity: EntityIndex) -> Bool {
      guard entities.kind(entity) == .person else { return false }
      let own = entities.pronouns[entity.rawValue]
      return own == nil || own == pronoun
    }
    let number = Int(words.sentenceOf[token])
    for sentence in sentencesBack(from: number, count: 4) {
      let range = words.sentences[sentence].clamped(to: max(0, token - Self.reach)..<token)
      if sentence != number, isHeading(words.sentences[sentence]) { continue }
      if let subject = subject(ofSentence: sentence, before: token), fits(subject) {
        return subject
      }
      if let last = recent.person, fits(last.entity), range.contains(last.token) {
        return last.entity
      }
      if let found = candidate(in: range, from: sentence, pronoun, fits) { return found }
      // "The minister went on. He said ...": the minister, or nobody when it is not told who that is.
      if let phrase = roles.subjectPhrase(of: words.sentences[sentence]),
        phrase.upperBound <= token
      {
        return roles.holder(of: phrase).flatMap { fits($0) ? $0 : nil }
      }
    }
    if let last = recent.person, fits(last.entity),
      number - Int(words.sentenceOf[last.token]) < 8
    {
      return last.entity
    }
    return nil
  }

  /// Whether a sentence is a paragraph of its own that no stop ends: a heading or a caption.
  private func isHeading(_ sentence: Range<Int>) -> Bool {
    guard words.startsParagraph(sentence.lowerBound), sentence.upperBound < words.count,
      words.startsParagraph(sentence.upperBound)
    else { return false }
    return !words.has(sentence.upperBound - 1, [.stop, .quoteMark])
  }

  /// A person at the head of the sentence, or whose pronoun is known to be this one.
  private func candidate(
    in range: Range<Int>, from sentence: Int, _ pronoun: PersonPronoun,
    _ fits: (EntityIndex) -> Bool
  ) -> EntityIndex? {
    for candidate in range {
      guard let entity = entities.entity(at: candidate), fits(entity),
        words.word(candidate - 1) != "/"  // A photographer and his agency.
      else { continue }
      let isSubject = candidate - words.sentences[sentence].lowerBound < Self.subjectReach
      if isSubject || entities.pronouns[entity.rawValue] == pronoun { return entity }
    }
    return nil
  }

  /// `it`: the organisation or government that spoke last, or that the sentence before starts with.
  private func collective(_ token: Int) -> ResolvedSpeaker {
    let number = Int(words.sentenceOf[token])
    for sentence in sentencesBack(from: number, count: 2) {
      let range = words.sentences[sentence].clamped(to: 0..<token)
      let subject = firstEntity(in: range) ?? subject(ofSentence: sentence, before: token)
      if let subject, isOrganised(entities.kind(subject)) || entities.kind(subject) == .group {
        return ResolvedSpeaker(entity: subject, footing: footing(of: subject, near: token))
      }
    }
    guard let last = recent.collective, number - Int(words.sentenceOf[last.token]) < 4 else {
      return .unknown
    }
    return ResolvedSpeaker(entity: last.entity, footing: recent.collectiveFooting)
  }

  /// A ministry that spoke right before speaks on as a ministry, not as its country.
  private func footing(of entity: EntityIndex, near token: Int) -> Footing {
    guard let last = recent.collective, last.entity == entity,
      words.sentenceOf[token] - words.sentenceOf[last.token] <= 1,
      recent.collectiveFooting == .role
    else { return .named }
    return .role
  }

  /// `they`: an organisation that the sentence before is about, or several without a name.
  private func several(_ token: Int) -> ResolvedSpeaker {
    let number = Int(words.sentenceOf[token])
    // "Doctors said they expect": those who spoke a moment ago.
    if let unnamed = recent.unnamed, words.sentenceOf[unnamed.token] == words.sentenceOf[token] {
      return unnamed.speaker
    }
    for sentence in sentencesBack(from: number, count: 2) {
      if let subject = subject(ofSentence: sentence, before: token), isBody(subject) {
        return ResolvedSpeaker(entity: subject, footing: .named)
      }
      if let noun = words.trees?.subject(ofSentence: sentence), noun < token {
        let isSomebody = words.has(noun, .role) || isPerson(noun)
        return ResolvedSpeaker(entity: nil, footing: isSomebody ? .role : .unstated)
      }
    }
    return .unknown
  }

  /// `France, which fears`; `officials who say`: the phrase right before.
  private mutating func antecedent(_ token: Int) -> ResolvedSpeaker {
    let before = words.word(token - 1) == "," ? token - 2 : token - 1
    guard before >= 0 else { return .unknown }
    if let entity = entities.entity(at: before) {
      return ResolvedSpeaker(entity: entity, footing: .named)
    }
    guard words.has(before, .role) || isPerson(before) else { return .unknown }
    let floor = max(words.sentence(of: token).lowerBound, before - 4)
    let name = (floor..<before).last { entities.entity(at: $0) != nil }
    guard let name, name == before - 1 || words.word(before - 1) == "'s" else {
      return ResolvedSpeaker(entity: nil, footing: .role)
    }
    return named(name, SourceReading(name..<before + 1, words), name..<before + 1)
  }
}
