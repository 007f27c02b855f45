import Testing

@testable import Answering

struct WordVectorsTests {
  @Test func `a word is found by its spelling alone`() {
    #expect(WordVectors.shared.place(of: "government") != nil)
    #expect(WordVectors.shared.place(of: "governmentz") == nil)
    #expect(WordVectors.shared.place(of: "") == nil)
  }

  @Test func `words of like meaning lie near, others far`() throws {
    func vector(_ word: String) throws -> [Float] {
      WordVectors.shared.vector(at: try #require(WordVectors.shared.place(of: word)))
    }
    let near = WordVectors.cosine(try vector("buy"), try vector("purchase"))
    let far = WordVectors.cosine(try vector("buy"), try vector("weather"))
    #expect(near > 0.5)
    #expect(far < 0.3)
  }

  @Test func `a rare word is rarer than a common one`() throws {
    let vectors = WordVectors.shared
    let common = vectors.rarity(at: try #require(vectors.place(of: "the")))
    let rare = vectors.rarity(at: try #require(vectors.place(of: "harbour")))
    #expect(common < 2)
    #expect(rare > 4)
  }

  @Test(arguments: [
    ("govern", "government", true), ("korea", "korean", true), ("sign", "signal", true),
    ("cat", "cats", false), ("harbour", "summer", false),
  ])
  func `an ending makes a relative`(a: String, b: String, expected: Bool) {
    #expect(WordKinship.areRelated(a.utf8, b.utf8) == expected)
  }
}
