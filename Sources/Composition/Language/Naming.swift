import NewsModel
import Primitives

/// How the library's entities are named in running text: with "the" where the articles write it.
struct Naming {
  private let profiles: [EntityID: EntityProfile]
  private let articled: Set<EntityID>

  /// Learns from the articles which names they put "the" before.
  init(_ articles: [FiledArticle], profiles: [EntityID: EntityProfile]) {
    var counts: [EntityID: (with: Int, without: Int)] = [:]
    for filed in articles {
      for entity in filed.analysis.entities where entity.kind != .person {
        let id = filed.entity(entity.id)
        guard let name = profiles[id]?.name else { continue }
        for mention in entity.mentions where filed.text.words(at: mention) == name {
          if Self.stands("the", before: mention.start, in: filed.text.bytes) {
            counts[id, default: (0, 0)].with += 1
          } else if !Self.determiners.contains(where: {
            Self.stands($0, before: mention.start, in: filed.text.bytes)
          }) {
            counts[id, default: (0, 0)].without += 1
          }
        }
      }
    }
    var articled = Set(counts.filter { $0.value.with > $0.value.without }.keys)
    for (id, profile) in profiles where Self.hasCommonHead(profile) {
      // The articles never write the name with nothing before it.
      if counts[id].map({ $0.without == 0 }) ?? true { articled.insert(id) }
    }
    self.articled = articled
    self.profiles = profiles
  }

  /// The name as readers see it in a list or a heading.
  func name(_ id: EntityID) -> String { profiles[id]?.name ?? id.rawValue }

  /// The name within a sentence: "the European Union", "Japan".
  func inSentence(_ id: EntityID) -> String {
    let name = name(id)
    return takesArticle(id, name) ? "the " + name : name
  }

  /// The name at the start of a sentence: "The European Union", "Japan".
  func atStart(_ id: EntityID) -> String {
    NewspaperStyle.capitalised(inSentence(id))
  }

  /// What the entity is.
  func kind(_ id: EntityID) -> EntityKind? { profiles[id]?.kind }

  /// Whether the name ends in a common noun: "Nato liaison office", "Portmere Harbour Treaty".
  private static func hasCommonHead(_ profile: EntityProfile) -> Bool {
    guard profile.kind != .person, profile.kind != .place, profile.kind != .group else {
      return false
    }
    let words = profile.name.split(separator: " ")
    // "Liaison office in Portmere": the head stands before the place.
    let phrase = words.prefix { !["in", "at", "with", "between"].contains($0) }
    guard words.count > 1, let head = phrase.last?.lowercased() else { return false }
    return EnglishWords.articledHeads.contains(head)
  }

  private func takesArticle(_ id: EntityID, _ name: String) -> Bool {
    articled.contains(id) && !name.hasPrefix("the ") && !name.hasPrefix("The ")
  }

  /// Words that stand where "the" would: they tell nothing about the name alone.
  private static let determiners =
    ["a", "an", "no", "any", "this", "its", "their", "new"] + EnglishWords.naming.sorted()

  /// Whether the word stands right before the offset.
  private static func stands(_ word: String, before start: Int, in bytes: [UInt8]) -> Bool {
    let length = word.utf8.count + 1
    guard start >= length, bytes[start - 1] == 0x20 else { return false }
    let before = bytes[(start - length)..<(start - 1)]
      .map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
    return before.elementsEqual(word.utf8)
      && (start == length || !bytes[start - length - 1].isASCIILetter)
  }
}
