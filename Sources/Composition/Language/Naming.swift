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
          if Self.hasArticle(before: mention.start, in: filed.text.bytes) {
            counts[id, default: (0, 0)].with += 1
          } else {
            counts[id, default: (0, 0)].without += 1
          }
        }
      }
    }
    articled = Set(counts.filter { $0.value.with > $0.value.without }.keys)
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

  private func takesArticle(_ id: EntityID, _ name: String) -> Bool {
    articled.contains(id) && !name.hasPrefix("the ") && !name.hasPrefix("The ")
  }

  private static func hasArticle(before start: Int, in bytes: [UInt8]) -> Bool {
    guard start >= 4 else { return false }
    let before = bytes[(start - 4)..<start].map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
    return before.elementsEqual("the ".utf8)
      && (start == 4 || !bytes[start - 5].isASCIILetter)
  }
}
