import Extraction
import NewsModel
import Primitives
import Testing

struct TimeTests {
  private func times(_ text: String, published: String? = "2023-06-02") -> [String] {
    let article = Article(published: published.flatMap(CivilTime.init(iso8601:)), text: text)
    let bytes = UTF8Text(text)
    return Extractor().analyse(article).times.map {
      "\(bytes[$0.range]) \($0.type.rawValue) \($0.value)"
    }
  }

  @Test(arguments: [
    ("The bridge fell on Aug. 7, 1998.", "Aug. 7, 1998 DATE 1998-08-07"),
    ("They met on 7 August 1998.", "7 August 1998 DATE 1998-08-07"),
    ("The plan dates from July 1997.", "July 1997 DATE 1997-07"),
    ("She spoke on Thursday.", "Thursday DATE 2023-06-01"),
    ("She will speak on Thursday.", "Thursday DATE 2023-06-08"),
    ("Prices fell last year.", "last year DATE 2022"),
    ("The minister said last week that it would rain.", "last week DATE 2023-W21"),
    ("They left three days ago.", "three days ago DATE 2023-05-30"),
    ("The talks took five years.", "five years DURATION P5Y"),
    ("The road was closed for nearly two weeks.", "nearly two weeks DURATION P2W"),
    ("The office opens every day.", "every day SET P1D"),
    ("It was built in the 1990s.", "the 1990s DATE 199X"),
    ("He leaves office in October.", "October DATE 2023-10"),
    ("They met at 10 p.m. on Thursday.", "10 p.m. on Thursday TIME 2023-06-01T22:00"),
    ("Sales rose in the first quarter of 2021.", "the first quarter of 2021 DATE 2021-Q1"),
  ])
  func `an expression gets its TIMEX3 value from the day of publication`(
    text: String, expected: String
  ) {
    #expect(times(text) == [expected])
  }

  @Test(arguments: [
    "Mrs May met the council.", "The shop closed on Feb 29, 2015.", "It may march on.",
    "About 2000 people came.", "A man of 45 years of age was hurt.",
  ])
  func `what only looks like a date is none`(text: String) {
    #expect(times(text).isEmpty)
  }

  @Test func `without a day of publication only absolute dates have values`() {
    #expect(
      times("They left last week, on 7 August 1998.", published: nil) == [
        "7 August 1998 DATE 1998-08-07"
      ])
  }

  @Test func `the same day is the day that was named before`() {
    #expect(
      times("It rained on 7 August 1998. The dam broke the same day.").last
        == "the same day DATE 1998-08-07")
  }
}
