import NewsModel
import Primitives
import Testing

struct AnalysisTests {
  @Test func `a record from before definitions and reasons is read`() throws {
    let old =
      #"{"entities":[],"events":[],"programmes":[],"sentences":[[0,4]],"stances":[],"statements":[],"times":[]}"#
    let analysis = try CanonicalJSON.decode(Analysis.self, from: old.utf8)
    #expect(analysis == Analysis(sentences: [ByteRange(0, 4)]))
  }

  @Test func `definitions and reasons come back as they were written`() throws {
    let analysis = Analysis(
      definitions: [
        Definition(
          entity: EntityIndex(0), range: ByteRange(5, 9), form: .naming, sentence: ByteRange(0, 20))
      ],
      reasons: [
        Reason(
          kind: .purpose, marker: "so that", effect: ByteRange(0, 4), cause: ByteRange(10, 20),
          sentence: ByteRange(0, 20))
      ])
    let written = try CanonicalJSON.encode(analysis)
    #expect(try CanonicalJSON.decode(Analysis.self, from: written) == analysis)
  }
}
