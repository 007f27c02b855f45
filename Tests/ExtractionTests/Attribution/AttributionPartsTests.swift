import Testing

@testable import Extraction

struct FeatureHashTests {
  @Test func `capitals hash as small letters`() {
    #expect(FeatureHash.of("Said".utf8) == FeatureHash.of("said".utf8))
    #expect(FeatureHash.of("said".utf8) != FeatureHash.of("says".utf8))
  }

  @Test func `the empty word has the offset of FNV-1a`() {
    #expect(FeatureHash.of("".utf8) == 0xCBF2_9CE4_8422_2325)
    #expect(FeatureHash.of("a".utf8) == 0xAF63_DC4C_8601_EC8C)
  }

  @Test func `mixing depends on the order`() {
    #expect(FeatureHash.mix(1, 2) != FeatureHash.mix(2, 1))
    #expect(FeatureHash.mix(1, 2, 3) == FeatureHash.mix(FeatureHash.mix(1, 2), 3))
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (3, 2), (9, 3), (100, 3)])
  func `a bucket counts the limits that are reached`(value: Int, bucket: Int) {
    #expect(FeatureHash.bucket(value, [1, 3, 9]) == bucket)
  }
}

struct TokenTreeTests {
  @Test func `depth and extent follow the heads`() {
    // 1 is the root, 0 and 3 hang below it, 2 below 3.
    let tree = TokenTree(heads: [1, 1, 3, 1])
    #expect(tree.parents == [1, -1, 3, 1])
    #expect(tree.depths == [1, 0, 2, 1])
    #expect(tree.lefts == [0, 0, 2, 2])
    #expect(tree.rights == [0, 3, 2, 3])
  }

  @Test func `a circle is cut`() {
    let tree = TokenTree(heads: [1, 2, 0])
    #expect(tree.parents.contains(-1))
    #expect(tree.depths.allSatisfy { $0 >= 0 })
  }
}

struct LabelTransitionsTests {
  /// Three labels: none, start, rest; the rest follows only a start or itself.
  private let transitions = LabelTransitions(
    follow: [0, 0, -1000, 0, 0, 0, 0, 0, 0], begin: [0, 0, -1000])

  @Test func `the best sequence keeps to what may follow what`() {
    let scores: [Float] = [1, 0, 5, 0, 0, 4, 3, 0, 0]
    #expect(transitions.best(scores) == [1, 2, 0])
    #expect(transitions.best([]).isEmpty)
  }

  @Test func `runs start with the label and go on with the next`() {
    #expect(LabelTransitions.runs([1, 2, 2, 0, 2, 1, 1], starting: 1) == [0..<3, 5..<6, 6..<7])
    #expect(LabelTransitions.runs([0, 1, 2], starting: 1, from: 10) == [11..<13])
  }
}
