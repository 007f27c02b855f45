import NewsModel
import Testing

@testable import Composition

struct NamesOfPersonsTests {
  private let names = NamesOfPersons([
    (EntityID("ada"), "Ada Quill"), (EntityID("dame"), "Dame Ada Quill"),
    (EntityID("orr"), "Orr"), (EntityID("ben"), "Ben Orr"),
  ])

  @Test func `a longer name is told from a shorter and more prominent one`() {
    #expect(names.isLonger(["Dame", "Ada", "Quill"], than: EntityID("dame")))
    #expect(!names.isLonger(["Ada", "Quill"], than: EntityID("ada")))
    #expect(!names.isLonger(["Sir", "Ben", "Orr"], than: EntityID("ada")))
  }

  @Test func `a word is found in somebody else's name`() {
    #expect(names.has("Orr", besides: EntityID("orr"), asLast: true))
    #expect(names.has("Orr", besides: EntityID("ben"), asLast: false))
    #expect(!names.has("Orr", besides: EntityID("ben"), asLast: true))
    #expect(!names.has("Ben", besides: EntityID("ben"), asLast: false))
  }
}
