import Knowledge
public import NewsModel
import Primitives
import Storage

extension Library {
  /// The claims that the articles of a topic contest or revise, contested ones first.
  public func contestedClaims(of topic: Topic) throws -> [ContestedClaimView] {
    try contestedClaims(in: store.filed(topic.articles))
  }

  /// The contested and revised claims of the whole library, story by story: one story is in memory at a time.
  public func contestedClaims() throws -> [ContestedClaimView] {
    try stories().filter { $0.articles.count > 1 }.flatMap {
      try contestedClaims(in: store.filed($0.articles))
    }
  }

  private func contestedClaims(in articles: [FiledArticle]) throws -> [ContestedClaimView] {
    let evidence = CitedArticles(articles)
    return try ContestedClaimFinder().claims(in: articles).compactMap { claim in
      let answers = try claim.answers.compactMap { answer -> ContestedClaimView.Answer? in
        let reports = try answer.reports.compactMap { report -> ContestedClaimView.Report? in
          guard let words = evidence.citation(report.words),
            let sentence = evidence.citation(report.sentence)
          else { return nil }
          return ContestedClaimView.Report(
            speaker: try report.speaker.flatMap { try store.entity($0) }, words: words,
            sentence: sentence)
        }
        return NonEmpty(reports).map { ContestedClaimView.Answer(answer: answer, reports: $0) }
      }
      return answers.count > 1 ? ContestedClaimView(claim: claim, answers: answers) : nil
    }
  }
}

/// Filed articles by version, to cite passages of them.
struct CitedArticles {
  private let byVersion: [VersionID: FiledArticle]

  init(_ articles: [FiledArticle]) {
    byVersion = Dictionary(articles.map { ($0.version.id, $0) }) { first, _ in first }
  }

  /// The passage as a citation; nil when its article is not among them.
  func citation(_ passage: Passage) -> Citation? {
    byVersion[passage.version].flatMap { Citation(passage.range, of: $0) }
  }

  /// The sentence in which a passage starts, as a citation.
  func sentence(_ passage: Passage) -> Citation? {
    citation(passage).flatMap { citation(Passage(version: passage.version, range: $0.sentence)) }
  }
}
