public import NewsModel
import Primitives

/// Collects the titles and offices in which articles saw an entity, with their days.
///
/// Roles are joined when they differ in case, articles ("the") and words that say that they are over only.
public struct RoleBuilder: Sendable {
  /// A longer description tells what somebody is once, and is no title.
  private static let mostWords = 8
  /// How many bytes before a description can say that it is over.
  private static let reach = 24

  /// Creates a builder.
  public init() {}

  /// The roles of an entity, those seen in most articles first.
  /// - Complexity: O(mentions of the entity · articles).
  public func roles(of entity: EntityID, in articles: [FiledArticle]) -> [RoleHistory] {
    var sightings: [String: [RoleHistory.Sighting]] = [:]
    var wordings: [String: [String: Int]] = [:]
    for filed in articles.filter({ $0.isCurrent && !$0.isCopy }).inOrderOfPublication {
      var seen: Set<String> = []
      for (own, id) in zip(filed.analysis.entities, filed.entities) where id == entity {
        for range in own.descriptions where !range.isEmpty {
          guard let role = Role(range, filed.text), seen.insert(role.key).inserted else { continue }
          wordings[role.key, default: [:]][role.words, default: 0] += 1
          sightings[role.key, default: []].append(
            RoleHistory.Sighting(
              passage: Passage(version: filed.version.id, range: range),
              day: filed.version.article.published?.date, isFormer: role.isFormer))
        }
      }
    }
    let roles = sightings.compactMap { key, all -> RoleHistory? in
      let wording = wordings[key]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      guard let seen = NonEmpty(all), let wording else { return nil }
      return RoleHistory(role: wording, sightings: seen)
    }
    return roles.sorted { a, b in
      let counts = (a.sightings.elements.count, b.sightings.elements.count)
      return counts.0 == counts.1 ? a.role < b.role : counts.0 > counts.1
    }
  }

  /// A description as a role.
  private struct Role {
    /// The words without articles and without those that say that it is over.
    let words: String
    /// The same in lower case.
    let key: String
    let isFormer: Bool

    init?(_ range: ByteRange, _ text: UTF8Text) {
      var start = max(0, range.start - RoleBuilder.reach)
      while !text.isBoundary(start) { start += 1 }
      let before = ClaimWord.words(of: text, in: ByteRange(start, range.start))
      var words = ClaimWord.words(of: text, in: range)
      var isFormer = before.last.map { RoleLanguage.formerWords.contains($0.lower) } ?? false
      while let first = words.first {
        if RoleLanguage.formerWords.contains(first.lower) {
          isFormer = true
        } else if !RoleLanguage.articles.contains(first.lower) {
          break
        }
        words.removeFirst()
      }
      guard let first = words.first, let last = words.last, words.count <= RoleBuilder.mostWords,
        words.contains(where: \.isTelling)
      else { return nil }
      self.words = text[first.range.union(last.range)]
      key = words.map(\.lower).joined(separator: " ")
      self.isFormer = isFormer
    }
  }
}

/// The words by which roles are read (`role-words.tsv`).
enum RoleLanguage {
  /// Words that say that a role is over.
  static let formerWords = words("former")
  /// Articles and possessives before a role.
  static let articles = words("article")

  private static func words(_ kind: String) -> Set<String> {
    Set(
      LanguageList.rows(of: PackageResources.role_words_tsv).filter { $0[0] == kind }
        .compactMap(\.last))
  }
}
