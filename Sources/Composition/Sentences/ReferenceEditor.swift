import Linguistics
import NewsModel
import Primitives

/// Puts names in for pronouns and roles that would not be understood alone.
struct ReferenceEditor {
  let references: ReferenceIndex

  /// The edits; nil when a word refers to something outside the sentence that is not known.
  ///
  /// `adverb` is ", however," right behind the subject, to be dropped with it.
  func edits(_ words: [Word], adverb: ByteRange?) -> [SentenceEdit]? {
    var walk = ReferenceWalk(references: references, words: words, adverb: adverb)
    for index in words.indices {
      guard walk.read(index) else { return nil }
    }
    return walk.edits
  }
}

/// Reads a sentence word by word and remembers who and what has been named.
private struct ReferenceWalk {
  let references: ReferenceIndex
  let words: [Word]
  let adverb: ByteRange?
  private(set) var edits: [SentenceEdit] = []
  private var named: Set<EntityIndex> = []
  /// Of the persons named so far: whether one may be a man, or a woman.
  private var hasMan = false
  private var hasWoman = false
  private var skipUntil = 0

  init(references: ReferenceIndex, words: [Word], adverb: ByteRange?) {
    self.references = references
    self.words = words
    self.adverb = adverb
  }

  /// Reads the next word; false when it leaves the reader in the dark.
  mutating func read(_ index: Int) -> Bool {
    let word = words[index]
    if word.range.start < skipUntil { return true }
    if word.isQuoted { return isClearInQuotation(index) }
    if Pronouns.firstPersons.contains(word.lower) || Pronouns.contractions.contains(word.lower) {
      return false
    }
    if Pronouns.all.contains(word.lower) { return readPronoun(index) }
    if let mention = references.mention(at: word.range.start) {
      guard !isOfficeOfAnother(mention) else { return false }
      readMention(mention, isFirst: index == 0)
      return true
    }
    if index == 0, word.lower == "the", DefinitePhrase.isAnaphoric(words) { return false }
    if word.isCapitalised, index > 0, canBePerson(index) { notePerson(nil) }
    return true
  }

  /// Notes that somebody was named; who is not known may be a man or a woman.
  private mutating func notePerson(_ entity: EntityIndex?) {
    let gender = entity.flatMap(references.gender)
    hasMan = hasMan || gender != .she
    hasWoman = hasWoman || gender != .he
  }

  private mutating func readPronoun(_ index: Int) -> Bool {
    let word = words[index]
    let mention = references.mention(at: word.range.start)
    let entity = mention.flatMap { $0.range == word.range ? $0.entity : nil }
    if let entity, named.contains(entity) { return true }
    if index > 0, !speaks(index), isBoundInside(index) { return true }
    if index == 0, DefinitePhrase.isImpersonal(words) { return true }
    guard let entity, !isPluralBefore(index, of: entity),
      let name = name(entity, for: word.lower, atStart: index == 0),
      !isNamedLater(entity, after: index), !isNamedElsewhere(name, at: index),
      !(Pronouns.persons.contains(word.lower)
        && references.isAmbiguous(entity, at: word.range.start))
    else { return false }
    if index == 0, let adverb {
      let range = ByteRange(word.range.start, adverb.end)
      edits.append(SentenceEdit(range: range, words: name + " "))
    } else {
      edits.append(SentenceEdit(range: word.range, words: name))
    }
    named.insert(entity)
    return true
  }

  /// Whether "they are" would become "[The ministry] are": several are meant.
  private func isPluralBefore(_ index: Int, of entity: EntityIndex) -> Bool {
    guard words[index].lower == "they", words.indices.contains(index + 1),
      references.kind(entity) != .group
    else { return false }
    return ["are", "were", "have", "do", "aren't", "weren't", "haven't", "don't"]
      .contains(words[index + 1].lower)
  }

  private mutating func readMention(
    _ mention: (range: ByteRange, entity: EntityIndex), isFirst: Bool
  ) {
    if let edit = edit(mention, isFirst: isFirst) { edits.append(edit) }
    named.insert(mention.entity)
    if references.kind(mention.entity) == .person { notePerson(mention.entity) }
    skipUntil = mention.range.end
  }

  /// Whether the pronoun is who says what the sentence reports: "..., it said", "he added that ...".
  ///
  /// The speaker must be named: another name in the sentence is what is spoken of, not who speaks.
  private func speaks(_ index: Int) -> Bool {
    guard !Pronouns.possessives.contains(words[index].lower) else { return false }
    let isSubject = words[index].followsPause || (index > 0 && words[index - 1].isQuoted)
    guard isSubject, words.indices.contains(index + 1), !words[index + 1].isQuoted else {
      return false
    }
    return EnglishWords.sayingVerbs.contains(words[index + 1].lower)
  }

  /// Whether a capitalised word can be somebody's name: no place that somebody is in, no day, month, title alone or word in capitals.
  private func canBePerson(_ index: Int) -> Bool {
    let word = words[index]
    if index > 0, ["in", "at", "near", "from"].contains(words[index - 1].lower) { return false }
    return !TimeExpression.calendarWords.contains(word.lower)
      && !EnglishWords.titles.contains(word.lower)
      && references.words(word.range).utf8.contains(where: \.isASCIILowercase)
  }

