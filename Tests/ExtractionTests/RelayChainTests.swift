import NewsModel
import Primitives
import Testing

@testable import Extraction

struct RelayChainTests {
  private func statement(
    _ id: String, speaker: Int, footing: Footing, cue: ByteRange, content: ByteRange
  ) -> Statement {
    Statement(
      id: id, speaker: EntityIndex(speaker), source: [], cue: [cue], content: NonEmpty(content),
      form: .indirect, footing: footing)
  }

  @Test func `words inside an outlet's report came by that outlet`() {
    // "Anna Holm said that the council would pay, the Herald reported": the report holds the rest.
    let inner = statement(
      "s0", speaker: 0, footing: .named, cue: ByteRange(10, 14), content: ByteRange(15, 41))
    let report = statement(
      "s1", speaker: 1, footing: .outlet, cue: ByteRange(54, 62), content: ByteRange(0, 41))
    let noted = RelayChain([inner, report]).noted()
    #expect(noted.map(\.via) == [EntityIndex(1), nil])
  }

  @Test func `words beside a report have no outlet`() {
    let report = statement(
      "s0", speaker: 1, footing: .outlet, cue: ByteRange(30, 38), content: ByteRange(0, 20))
    let other = statement(
      "s1", speaker: 0, footing: .named, cue: ByteRange(50, 54), content: ByteRange(55, 80))
    #expect(RelayChain([report, other]).noted().allSatisfy { $0.via == nil })
  }
}
