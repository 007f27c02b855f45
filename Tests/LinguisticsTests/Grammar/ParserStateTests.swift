import Testing

@testable import Linguistics

@Suite struct ParserStateTests {
  @Test func `arcs are drawn between the stack and the buffer`() {
    // 0 ← 1 → 2
    var state = ParserState(count: 3)
    state.shift()
    state.attachLeft(5)
    state.shift()
    state.attachRight(6)
    #expect(state.heads == [1, -1, 1])
    #expect(state.labels == [5, 0, 6])
    #expect(state.leftChild(1) == 0)
    #expect(state.rightChild(1) == 2)
    state.reduce()
    state.reduce()
    #expect(state.isFinal)
  }

  @Test func `a token without a head goes back to the buffer`() {
    var state = ParserState(count: 4)
    state.shift()
    state.shift()
    state.reduce()
    #expect(state.stacked(0) == 0)
    #expect(state.buffered(0) == 1)
    #expect(state.buffered(1) == 2)
    #expect(state.bufferCount == 3)
    #expect(!state.canShift)
    state.attachRight(1)
    #expect(state.heads[1] == 0)
  }

  @Test func `the last token without a head is taken off`() {
    var state = ParserState(count: 1)
    #expect(state.canShift)
    #expect(!state.canReduce)
    state.shift()
    #expect(!state.canShift)
    #expect(state.canReduce)
    state.reduce()
    #expect(state.isFinal)
  }

  @Test func `a new head replaces the old one`() {
    // 0 → 1, then 1 ← 2: the arc from 0 is gone.
    var state = ParserState(count: 3)
    state.shift()
    state.attachRight(1)
    #expect(state.rightChild(0) == 1)
    state.attachLeft(2)
    #expect(state.heads[1] == 2)
    #expect(state.rightChild(0) == -1)
  }

  @Test func `no arc crosses the start of a sentence`() {
    var state = ParserState(count: 3)
    state.shift()
    #expect(state.canBreak)
    state.beginSentence()
    #expect(!state.canBreak)
    #expect(state.canAttach)
    state.attachRight(1)
    #expect(state.buffered(0) == 2)
    #expect(!state.canAttach)
    #expect(!state.canShift)
    #expect(state.canReduce)
  }

  @Test(arguments: 0..<20)
  func `any allowed transitions come to an end with a tree`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var state = ParserState(count: 30)
    var steps = 0
    while !state.isFinal {
      var moves: [(inout ParserState) -> Void] = []
      if state.canShift { moves.append { $0.shift() } }
      if state.canReduce { moves.append { $0.reduce() } }
      if state.canAttach {
        moves.append { $0.attachLeft(1) }
        moves.append { $0.attachRight(2) }
      }
      if state.canBreak { moves.append { $0.beginSentence() } }
      moves.randomElement(using: &random)?(&state)
      steps += 1
      guard steps < 1_000 else {
        Issue.record("no end after \(steps) steps")
        return
      }
    }
    for token in 0..<30 {
      var (place, hops) = (token, 0)
      while state.heads[place] >= 0, hops < 31 {
        place = Int(state.heads[place])
        hops += 1
      }
      #expect(hops < 31, "a circle at \(token)")
    }
  }
}
