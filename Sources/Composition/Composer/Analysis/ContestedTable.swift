import NewsModel
import Primitives

/// What reports contradict one another in: each answer with those who give it, side by side and not adjudicated.
struct ContestedTable {
  let material: Material
  let claims: ContestedClaims
  private static let most = 4

  func compose() -> CitedTable? {
    let shown = Array(claims.all.prefix(Self.most))
    guard let first = shown.first,
      let citations = NonEmpty(first.answers.map(\.citations.first))
    else { return nil }
    let rows = shown.flatMap { claim in claim.answers.map { row($0) } }
    return CitedTable(
      id: "contested", title: "Where reports differ",
      finding: CitedText(computed: finding(shown), citations: citations),
      columns: ["Answer", "Who says so", "Day", "Sentence"], rows: rows)
  }

  private func finding(_ shown: [ContestedClaims.Claim]) -> String {
    let points = NewspaperStyle.count(shown.count, "point")
    let first = shown.count == 1 ? ":" : ", among them:"
    let later = shown.allSatisfy { $0.claim.relation != .contested } ? ", the later one last" : ""
    return "Reports differ on \(points)\(first) \(shown[0].words)\(later)."
  }

  private func row(_ answer: ContestedClaims.Answer) -> CitedTable.Row {
    let cited = NonEmpty(
      answer.citations.first,
      Array(answer.citations.rest.prefix(Material.citationLimit - 1)))
    let day = answer.citations.first.published.map { NewspaperStyle.day($0.date) } ?? "undated"
    let sentence =
      answer.sentence.flatMap(material.cited)
      ?? CitedText(
        computed: "see the sentence cited", citations: NonEmpty(answer.citations.first))
    return CitedTable.Row(cells: [
      .cited(CitedText(computed: answer.words, citations: cited)),
      .cited(CitedText(computed: NewspaperStyle.list(answer.voices), citations: cited)),
      .cited(CitedText(computed: day, citations: NonEmpty(answer.citations.first))),
      .cited(sentence),
    ])
  }
}
