import NewsModel
import Primitives

/// Builds the origin of a group of copies.
enum OriginBuilder {
  /// The name of the origin whose first article that is.
  static func id(first: ArticleID) -> OriginID {
    OriginID(Digest(fields: ["origin", first.rawValue]).short())
  }

  /// The origin of some copies, earliest first.
  static func origin(_ members: [Article]) -> Origin {
    Origin(
      id: id(first: members.first?.id ?? ArticleID("")), articles: members.map(\.id),
      source: source(members))
  }

  /// The source that most copies name, the earliest of equals; else the outlet that was first.
  private static func source(_ members: [Article]) -> String? {
    let reader = SourceReader(outlets: members.compactMap(\.outlet))
    let named = members.compactMap { reader.source(of: $0) }
    var counts: [String: Int] = [:]
    for name in named { counts[name, default: 0] += 1 }
    let most = counts.values.max()
    return named.first { counts[$0] == most } ?? members.lazy.compactMap(\.outlet).first
  }
}
