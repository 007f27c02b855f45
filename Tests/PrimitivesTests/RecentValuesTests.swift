import Testing

@testable import Primitives

struct RecentValuesTests {
  @Test func `what is asked for stays, what is not goes`() {
    var recent = RecentValues<Int, String>(room: 4)
    for number in 1...3 { recent.keep("\(number)", of: number) }
    #expect(recent.value(of: 1) == "1")
    for number in 4...9 {
      recent.keep("\(number)", of: number)
      #expect(recent.value(of: 1) == "1")
    }
    #expect(recent.value(of: 2) == nil)
    #expect(recent.value(of: 9) == "9")
  }

  @Test func `no more is held than there is room`() {
    var recent = RecentValues<Int, [Int]>(room: 100) { $0.count }
    for number in 0..<1000 { recent.keep([Int](repeating: 0, count: 10), of: number) }
    let held = (0..<1000).filter { recent.value(of: $0) != nil }
    #expect((5...10).contains(held.count))
    #expect(held.last == 999)
  }

  @Test func `a value that is replaced or forgotten leaves nothing behind`() {
    var recent = RecentValues<String, Int>(room: 10) { $0 }
    recent.keep(1, of: "a")
    recent.keep(2, of: "a")
    #expect(recent.value(of: "a") == 2)
    recent.forget("a")
    #expect(recent.value(of: "a") == nil)
    // Ten times a value that takes the half would fill it, if what was forgotten still counted.
    recent.keep(1, of: "b")
    for _ in 0..<10 {
      recent.keep(4, of: "a")
      recent.forget("a")
    }
    #expect(recent.value(of: "b") == 1)
  }
}
