import Extraction
import NewsModel
import Primitives
import Testing

struct RobustnessTests {
  /// A seeded generator (SplitMix64), so that a failure can be repeated.
  private struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let scraps = [
    "Anna Holm", "said", "says", "that", "\"", "“", "”", "'", "''", "``", "(", ")", "[", "]", ",",
    ".", "?", "!", "...", "—", "-", ":", ";", "\n", "\n\n", "the ministry", "he", "she", "who",
    "according to", "In a statement", "May", "Feb 29, 2015", "last week", "1998", "10 p.m.",
    "U.S.", "Mr.", "é", "中文", "🙂", "\u{00A0}", "\u{200B}", "\u{0000}", "don't", "'s", "of",
    "President", "Nato", "(NATO)", "reportedly", "is expected to", "three", "years", "ago",
    "00000000000000000000", "99999999999999", "2023-13-45", "1/1/1", "-", "&", "@", "#x", "http://",
  ]

  private func check(_ text: String) {
    let bytes = UTF8Text(text)
    let analysis = Extractor().analyse(
      Article(published: CivilTime(iso8601: "2023-06-02"), text: text))
    var ranges = analysis.sentences + analysis.times.map(\.range)
    ranges += analysis.entities.flatMap { $0.mentions + $0.descriptions }
    ranges += analysis.statements.flatMap { $0.source + $0.cue + $0.content.elements }
    ranges += analysis.events.map(\.range) + analysis.stances.map(\.evidence)
    #expect(ranges.allSatisfy { bytes.words(at: $0)?.isEmpty == false })
    let sentences = analysis.sentences
    #expect(zip(sentences, sentences.dropFirst()).allSatisfy { $0.end <= $1.start })
    let speakers = analysis.statements.compactMap { $0.speaker?.rawValue }
    #expect(speakers.allSatisfy(analysis.entities.indices.contains))
  }

  @Test(arguments: [UInt64](1...12))
  func `any mixture of words and marks gives ranges that fit the text`(seed: UInt64) {
    var generator = Seeded(state: seed)
    let parts = (0..<400).compactMap { _ in Self.scraps.randomElement(using: &generator) }
    let separator = seed.isMultiple(of: 3) ? "" : " "
    check(parts.joined(separator: separator))
  }

  @Test func `any bytes give an analysis`() {
    var generator = Seeded(state: 7)
    for _ in 0..<12 {
      let bytes = (0..<600).map { _ in UInt8.random(in: 0...255, using: &generator) }
      check(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func `the same text gives the same analysis`() throws {
    var generator = Seeded(state: 11)
    let parts = (0..<600).compactMap { _ in Self.scraps.randomElement(using: &generator) }
    let article = Article(text: parts.joined(separator: " "))
    #expect(
      try CanonicalJSON.encode(Extractor().analyse(article))
        == CanonicalJSON.encode(Extractor().analyse(article)))
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "the mayor said that ", "\"", "(", "“Holm ", "Anna Holm, who said ", "also said also ",
      "last week and ", "Anna ", "he said he said ", "a, ", "\"A.\" ", "reportedly ", "x",
      "and added ",
    ])
  func `a long text without an end costs time by its length only`(scrap: String) {
    let count = 40_000 / scrap.utf8.count
    check(String(repeating: scrap, count: count))
  }
}
