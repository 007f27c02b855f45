import Linguistics
import NewsModel
import Primitives

/// Finds what a word of an article refers to.
struct ReferenceIndex {
  private let mentions: [Int: (range: ByteRange, entity: EntityIndex)]
  private let filed: FiledArticle
  private let naming: Naming
  /// How often the article mentions each person of several names, by the first and the last of them.
  private let bearers: [String: [EntityIndex: Int]]
  /// What the article calls something that is no person.
  private let namesOfThings: Set<String>
  /// By which pronoun each person is meant, as far as the article or a given name tells.
  private let genders: [EntityIndex: GivenNames.Gender]

  init(_ filed: FiledArticle, naming: Naming) {
    var longest: [Int: (range: ByteRange, entity: EntityIndex)] = [:]
    for entity in filed.analysis.entities {
      for mention in entity.mentions {
        if let known = longest[mention.start], known.range.end >= mention.end { continue }
        longest[mention.start] = (mention, entity.id)
      }
    }
    for statement in filed.analysis.statements {
      // For whom somebody without a name speaks is a likelihood, no fact to be written into a sentence.
      guard let speaker = statement.speaker, statement.footing != .anonymous else { continue }
      for source in statement.source where longest[source.start] == nil {
        longest[source.start] = (source, speaker)
      }
    }
    for (phrase, entity) in Self.phrases(for: filed) where longest[phrase.start] == nil {
      longest[phrase.start] = (phrase, entity)
    }
    mentions = longest
    self.filed = filed
    self.naming = naming
    var bearers: [String: [EntityIndex: Int]] = [:]
    var namesOfThings: Set<String> = []
    for entity in filed.analysis.entities {
      let words = entity.name.split(separator: " ").map(String.init)
      if entity.kind != .person {
        namesOfThings.formUnion([entity.name] + entity.aliases)
      } else if words.count > 1 {
        for word in Set([words[0], words[words.count - 1]]) {
          bearers[word, default: [:]][entity.id] = entity.mentions.count
        }
      }
    }
    self.bearers = bearers
    self.namesOfThings = namesOfThings
    genders = Self.genders(in: filed)
  }

  /// Whom the article calls "Mr." or "Ms.", then what the first of several names tells.
  private static func genders(in filed: FiledArticle) -> [EntityIndex: GivenNames.Gender] {
    var genders: [EntityIndex: GivenNames.Gender] = [:]
    for entity in filed.analysis.entities where entity.kind == .person {
      let given = entity.name.split(separator: " ").first.map { $0.lowercased() } ?? ""
      genders[entity.id] =
        title(of: entity, in: filed)
        ?? (entity.name.contains(" ") ? GivenNames.gender(of: given) : nil)
    }
    return genders
  }

  /// The gender of most titles before or in the mentions of a person.
  private static func title(of entity: Entity, in filed: FiledArticle) -> GivenNames.Gender? {
    var (men, women) = (0, 0)
    for mention in entity.mentions {
      let start = max(0, mention.start - longestTitle)
      let words = String(decoding: filed.text.bytes[start..<mention.end], as: UTF8.self)
        .lowercased().split(separator: " ")
      let own = filed.text[mention].split(separator: " ").count
      guard words.count >= own else { continue }
      let near = words.suffix(own + 1)
      if near.contains(where: { EnglishWords.misters.contains(String($0)) }) { men += 1 }
      if near.contains(where: { EnglishWords.mistresses.contains(String($0)) }) { women += 1 }
    }
    return men == women ? nil : men > women ? .he : .she
  }

  /// "congresswoman ".
  private static let longestTitle = 16

  /// By which pronoun a person is meant, if that is known.
  func gender(_ index: EntityIndex) -> GivenNames.Gender? { genders[index] }

