import Linguistics
import NewsModel
import Primitives

/// Who "the minister" is: the one person whom the article describes by that role.
struct RoleHolders {
  private let words: ArticleWords
  private let entities: EntityTable
  /// The descriptions of each entity, in lower case with spaces for hyphens.
  private let descriptions: [(entity: EntityIndex, words: String)]
  /// The organisations whose names have a word, by the word.
  private let bodies: [String: [EntityIndex]]

  init(words: ArticleWords, entities: EntityTable) {
    self.words = words
    self.entities = entities
    descriptions = entities.entities.flatMap { entity in
      entity.descriptions.map { range in
        (entity.id, Self.head(Self.comparable(words.annotated.text[range])))
      }
    }
    var bodies: [String: [EntityIndex]] = [:]
    for entity in entities.entities where entity.kind == .organisation {
      for word in Set(entity.name.lowercased().split(separator: " ").map(String.init)) {
        bodies[word, default: []].append(entity.id)
      }
    }
    self.bodies = bodies
  }

  /// The person who holds the role that the phrase names; nil when none or several do.
  func holder(of phrase: Range<Int>) -> EntityIndex? {
    guard words.word(phrase.lowerBound) == "the", phrase.count > 1 else { return nil }
    let role = Self.comparable(
      words.annotated.text[words.range(phrase.lowerBound + 1..<phrase.upperBound)])
    let holders = Set(
      described(as: role).filter { entities.kind($0) == .person })
    return holders.count == 1 ? holders.first : nil
  }

  /// The one organisation that the article calls by a noun, in its name or beside it, before a token.
  func body(called noun: String, before token: Int) -> EntityIndex? {
    let named = bodies[noun, default: []].filter { isMentioned($0, before: token) }
    if named.count == 1 { return named.first }
    if named.count > 1 { return nil }
    let found = Set(
      described(as: noun).filter { entities.kind($0) != .person && isMentioned($0, before: token) })
    return found.count == 1 ? found.first : nil
  }

  private func isMentioned(_ entity: EntityIndex, before token: Int) -> Bool {
    guard let first = entities.entities[entity.rawValue].mentions.first else { return false }
    return first.start < words.range(token).start
  }

  private func described(as role: String) -> [EntityIndex] {
    descriptions.filter { $0.words == role || $0.words.hasSuffix(" \(role)") }.map(\.entity)
  }

  /// The phrase that a sentence starts with when it is a role without a name: "The minister ...".
  func subjectPhrase(of sentence: Range<Int>) -> Range<Int>? {
    let start = sentence.lowerBound
    guard ["the", "a", "an"].contains(words.word(start)) else { return nil }
    for token in sentence.dropFirst().prefix(Self.longestPhrase) {
      if words.nameOf[token] >= 0 { return nil }
      guard words.has(token, .role) else { continue }
      // "secretary general": the role goes on.
      var end = token + 1
      while end < sentence.upperBound, words.has(end, .role), words.nameOf[end] < 0 { end += 1 }
      let isFollowedByName = end < sentence.upperBound && words.nameOf[end] >= 0
      return isFollowedByName ? nil : start..<end
    }
    return nil
  }

  /// A role stands within so many words of its article: "the new foreign minister".
  private static let longestPhrase = 4

  private static func comparable(_ text: String) -> String {
    String(
      decoding: text.lowercased().utf8.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }, as: UTF8.self)
  }

  /// A description up to its first preposition or comma: "law professor" of "law professor at Holm College".
  private static func head(_ description: String) -> String {
    var head: [Substring] = []
    for word in description.split(separator: " ") {
      if !head.isEmpty, Self.cuts.contains(word) { break }
      if let plain = word.split(separator: ",").first { head.append(plain) }
      if word.hasSuffix(",") { break }
    }
    return head.joined(separator: " ")
  }

  private static let cuts: Set<Substring> = [
    "of", "at", "for", "in", "from", "with", "who", "which", "that", "on", "to", "and", "by",
    "representing", "based",
  ]
}
