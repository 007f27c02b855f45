import NewsModel
import Primitives
import Storage

extension Library {
  /// Finds the sentences that hold the words of a query, best first (BM25).
  ///
  /// When no sentence holds all of them, sentences that hold some are found, and `matchedAll` says so.
  public func search(_ query: String, limit: Int = 20, offset: Int = 0) throws -> SearchResults {
    let expression = SearchExpression(query)
    guard !expression.words.isEmpty, limit > 0 else {
      return SearchResults(query: query, total: 0, matchedAll: true, hits: [])
    }
    let all = try store.sentences(matching: expression.all, limit: limit, offset: offset)
    let found =
      all.total > 0
      ? all : try store.sentences(matching: expression.any, limit: limit, offset: offset)
    let hits = try found.page.compactMap { try hit($0, expression) }
    return SearchResults(
      query: query, total: found.total, matchedAll: all.total > 0 || found.total == 0, hits: hits)
  }

  private func hit(_ found: FoundSentence, _ expression: SearchExpression) throws -> SearchHit? {
    guard let filed = try store.filed(found.article),
      let citation = Citation(found.sentence, of: filed)
    else { return nil }
    return SearchHit(
      citation: citation, matches: expression.matches(in: UTF8Text(citation.exact)),
      article: ArticleSummary(filed))
  }
}
