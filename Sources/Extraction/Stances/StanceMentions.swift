import Linguistics
import NewsModel
import Primitives

/// Where a sentence refers to an entity that can hold a stance or be its target.
struct StanceMention {
  /// How it refers to it.
  enum Form { case name, pronoun, speaker }

  /// Its tokens in the article; empty for a speaker whom the sentence does not name.
  let tokens: Range<Int>
  let entity: EntityIndex
  let form: Form
}

/// Finds the mentions of a sentence: names, "he" and "she", and who speaks a sentence that is all quotation.
struct StanceMentions {
  let words: ArticleWords
  let entities: EntityTable
  /// The speaker of each sentence that somebody speaks without being named in it.
  private let speakers: [EntityIndex?]

  /// More names than this in one sentence are a list, not a judgement.
  static let mostNames = 14
  /// Pronouns that are looked at in one sentence.
  static let mostPronouns = 6
  /// A pronoun points back over no more sentences than this.
  private static let reach = 3

  private static let pronouns: [String: PersonPronoun] = [
    "he": .he, "him": .he, "his": .he, "she": .she, "her": .she,
  ]

  init(words: ArticleWords, entities: EntityTable, statements: [Statement]) {
    self.words = words
    self.entities = entities
    speakers = Self.speakers(words, statements)
  }

  /// The mentions of a sentence in the order of the text; a speaker comes first.
  func mentions(of sentence: Int) -> [StanceMention] {
    let range = words.sentences[sentence]
    var names: [StanceMention] = []
    var pronouns: [StanceMention] = []
    var tried = 0
    var token = range.lowerBound
    while token < range.upperBound {
      if words.nameOf[token] >= 0 {
        let name = Int(words.nameOf[token])
        let end = min(words.names[name].tokens.upperBound, range.upperBound)
        if let entity = entities.entityOfName[name], names.count < Self.mostNames,
          !words.isDateline(token)
        {
          names.append(StanceMention(tokens: token..<end, entity: entity, form: .name))
        }
        token = end
        continue
      }
      if tried < Self.mostPronouns, let pronoun = Self.pronouns[words.lower[token]] {
        tried += 1
        if let entity = referent(of: pronoun, at: token) {
          pronouns.append(
            StanceMention(tokens: token..<token + 1, entity: entity, form: .pronoun))
        }
      }
      token += 1
    }
    let all = (names + pronouns).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    guard let speaker = speakers[sentence] else { return all }
    return [
      StanceMention(
        tokens: range.lowerBound..<range.lowerBound, entity: speaker, form: .speaker)
    ] + all
  }

  /// The person that a token means if it is "he" or "she".
  func entity(ofPronoun token: Int) -> EntityIndex? {
    Self.pronouns[words.lower[token]].flatMap { referent(of: $0, at: token) }
  }

  /// Who speaks each sentence that lies in a statement whose source stands elsewhere.
  private static func speakers(_ words: ArticleWords, _ statements: [Statement]) -> [EntityIndex?] {
    let ranges = words.sentences.map { words.range($0) }
    var speakers = [EntityIndex?](repeating: nil, count: ranges.count)
    for statement in statements {
      guard let speaker = statement.speaker else { continue }
      let told = statement.source + statement.cue
      for piece in statement.content {
        var sentence = firstSentence(of: piece, in: ranges)
        while sentence < ranges.count, ranges[sentence].start < piece.end {
          let range = ranges[sentence]
          let inside = min(piece.end, range.end) - max(piece.start, range.start)
          if inside * 2 > range.end - range.start, !told.contains(where: { $0.overlaps(range) }) {
            speakers[sentence] = speakers[sentence] ?? speaker
          }
          sentence += 1
        }
      }
    }
    return speakers
  }

  /// The first sentence that ends behind the start of a piece.
  private static func firstSentence(of piece: ByteRange, in ranges: [ByteRange]) -> Int {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].end <= piece.start { low = middle + 1 } else { high = middle }
    }
    return low
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
