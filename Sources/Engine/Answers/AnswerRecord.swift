import Composition
public import NewsModel
public import Primitives

/// An answer as JSON: the contract with scorers, the API and agents.
///
/// `{"question","kind","answered","verdict","text","citations","origins","searched","answers","nearest"}`;
/// `text`, `citations` and `origins` are those of the first of `answers`.
public struct AnswerRecord: Sendable, Encodable {
  /// A cited sentence.
  public struct Cited: Sendable, Encodable {
    /// The article that holds it.
    public let article: ArticleID
    /// Where it stands.
    public let range: ByteRange
    /// Its exact words.
    public let text: String
    /// Who published it.
    public let outlet: String
    /// The headline.
    public let title: String
    /// When it was published.
    public let published: CivilTime?
    /// The answering words, as ranges in the article's text.
    public let marks: [ByteRange]
  }

  /// One answer with its sources.
  public struct Entry: Sendable, Encodable {
    /// The sentence as readers see it.
    public let text: String
    /// Its sources: the sentence shown, then one of each other origin.
    public let citations: [Cited]
    /// How many origins give it.
    public let origins: Int
  }

  /// As it was asked.
  public let question: String
  /// What it asks for.
  public let kind: String
  /// Whether the library holds an answer.
  public let answered: Bool
  /// Yes or no, for a question that asks whether.
  public let verdict: Bool?
  /// The first answer; nil when there is none.
  public let text: String?
  /// Its sources.
  public let citations: [Cited]
  /// How many origins give it.
  public let origins: Int
  /// How many articles were looked through.
  public let searched: Int
  /// All answers; those after the first say something else.
  public let answers: [Entry]
  /// The sentences that come nearest when there is no answer.
  public let nearest: [Cited]
  /// The answer in a language model's words, checked; left out when none is named.
  public let narration: NarrationRecord?

  /// Makes the record of an answer.
  public init(_ answer: Answer) {
    question = answer.question
    kind = answer.kind
    answered = answer.isAnswered
    verdict = answer.verdict
    answers = answer.findings.map { finding in
      Entry(
        text: finding.text.text, citations: Self.sources(finding), origins: finding.originCount)
    }
    text = answers.first?.text
    citations = answers.first?.citations ?? []
    origins = answers.first?.origins ?? 0
    searched = answer.searched
    nearest = answer.nearest.flatMap { Self.sources($0).prefix(1) }
    narration = answer.narration.map(NarrationRecord.init)
  }

  private static func sources(_ finding: Answer.Finding) -> [Cited] {
    let all = finding.text.citations.elements + finding.text.corroborating
    return all.enumerated().map { index, citation in
      Cited(
        article: citation.article, range: citation.passage.range, text: citation.exact,
        outlet: citation.outlet, title: citation.title, published: citation.published,
        marks: index == 0 ? finding.marks : [])
    }
  }
}
