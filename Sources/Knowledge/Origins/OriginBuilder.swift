import NewsModel
import Primitives

/// Builds the origins of a library from the groups of copies.
struct OriginBuilder {
  private let articles: [AnalysedArticle]
  private let reader: SourceReader

  /// Knows the articles, in order of publication.
  init(_ articles: [AnalysedArticle]) {
    self.articles = articles
    reader = SourceReader(outlets: Set(articles.compactMap(\.article.outlet)).sorted())
  }

  /// The origin of a group of copies, given by their places, earliest first.
  func origin(_ group: [Int]) -> Origin {
    let members = group.map { articles[$0].article }
    let first = members.first?.id.rawValue ?? ""
    return Origin(
      id: OriginID(Digest(fields: ["origin", first]).short()), articles: members.map(\.id),
      source: source(members))
  }

  /// The source that most copies name, the earliest of equals; else the outlet that was first.
  private func source(_ members: [Article]) -> String? {
    let named = members.compactMap { reader.source(of: $0) }
    var counts: [String: Int] = [:]
    for name in named { counts[name, default: 0] += 1 }
    let most = counts.values.max()
    return named.first { counts[$0] == most } ?? members.lazy.compactMap(\.outlet).first
  }
}
