public import NewsModel
import Primitives
import Storage

extension Library {
  /// Finds the sentences that hold the words of a query, best first (BM25).
  ///
  /// When no sentence holds all of them, sentences that hold some are found, and `matchedAll` says so.
  ///
  /// A filter for a speaker or a footing keeps the sentences in which such a statement stands, among the best thousand.
  public func search(
    _ query: String, filter: SearchFilter = SearchFilter(), unit: SearchUnit = .sentences,
    limit: Int = 20, offset: Int = 0
  ) throws -> SearchResults {
    let expression = SearchExpression(query)
    guard !expression.words.isEmpty, limit > 0 else {
      return SearchResults(query: query, total: 0, matchedAll: true, hits: [])
    }
    let all = try find(expression, expression.all, filter, unit, limit: limit, offset: offset)
    let found =
      all.total > 0
      ? all : try find(expression, expression.any, filter, unit, limit: limit, offset: offset)
    return SearchResults(
      query: query, total: found.total, matchedAll: all.total > 0 || found.total == 0,
      hits: found.hits)
  }

  /// How many of the best sentences are looked at when articles or statements are asked for.
  private static let candidates = 1_000

  private func find(
    _ expression: SearchExpression, _ words: String, _ filter: SearchFilter, _ unit: SearchUnit,
    limit: Int, offset: Int
  ) throws -> (total: Int, hits: [SearchHit]) {
    guard unit != .sentences || filter.asksForStatements else {
      let found = try store.sentences(
        matching: words, filter: filter, limit: limit, offset: offset)
      return (found.total, try found.page.compactMap { try hit($0, expression, nil) })
    }
    let found = try store.sentences(
      matching: words, filter: filter, limit: Self.candidates, offset: 0)
    var read: [ArticleID: FiledArticle] = [:]
    var shown: Set<ArticleID> = []
    var fitting: [(FoundSentence, Statement?)] = []
    for sentence in found.page {
      if unit == .articles, !filter.asksForStatements {
        if shown.insert(sentence.article).inserted { fitting.append((sentence, nil)) }
        continue
      }
      if read[sentence.article] == nil {
        read[sentence.article] = try store.filed(sentence.article)
      }
      guard let filed = read[sentence.article],
        let statement = statement(in: sentence.sentence, of: filed, filter),
        unit != .articles || shown.insert(sentence.article).inserted
      else { continue }
      fitting.append((sentence, statement))
    }
    let page = fitting.dropFirst(offset).prefix(limit)
    return (fitting.count, try page.compactMap { try hit($0.0, expression, $0.1) })
  }

  /// The first statement in a sentence that the filter lets through.
  private func statement(
    in sentence: ByteRange, of filed: FiledArticle, _ filter: SearchFilter
  ) -> Statement? {
    filed.analysis.statements.first { statement in
      let speaker = statement.speaker.map { filed.entity($0) }
      return statement.content.contains { $0.overlaps(sentence) }
        && (filter.speaker == nil || filter.speaker == speaker)
        && (filter.footing ?? statement.footing) == statement.footing
    }
  }

  private func hit(
    _ found: FoundSentence, _ expression: SearchExpression, _ statement: Statement?
  ) throws -> SearchHit? {
    // A whole sentence is cited: nothing that was found in the article is needed but for a speaker.
    let known = try statement == nil ? store.filedText(found.article) : store.filed(found.article)
    guard let filed = known, let citation = Citation(found.sentence, of: filed)
    else { return nil }
    let speaker = try statement?.speaker.flatMap { try store.entity(filed.entity($0)) }
    return SearchHit(
      citation: citation, matches: expression.matches(in: UTF8Text(citation.exact)),
      article: ArticleSummary(filed), statement: statement, speaker: speaker)
  }
}