  /// "The plan", "the prospective outpost": the words in small letters by which an article goes on to call a plan or an
  /// office, from "the" on.
  private static func phrases(for filed: FiledArticle) -> [(ByteRange, EntityIndex)] {
    filed.analysis.entities.filter { $0.kind == .programme }.flatMap { entity in
      entity.mentions.compactMap { mention -> (ByteRange, EntityIndex)? in
        guard filed.text.bytes[mention.start].isASCIILowercase,
          let sentence = filed.analysis.sentence(at: mention.start)
        else { return nil }
        let before = WordScanner.words(
          of: filed.text, in: ByteRange(sentence.start, mention.start)
        ).suffix(longestPhrase)
        guard let article = before.last(where: { $0.lower == "the" }),
          before.drop(while: { $0.range.start <= article.range.start }).allSatisfy({ word in
            !word.followsPause && !word.isCapitalised && !word.isQuoted
              && !EnglishWords.functionWords.contains(word.lower)
          })
        else { return nil }
        return (ByteRange(article.range.start, mention.end), entity.id)
      }
    }
  }

  /// "The", and so many adjectives less one, before a noun.
  private static let longestPhrase = 3

  /// The mention that starts at the offset.
  func mention(at start: Int) -> (range: ByteRange, entity: EntityIndex)? { mentions[start] }

  /// The name that readers know the entity by, at the start of a sentence or within it.
  func name(_ index: EntityIndex, atStart: Bool) -> String? {
    guard filed.analysis.entities.indices.contains(index.rawValue) else { return nil }
    let id = filed.entity(index)
    let name = naming.name(id)
    guard name.utf8.first.map({ $0.isASCIIUppercase || $0 >= 0x80 }) == true else { return nil }
    return atStart ? naming.atStart(id) : naming.inSentence(id)
  }

  /// The name that readers know the entity by, without "the".
  func plainName(_ index: EntityIndex) -> String? {
    guard filed.analysis.entities.indices.contains(index.rawValue) else { return nil }
    return naming.name(filed.entity(index))
  }

  /// What the entity is.
  func kind(_ index: EntityIndex) -> EntityKind? {
    guard filed.analysis.entities.indices.contains(index.rawValue) else { return nil }
    return filed.analysis.entities[index.rawValue].kind
  }

  /// Whether the article calls somebody else by the words nearly as often: then it is not plain who is meant.
  func isShared(_ words: String, by index: EntityIndex) -> Bool {
    guard let all = bearers[words], all.count > 1 else { return false }
    let others = all.filter { $0.key != index }.values.reduce(0, +)
    return others * Self.clearly > all[index, default: 0]
  }

  /// By how much somebody must be mentioned more than all others of the same name.
  private static let clearly = 3

  /// Whether the sentence before leaves open whom "he" at an offset means: it tells of persons, and this one neither speaks there nor is
  /// named first.
  /// - Complexity: O(mentions of the article).
  func isAmbiguous(_ index: EntityIndex, at offset: Int) -> Bool {
    let sentences = filed.analysis.sentences
    guard let place = sentences.firstIndex(where: { $0.contains(offset) }), place > 0 else {
      return false
    }
    let before = sentences[place - 1]
    let persons = mentions.values
      .filter { before.contains($0.range) && kind($0.entity) == .person }
      .sorted { $0.range < $1.range }.map(\.entity)
    guard let first = persons.first, first != index else { return false }
    let speakers = filed.analysis.statements.filter { statement in
      statement.source.contains { before.contains($0) }
    }.compactMap(\.speaker)
    return !speakers.contains(index)
  }

  /// Whether the words are also what the article calls a place, a body or another thing.
  func isNameOfThing(_ words: String) -> Bool { namesOfThings.contains(words) }

  /// Whether the words stand right before the offset.
  func stands(_ words: String, before offset: Int) -> Bool {
    filed.text.bytes[..<offset].suffix(words.utf8.count).elementsEqual(words.utf8)
  }

  /// Whether the words stand right behind the offset.
  func stands(_ words: String, after offset: Int) -> Bool {
    filed.text.bytes[offset...].starts(with: words.utf8)
  }

  /// The words of a range.
  func words(_ range: ByteRange) -> String { filed.text.words(at: range) ?? "" }
}
