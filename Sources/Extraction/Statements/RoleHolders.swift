import Linguistics
import NewsModel
import Primitives

/// Who "the minister" is: the one person whom the article describes by that role.
struct RoleHolders {
  private let words: ArticleWords
  private let entities: EntityTable
  /// The descriptions of each person, in lower case with spaces for hyphens.
  private let descriptions: [(person: EntityIndex, words: String)]

  init(words: ArticleWords, entities: EntityTable) {
    self.words = words
    self.entities = entities
    descriptions = entities.entities.filter { $0.kind == .person }.flatMap { person in
      person.descriptions.map { range in
        let description = words.annotated.text[range]
        return (person.id, Self.comparable(description))
      }
    }
  }

  /// The person who holds the role that the phrase names; nil when none or several do.
  func holder(of phrase: Range<Int>) -> EntityIndex? {
    guard words.word(phrase.lowerBound) == "the", phrase.count > 1 else { return nil }
    let role = Self.comparable(
      words.annotated.text[words.range(phrase.lowerBound + 1..<phrase.upperBound)])
    let holders = Set(
      descriptions.filter { $0.words == role || $0.words.hasSuffix(" \(role)") }.map(\.person))
    return holders.count == 1 ? holders.first : nil
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
}
