import Linguistics
import NewsModel
import Primitives

/// Where a sentence refers to an entity that can hold a stance or be its target.
struct StanceMention {
  /// How it refers to it: by a name, by "he" or "she", as the unnamed speaker of the whole sentence, as the source of a statement
  /// ("the minister said"), or by "I" and "we" in what somebody says.
  enum Form: Int { case name, pronoun, speaker, role, firstPerson }

  /// Its tokens in the article; empty for a speaker whom the sentence does not name.
  let tokens: Range<Int>
  let entity: EntityIndex
  let form: Form
}

/// Finds the mentions of a sentence: names, pronouns, sources without a name, and who speaks a sentence that is all quotation.
struct StanceMentions {
  let words: ArticleWords
  let entities: EntityTable
  let speakers: TokenSpeakers

  /// More names than this in one sentence are a list, not a judgement.
  static let mostNames = 14
  /// Pronouns that are looked at in one sentence.
  static let mostPronouns = 6
  /// A pronoun points back over no more sentences than this.
  private static let reach = 3

  private static let pronouns: [String: PersonPronoun] = [
    "he": .he, "him": .he, "his": .he, "she": .she, "her": .she,
  ]
  private static let firstPersons: Set<String> = ["i", "we", "my", "our", "me", "us"]

  init(words: ArticleWords, entities: EntityTable, statements: [Statement]) {
    self.words = words
    self.entities = entities
    speakers = TokenSpeakers(words, statements)
  }

  /// The mentions of a sentence in the order of the text; a speaker comes first.
  func mentions(of sentence: Int) -> [StanceMention] {
    let range = words.sentences[sentence]
    var found = namesAndPronouns(in: range)
    var known = Set(found.map(\.entity))
    for (head, speaker) in speakers.heads[sentence]
    where words.nameOf[head] < 0 && known.insert(speaker).inserted {
      found.append(StanceMention(tokens: head..<head + 1, entity: speaker, form: .role))
    }
    found.sort {
      ($0.tokens.lowerBound, $0.entity.rawValue) < ($1.tokens.lowerBound, $1.entity.rawValue)
    }
    guard let speaker = speakers.ofSentence[sentence] else { return found }
    return [
      StanceMention(
        tokens: range.lowerBound..<range.lowerBound, entity: speaker, form: .speaker)
    ] + found
  }

  private func namesAndPronouns(in range: Range<Int>) -> [StanceMention] {
    var found: [StanceMention] = []
    var (named, tried) = (0, 0)
    var token = range.lowerBound
    while token < range.upperBound {
      if words.nameOf[token] >= 0 {
        let name = Int(words.nameOf[token])
        let end = min(words.names[name].tokens.upperBound, range.upperBound)
        if let entity = entities.entityOfName[name], named < Self.mostNames,
          !words.isDateline(token)
        {
          named += 1
          found.append(StanceMention(tokens: token..<end, entity: entity, form: .name))
        }
        token = end
        continue
      }
      if tried < Self.mostPronouns, isPronoun(token) {
        tried += 1
        if let (entity, form) = meant(by: token) {
          found.append(StanceMention(tokens: token..<token + 1, entity: entity, form: form))
        }
      }
      token += 1
    }
    return found
  }

  private func isPronoun(_ token: Int) -> Bool {
    Self.pronouns[words.lower[token]] != nil
      || Self.firstPersons.contains(words.lower[token]) && speakers.content[token] != nil
  }

  private func meant(by token: Int) -> (EntityIndex, StanceMention.Form)? {
    if let entity = entity(ofPronoun: token) { return (entity, .pronoun) }
    guard Self.firstPersons.contains(words.lower[token]) else { return nil }
    return speakers.content[token].map { ($0, .firstPerson) }
  }

  /// The person that a token means if it is "he" or "she".
  ///
  /// In the source of a statement it is whom the statement has for its speaker.
  func entity(ofPronoun token: Int) -> EntityIndex? {
    Self.pronouns[words.lower[token]].flatMap {
      speakers.source[token] ?? referent(of: $0, at: token)
    }
  }

  /// The person of this sentence before the pronoun, else of one of the three before it; subjects come first.
  private func referent(of pronoun: PersonPronoun, at token: Int) -> EntityIndex? {
    let number = Int(words.sentenceOf[token])
    for sentence in stride(from: number, through: max(0, number - Self.reach), by: -1) {
      let range = words.sentences[sentence]
      var first: EntityIndex?
      for candidate in range.lowerBound..<min(token, range.upperBound) {
        guard let entity = entities.entity(at: candidate), entities.kind(entity) == .person,
          entities.pronouns[entity.rawValue].map({ $0 == pronoun }) ?? true
        else { continue }
        if isSubject(candidate) { return entity }
        first = first ?? entity
      }
      if let first { return first }
    }
    return nil
  }

  private func isSubject(_ token: Int) -> Bool {
    words.annotated.syntax?.dependencies[token].hasPrefix("nsubj") ?? false
  }
}
