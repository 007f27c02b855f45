import NewsModel
import Primitives

/// Finds the sentences that say what or who an entity is.
struct DefinitionFinder {
  let material: Material

  /// A thing is defined by a sentence that begins with it; further on it is only mentioned.
  private static let nearStart = 12

  /// The sentences that define or describe the entity, the most central first.
  func sentences(about entity: EntityID) -> [Material.Sentence] {
    let isPerson = material.naming.kind(entity) == .person
    var keys: Set<SentenceKey> = []
    for index in material.appearances.articles(with: entity) {
      let filed = material.originals[index]
      for own in filed.analysis.entities where filed.entity(own.id) == entity {
        for place in definitions(of: own, in: filed) {
          if let sentence = material.sentence(in: index, holding: place),
            !isQuoted(place, sentence),
            isPerson || place.start - sentence.range.start <= Self.nearStart
          {
            keys.insert(SentenceKey(sentence))
          }
        }
      }
    }
    return material.ranked { keys.contains(SentenceKey($0)) }
  }

  /// The sentences that bring a plan in: by name ("an initiative called Clean Harbour") or as something new ("a liaison office in
  /// Portmere"), the most central first.
  func introductions(of entity: EntityID) -> [Material.Sentence] {
    guard material.naming.kind(entity) == .programme else { return [] }
    var keys: Set<SentenceKey> = []
    for index in material.appearances.articles(with: entity) {
      let filed = material.originals[index]
      for own in filed.analysis.entities where filed.entity(own.id) == entity {
        for mention in own.mentions where isIntroduced(at: mention, in: filed) {
          if let sentence = material.sentence(in: index, holding: mention),
            !isQuoted(mention, sentence)
          {
            keys.insert(SentenceKey(sentence))
          }
        }
      }
    }
    return material.ranked { keys.contains(SentenceKey($0)) }
  }

  /// An adjective may stand between "a" and the name.
  private static let introductionReach = 3

  private func isIntroduced(at mention: ByteRange, in filed: FiledArticle) -> Bool {
    guard let sentence = filed.analysis.sentence(at: mention.start) else { return false }
    let before = WordScanner.words(
      of: filed.text, in: ByteRange(sentence.start, mention.start)
    ).suffix(Self.introductionReach)
    guard let place = before.lastIndex(where: { ["a", "an"].contains($0.lower) }) else {
      return before.suffix(2).contains {
        EnglishWords.naming.contains($0.lower) && !$0.followsPause
      }
    }
    return before[before.index(after: place)...].allSatisfy { word in
      !word.followsPause && !EnglishWords.functionWords.contains(word.lower)
    }
  }

  /// Whether the words stand in somebody's mouth.
  private func isQuoted(_ place: ByteRange, _ sentence: Material.Sentence) -> Bool {
    sentence.words.contains { $0.isQuoted && place.overlaps($0.range) }
  }

  private func definitions(of entity: Entity, in filed: FiledArticle) -> [ByteRange] {
    let described = entity.descriptions.filter { isInformative(filed.text[$0]) }
    return described + entity.mentions.filter { isDefined(at: $0, in: filed.text) }
  }

  /// Whether a description has two words or more.
  private func isInformative(_ words: String) -> Bool { words.contains(" ") }

  /// Whether the mention is followed by "is a ...", or by ", a ... ," or ", which is".
  private func isDefined(at mention: ByteRange, in text: UTF8Text) -> Bool {
    let end = min(text.count, mention.end + 160)
    let tail = text.bytes[mention.end..<end]
    let copulas = [
      " is a ", " is an ", " is the ", " is one of ", " was a ", " was an ", " was the ",
    ]
    if copulas.contains(where: { tail.starts(with: $0.utf8) }) { return true }
    let openers = [", a ", ", an ", ", the ", ", which is ", ", one of "]
    guard let opener = openers.first(where: { tail.starts(with: $0.utf8) }) else { return false }
    let rest = tail.dropFirst(opener.utf8.count)
    guard let first = rest.first, first.isASCIILowercase || first.isASCIIDigit else { return false }
    return closesApposition(rest)
  }

  /// Whether a comma ends the apposition after two words or more, with no "and" to make it a list.
  private func closesApposition(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let comma = bytes.firstIndex(of: UInt8(ascii: ",")) else { return false }
    let inside = Array(bytes[..<comma])
    return inside.contains(UInt8(ascii: " ")) && !inside.holds(Array(" and ".utf8))
      && !inside.contains(UInt8(ascii: "."))
  }
}

/// Tells sentences of a topic apart.
struct SentenceKey: Hashable {
  let article: Int
  let position: Int

  init(_ sentence: Material.Sentence) {
    article = sentence.article
    position = sentence.position
  }
}