  /// Whether the sentence names the entity behind a mention.
  private func isNamedLater(_ entity: EntityIndex, at mention: ByteRange) -> Bool {
    guard let index = words.lastIndex(where: { $0.range.start < mention.end }) else { return false }
    return isNamedLater(entity, after: index)
  }

  /// Whether the sentence names the entity further on: then the pronoun was more likely somebody else.
  private func isNamedLater(_ entity: EntityIndex, after index: Int) -> Bool {
    words.dropFirst(index + 1).contains { word in
      word.isCapitalised && references.mention(at: word.range.start)?.entity == entity
        && !Pronouns.all.contains(word.lower)
    }
  }

  /// Whether the last word of a name stands anywhere else in the sentence, in a quotation too: nobody speaks of himself by name.
  private func isNamedElsewhere(_ name: String, at index: Int) -> Bool {
    guard let last = name.split(separator: " ").last.map({ $0.lowercased() }) else { return false }
    let plain = last.hasSuffix("'s") ? String(last.dropLast(2)) : last
    return words.indices.contains { other in
      other != index && words[other].isCapitalised
        && (words[other].lower == plain || words[other].lower == plain + "'s")
    }
  }

  /// Whether a pronoun is likely bound by something before it in the same sentence.
  private func isBoundInside(_ index: Int) -> Bool {
    if Pronouns.men.contains(words[index].lower) { return hasMan }
    if Pronouns.women.contains(words[index].lower) { return hasWoman }
    guard index >= 4, words[..<index].contains(where: \.isCapitalised) else { return false }
    return !Pronouns.plurals.contains(words[index].lower) || words[..<index].contains(where: isMany)
  }

  /// Whether a word can be several: a plural, "and", or a body that people are in.
  private func isMany(_ word: Word) -> Bool {
    if word.lower == "and" || EnglishWords.severals.contains(word.lower) { return true }
    if let mention = references.mention(at: word.range.start),
      let kind = references.kind(mention.entity), kind != .person
    {
      return true
    }
    return word.lower.utf8.count > 3 && word.lower.hasSuffix("s") && !word.lower.hasSuffix("ss")
      && !word.lower.hasSuffix("'s") && !EnglishWords.functionWords.contains(word.lower)
      && !EnglishWords.commonVerbs.contains(word.lower)
  }

  private static let needingAntecedent: Set<String> = [
    "he", "she", "they", "him", "them", "his", "their", "her",
  ]

  /// A quotation must not open with a pronoun for something outside it.
  private func isClearInQuotation(_ index: Int) -> Bool {
    let word = words[index].lower
    guard index == 0 || !words[index - 1].isQuoted else {
      // "They were the biggest firm": nobody in the sentence whom "they" could mean.
      guard Self.needingAntecedent.contains(word) else { return true }
      if Pronouns.persons.contains(word) { return isAnotherNamed(before: index) }
      return words[1..<index].contains(where: \.isCapitalised)
        || references.mention(at: words[0].range.start) != nil
    }
    return !Pronouns.all.contains(word) && !Pronouns.demonstratives.contains(word)
      && !Pronouns.contractions.contains(word)
  }

  /// Whether somebody whom "him" in a quotation can mean is named before it: in the quotation, or beside the one who speaks.
  private func isAnotherNamed(before index: Int) -> Bool {
    let inside = words[..<index].reversed().prefix(while: \.isQuoted).dropLast()
    if inside.contains(where: { $0.isCapitalised && $0.lower != "i" && !$0.lower.hasPrefix("i'") })
    {
      return true
    }
    var persons: Set<EntityIndex> = []
    for word in words[..<index] where !word.isQuoted && word.isCapitalised {
      guard let mention = references.mention(at: word.range.start),
        references.kind(mention.entity) == .person
      else { continue }
      // "Quill's aide said": whose aide it is does not speak.
      if references.stands("'s", after: mention.range.end)
        || references.stands("\u{2019}s", after: mention.range.end)
      {
        return true
      }
      persons.insert(mention.entity)
    }
    return persons.count > 1
  }

  private func name(_ entity: EntityIndex, for pronoun: String, atStart: Bool) -> String? {
    guard let name = references.name(entity, atStart: atStart) else { return nil }
    if Pronouns.persons.contains(pronoun), references.kind(entity) != .person { return nil }
    if Pronouns.things.contains(pronoun), references.kind(entity) == .person,
      pronoun.hasPrefix("it")
    {
      return nil
    }
    guard Pronouns.possessives.contains(pronoun) else { return name }
    return name.hasSuffix("s") && pronoun == "their" ? name + "'" : name + "'s"
  }

