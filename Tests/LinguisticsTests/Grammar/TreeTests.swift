import Testing

@testable import Linguistics

@Suite struct TreeTests {
  private func tree(_ heads: [Int32], _ labels: [UInt16] = []) -> Tree {
    var tree = Tree(
      heads: heads, labels: labels.isEmpty ? Array(repeating: 0, count: heads.count) : labels)
    tree.settle()
    return tree
  }

  @Test func `edges and sentences follow from the heads`() {
    // 0 ← 1 → 3 → 2 | 4 → 5
    let tree = tree([1, 1, 3, 1, 4, 4])
    #expect(tree.leftEdges == [0, 0, 2, 2, 4, 5])
    #expect(tree.rightEdges == [0, 3, 2, 3, 5, 5])
    #expect(tree.sentences == [0..<4, 4..<6])
  }

  @Test func `crossing arcs widen the edges until all is settled`() {
    let tree = tree([2, 3, 2, 2, 2])
    #expect(tree.leftEdges == [0, 1, 0, 1, 4])
    #expect(tree.sentences == [0..<5])
  }

  @Test func `an empty text has no sentences`() {
    #expect(tree([]).sentences.isEmpty)
  }

  @Test func `a lifted arc is put back below its true head`() throws {
    let names = ["S", "D", "L-nsubj", "R-prep||dobj", "R-dobj", "B-ROOT"]
    let moves = try #require(ParserMoves(names))
    func label(_ name: String) throws -> UInt16 {
      UInt16(try #require(moves.labels.firstIndex(of: name)))
    }
    // "She(0) read(1) it(2) about(3)": 3 hangs at 1 but belongs to the dobj 2.
    var tree = tree(
      [1, 1, 1, 1],
      [try label("nsubj"), try label("ROOT"), try label("dobj"), try label("prep||dobj")])
    var lifting = ArcLifting(moves)
    lifting.undo(&tree) { _ in false }
    #expect(tree.heads == [1, 1, 1, 2])
    #expect(tree.labels[3] == (try label("prep")))
  }

  @Test func `without such a descendant the head stays`() throws {
    let moves = try #require(ParserMoves(["S", "D", "L-x||y", "B-ROOT"]))
    let label = UInt16(try #require(moves.labels.firstIndex(of: "x||y")))
    var tree = tree([1, 1], [label, 0])
    var lifting = ArcLifting(moves)
    lifting.undo(&tree) { _ in false }
    #expect(tree.heads == [1, 1])
    #expect(moves.labels[Int(tree.labels[0])] == "x")
  }

  @Test(arguments: [
    ["S", "D"], ["D", "S", "L-a", "R-a", "B-ROOT"], ["S", "D", "L-a", "X", "B-R"],
  ])
  func `transitions out of order are refused`(names: [String]) {
    #expect(ParserMoves(names) == nil)
  }
}
