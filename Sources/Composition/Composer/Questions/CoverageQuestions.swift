import NewsModel
import Primitives

/// Who is quoted most, how many outlets report it, and which came first: counted, not written.
struct CoverageQuestions {
  let material: Material
  let findings: Findings
  private static let citationLimit = 6
  private static let sameNews = 3

  func drafts() -> [QuestionComposer.Draft] {
    [mostQuoted(), outlets(), first()].compactMap(\.self)
  }

  private func mostQuoted() -> QuestionComposer.Draft? {
    let counts = findings.speakers.all.map(\.quotations.count).sorted(by: >)
    guard let speaker = findings.speakers.all.first, counts.count > 2, counts[0] > 2,
      // Of two with as many statements neither is quoted most.
      speaker.quotations.count == counts[0], counts[0] > counts[1],
      material.naming.kind(speaker.entity) == .person,
      let citations = NonEmpty(
        Self.wordForWordFirst(speaker.quotations).prefix(Self.citationLimit)
          .compactMap(material.citation))
    else { return nil }
    let name = material.naming.atStart(speaker.entity)
    let count = NewspaperStyle.count(speaker.quotations.count, "statement")
    let origins =
      material.originals.count > 1 ? " in \(NewspaperStyle.count(speaker.origins, "report"))" : ""
    return .init(
      question: "Who is quoted most?",
      answer: [
        CitedText(computed: "\(name), with \(count)\(origins).", citations: citations)
      ])
  }

  /// Statements in the speaker's own words before those in the reporter's.
  private static func wordForWordFirst(_ quotations: [Material.Quotation]) -> [Material.Quotation] {
    quotations.filter { $0.statement.form == .direct }
      + quotations.filter { $0.statement.form != .direct }
  }

  private func outlets() -> QuestionComposer.Draft? {
    let articles = material.evidence.articles
    var seen: Set<String> = []
    let firsts = articles.filter { seen.insert($0.version.article.outlet ?? "").inserted }
    guard let citations = NonEmpty(firsts.prefix(Self.citationLimit).compactMap(lead)) else {
      return nil
    }
    let topic = material.evidence.topic
    let isPart = material.evidence.isSelection
    let all = isPart ? topic.articles.count : articles.count
    let origins = isPart ? topic.trend.origins : Set(articles.map(\.origin)).count
    let outletCount = isPart ? topic.trend.outlets : seen.count
    let copies = all - origins
    let outlets = NewspaperStyle.countAtStart(outletCount, "outlet")
    let count = NewspaperStyle.count(all, "article")
    let verb = outletCount == 1 ? "has" : "have"
    let note =
      copies == 0
      ? ""
      : "; \(NewspaperStyle.number(copies)) of them \(copies == 1 ? "is a copy" : "are copies")"
    return .init(
      question: "How many outlets report on this?",
      answer: [
        CitedText(
          computed: "\(outlets) \(verb) published \(count) on this\(note).", citations: citations)
      ])
  }

  private func first() -> QuestionComposer.Draft? {
    // Where some articles stand for all, an earlier one of that day may be among the others.
    // "It" must be one happening.
    guard !material.evidence.isSelection, material.evidence.topic.stories.count == 1,
      material.originals.count > 1,
      let first = material.originals.first,
      let day = first.version.article.published?.date, let outlet = first.version.article.outlet,
      let citation = lead(first)
    else { return nil }
    // What comes weeks later is no report of the same.
    let next = material.originals.dropFirst().first?.version.article.published?.date
    guard let next, next.daysSinceEpoch - day.daysSinceEpoch <= Self.sameNews else { return nil }
    let rivals = material.originals.filter { $0.version.article.published?.date == day }
    guard Set(rivals.map { $0.version.article.outlet ?? "" }).count == 1 else { return nil }
    return .init(
      question: "Which outlet here reported it first?",
      answer: [
        CitedText(
          computed: "\(outlet), on \(NewspaperStyle.day(day)).", citations: NonEmpty(citation))
      ])
  }

  /// The first sentence of an article.
  private func lead(_ filed: FiledArticle) -> Citation? {
    filed.analysis.sentences.first.flatMap { Citation(filed.text.trimmed($0), of: filed) }
  }
}