  /// The full name for a role at the start ("The ministry"), or the first name before a surname.
  private func edit(_ mention: (range: ByteRange, entity: EntityIndex), isFirst: Bool)
    -> SentenceEdit?
  {
    guard !named.contains(mention.entity),
      let name = references.name(mention.entity, atStart: isFirst),
      let plain = references.plainName(mention.entity)
    else { return nil }
    let whole = references.words(mention.range)
    let words = Self.withoutHonorific(whole)
    let start = ByteRange(
      mention.range.end - words.utf8.count, mention.range.end - words.utf8.count)
    if references.kind(mention.entity) == .person, plain.hasSuffix(" " + words),
      words.utf8.first?.isASCIIUppercase == true, words.utf8.contains(where: \.isASCIILowercase)
    {
      let given = String(plain.dropLast(words.count))
      return references.stands(given, before: start.start) || goesOn(mention.range)
        || !DefinitePhrase.isGivenName(given)
        || given.contains(words) || references.isNameOfThing(words)
        || references.isShared(words, by: mention.entity)
        || contradictsTitle(given, before: start.start)
        ? nil : SentenceEdit(range: start, words: given)
    }
    if references.kind(mention.entity) == .person, plain.hasPrefix(words + " "),
      words.utf8.first?.isASCIIUppercase == true, !words.contains(" ")
    {
      let end = ByteRange(mention.range.end, mention.range.end)
      let rest = String(plain.dropFirst(words.count))
      // "Bruce and Irene Steinberg": the name follows.
      let surname = rest.split(separator: " ").last.map { $0.lowercased() } ?? ""
      let isSaid = self.words.contains { $0.lower == surname || $0.lower == surname + "s" }
      return isSaid || goesOn(mention.range) || references.isNameOfThing(words)
        || references.isShared(words, by: mention.entity)
        || references.stands(rest, after: end.start)
        || rest.dropFirst().contains(" ") || !DefinitePhrase.isGivenName(rest)
        ? nil : SentenceEdit(range: end, words: rest)
    }
    guard DefinitePhrase.isRole(words), !isNamedLater(mention.entity, at: mention.range) else {
      return nil
    }
    return role(mention, words, name: name)
  }

  /// "Cruz" for "Mr. Cruz".
  private static func withoutHonorific(_ words: String) -> String {
    let parts = words.split(separator: " ")
    guard parts.count == 2, EnglishWords.honorifics.contains(parts[0].lowercased()) else {
      return words
    }
    return String(parts[1])
  }

  /// Whether the title before a surname tells that somebody else is meant ("Mrs. [Bill] Quill"), or is enough: "President Quill".
  private func contradictsTitle(_ given: String, before offset: Int) -> Bool {
    guard let title = words.last(where: { $0.range.end <= offset }),
      offset - title.range.end <= Self.gapBehindTitle
    else { return false }
    // "The [Hill] Democrats" are no person.
    if title.lower == "the" { return true }
    if title.isCapitalised, EnglishWords.sovereigns.contains(title.lower) { return true }
    let first = given.split(separator: " ").first.map { $0.lowercased() } ?? ""
    switch GivenNames.gender(of: first) {
    case .he: return EnglishWords.mistresses.contains(title.lower)
    case .she: return EnglishWords.misters.contains(title.lower)
    case nil: return false
    }
  }

  /// ". ", as in "Mr. Quill".
  private static let gapBehindTitle = 2

  /// Whether a name goes on behind a mention, as in "Anthony Scott Quill": then the mention is not somebody's surname.
  private func goesOn(_ mention: ByteRange) -> Bool {
    guard let next = words.firstIndex(where: { $0.range.start >= mention.end }) else {
      return false
    }
    return words[next].range.start == mention.end + 1 && canBePerson(next)
      && words[next].isCapitalised
  }

  /// Whether a role belongs to a country though a body was taken for it: "the presidential official" is none of an alliance.
  private func isOfficeOfAnother(_ mention: (range: ByteRange, entity: EntityIndex)) -> Bool {
    let words = references.words(mention.range)
    return references.kind(mention.entity) == .organisation && DefinitePhrase.isRole(words)
      && words.split(separator: " ").contains { EnglishWords.nationals.contains(String($0)) }
  }

  /// "[South Korea's] foreign ministry" for "The foreign ministry", "[Nato]" for "The alliance",
  /// "[Nato's] official" for "The official".
  private func role(
    _ mention: (range: ByteRange, entity: EntityIndex), _ words: String, name: String
  ) -> SentenceEdit? {
    let kind = references.kind(mention.entity)
    let noun = words.split(separator: " ").last.map(String.init) ?? ""
    let isCountry = kind == .place || kind == .government
    // "The official" is one of the alliance, not the alliance.
    let isPerson =
      kind != .person
      && (EnglishWords.standingNouns[noun] == .person
        || (EnglishWords.standingNouns[noun] == nil && EnglishWords.titles.contains(noun)))
    // "The company" is no part of a place: somebody took it for one.
    if isCountry, EnglishWords.businesses.contains(noun) { return nil }
    guard isPerson || (isCountry && !DefinitePhrase.countries.contains(noun)) else {
      return SentenceEdit(range: mention.range, words: name)
    }
    let article = ByteRange(mention.range.start, mention.range.start + "The".utf8.count)
    return SentenceEdit(range: article, words: name.hasSuffix("s") ? name + "'" : name + "'s")
  }
}
