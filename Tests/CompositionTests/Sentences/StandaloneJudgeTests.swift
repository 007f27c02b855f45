import NewsModel
import Primitives
import Testing

@testable import Composition

struct StandaloneJudgeTests {
  /// The candidates of one invented article, by their text.
  private func scores(_ sentences: [String]) throws -> [String: Float] {
    var builder = EvidenceBuilder()
    var draft = EvidenceBuilder.Draft("a", outlet: "The Quay", published: "2023-06-07")
    draft.article.text = sentences.joined(separator: "\n")
    builder.drafts = [draft]
    let candidates = DossierComposer().candidates(try builder.build())
    return Dictionary(
      candidates.map { ($0.text, $0.score) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func `a sentence that names what it tells of scores higher than one that leans`() throws {
    let whole =
      "Ada Quill, the mayor of Portmere, has said that more than 300 families in Lowick will get new homes by May 2024."
    let leaning = "But reporters asked the committee about the decision, and members had no answer."
    let scores = try scores([
      "Portmere has a committee that will take a decision on homes in Lowick.", whole, leaning,
    ])
    let (better, worse) = (
      try #require(scores[whole]), scores.first { $0.key.contains("reporters") }
    )
    if let worse { #expect(better > worse.value + 0.5) }
    #expect(better > StandaloneJudge.floor)
  }

  @Test func `features tell what was told before and what was put in`() throws {
    var builder = EvidenceBuilder()
    let first = "A ruling of judges in Portmere closed a lock near Lowick for good."
    let second = "Judges in Lowick wrote the ruling in May, and boats left Portmere."
    builder.drafts = [
      EvidenceBuilder.Draft("a", outlet: "The Quay", published: "2023-06-07", first, second)
    ]
    let filed = try #require(builder.build().articles.first)
    let features = StandaloneFeatures(
      StandaloneSentence(runs: NonEmpty(.inserted("Ada Quill"), [.source(second)]), insertions: 1),
      start: first.utf8.count + 1, position: 1, share: 0.5, history: WordHistory(filed))
    let values = Dictionary(features.values.map { ($0.name, $0.value) }, uniquingKeysWith: +)
    #expect(values["the:ruling"] == 1)
    #expect(values["definite told before"] == 1)
    #expect(values["name for pronoun"] == 1)
    #expect(values["rare name put in"] == 1)
    #expect(values["early"] == 1)
    #expect(values["word:boats"] == 1)
    #expect(values["definite new"] == nil)
  }
}
