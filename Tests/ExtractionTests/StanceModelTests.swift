import NewsModel
import Primitives
import Testing

@testable import Extraction

struct StanceModelTests {
  private func model() throws -> StanceModel { try #require(StanceModel.builtIn) }

  @Test(arguments: StanceParityCase.all)
  func `the answers are those of the training program`(_ example: StanceParityCase) throws {
    let model = try model()
    let sentence = StanceSentence(
      rows: example.rows, tags: example.tags, dependencies: example.dependencies,
      heads: example.heads, quoted: example.quoted)
    let judgements = model.judge.judge(
      model.reader.read(sentence), TreeLinks(heads: example.heads),
      [(example.first, example.second)])
    let judgement = try #require(judgements.first)
    let shares = model.judge.shares(inArticle: judgements, [example.facts])
    for (found, expected) in [
      (judgement.asked, example.asked), (try #require(shares.first), example.article),
    ] {
      #expect(found.count == 5)
      for (a, b) in zip(found, expected) { #expect(abs(a - b) < 2e-4, "\(found), \(expected)") }
    }
  }

  @Test func `words are found by lemma, then by form, and what is unknown by its part of speech`()
    throws
  {
    let vocabulary = try model().vocabulary
    let criticise = vocabulary.row(word: "criticised", lemma: "criticize", partOfSpeech: "VERB")
    #expect(criticise >= vocabulary.specials)
    #expect(
      vocabulary.row(word: "criticize", lemma: "zzqx", partOfSpeech: "VERB") == criticise)
    #expect(vocabulary.row(word: "zzqx", lemma: "zzqx", partOfSpeech: "VERB") == 0)
    let number = vocabulary.row(word: "4,711", lemma: "4,711", partOfSpeech: "NUM")
    #expect(number > 0 && number < vocabulary.specials)
    #expect(vocabulary.name(.person) != vocabulary.name(.organisation))
  }

  @Test func `steps in a tree are counted both ways and stop where nothing is joined`() {
    // 1 is the root of 0, 2 and 3; 4 stands alone.
    let links = TreeLinks(heads: [1, 1, 1, 2, 4])
    #expect(links.steps(from: 0..<1) == [0, 1, 2, 3, 99])
    #expect(links.steps(from: 2..<4) == [2, 1, 0, 0, 99])
  }

  @Test func `places tell side, distance and path`() {
    let places = PairPlaces(TreeLinks(heads: [1, 1, 1, 2]), 0..<1, 3..<4)
    #expect(places.part == [1, 2, 2, 3])
    #expect(places.nearFirst == [7, 8, 9, 10])
    #expect(places.nearSecond == [4, 5, 6, 7])
    #expect(places.onPath == [1, 1, 1, 1])
  }

  @Test(arguments: [
    (Float(0), Float(1)), (1, 2.718_281_8), (-1, 0.367_879_44), (-10, 4.539_993e-5), (-90, 0),
    (10, 22_026.465),
  ])
  func `the exponential function is good to six digits`(x: Float, expected: Float) {
    #expect(abs(StableMath.exponential(x) - expected) <= expected * 2e-6)
  }

  @Test(arguments: [
    (Float(1), Float(0)), (0.5, -0.693_147_2), (100, 4.605_170_2), (1e-4, -9.210_34),
  ])
  func `the logarithm is good to six digits`(x: Float, expected: Float) {
    #expect(abs(StableMath.logarithm(x) - expected) <= abs(expected) * 2e-6 + 1e-7)
  }

  @Test func `shares add up to one even for scores far apart`() {
    let shares = StableMath.shares([-1000, 3, 3])
    #expect(shares[0] == 0)
    #expect(abs(shares[1] - 0.5) < 1e-6)
  }

  @Test func `weights of another form are refused`() {
    var bytes = [UInt8](repeating: 0, count: 256)
    bytes.replaceSubrange(0..<8, with: Array("BGSTANCE".utf8))
    let isRead = unsafe bytes.withUnsafeBytes { unsafe StanceWeights($0) != nil }
    #expect(!isRead)
  }
}
