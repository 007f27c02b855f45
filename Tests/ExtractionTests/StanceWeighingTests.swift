import Linguistics
import NewsModel
import Testing

@testable import Extraction

struct StanceWeighingTests {
  private let sentence = SentenceFacts(
    tokens: 0..<12, polarities: [], negations: 0, entities: 0.7, length: 2.5, place: 0.2,
    speaking: [])

  private func side(title: Bool = true) -> MentionFacts {
    MentionFacts(
      form: .name, kind: .person, mentions: 1.6, part: 0.8, isInTitle: title, firstPlace: 0.1,
      isSource: false, speaks: false, isQuoted: false, arc: "nsubj", isSaidByOther: false)
  }

  private func candidate(
    _ sentence: Int, _ share: Float, holder: Int = 0, target: Int = 1,
    _ polarity: Polarity = .against
  ) -> StanceCandidate {
    StanceCandidate(
      sentence: sentence, holder: EntityIndex(holder),
      target: EntityIndex(target), polarity: polarity, isForward: true,
      holderFacts: side(), targetFacts: side(), sentenceFacts: self.sentence, share: share,
      otherShare: 0.02, askedShare: share)
  }

  private func belief(_ candidates: [StanceCandidate]) -> Float {
    StanceWeighing(candidates, sentences: 20).belief(in: 0)
  }

  @Test func `the surer the judge, the more is believed`() {
    #expect(belief([candidate(3, 0.6)]) > belief([candidate(3, 0.2)]))
  }

  @Test func `the same stance in another sentence speaks for it, the opposite one does not`() {
    let alone = belief([candidate(3, 0.4), candidate(9, 0.4, holder: 2, target: 3)])
    let supported = belief([candidate(3, 0.4), candidate(9, 0.4)])
    let opposed = belief([candidate(3, 0.4), candidate(9, 0.4, .for)])
    #expect(supported > alone)
    #expect(supported > opposed)
  }

  @Test func `a candidate is no support for itself`() {
    let once = StanceWeighing([candidate(3, 0.9)], sentences: 20)
    let far = StanceWeighing([candidate(3, 0.9), candidate(9, 0)], sentences: 20)
    #expect(abs(once.belief(in: 0) - far.belief(in: 0)) < 0.02)
  }

  @Test func `what is asserted keeps its order`() {
    let found = StanceWeighing(
      [candidate(1, 0.97), candidate(2, 0.01, holder: 4, target: 5), candidate(6, 0.97)],
      sentences: 8
    ).asserted
    #expect(found.map(\.sentence) == [1, 6])
  }

  @Test func `facts are as many numbers as the judge was trained with`() {
    #expect(side().values.count == MentionFacts.count)
    #expect(StancePairFacts.count == 75)
  }
}
