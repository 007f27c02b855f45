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
    ("The mill closed in this year's first quarter.", "this year's first quarter DATE 2023-Q1"),
    ("Output fell in the second half of 2020.", "the second half of 2020 DATE 2020-H2"),
    ("They spoke over the weekend.", "the weekend DATE 2023-W21-WE"),
    ("The canal was dug in the 19th century.", "the 19th century DATE 18XX"),
    ("It was the fashion of the '80s.", "the '80s DATE 198X"),
    ("He retired in nineteen ninety-one.", "nineteen ninety-one DATE 1991"),
    ("The lock opened at 16:30 GMT on Tuesday.", "16:30 GMT on Tuesday TIME 2023-05-30T16:30"),
    ("The shop shuts at 5pm.", "5pm TIME 2023-06-02T17:00"),
    ("It lasted two and a half years.", "two and a half years DURATION P2Y6M"),
    ("The strike ran for half an hour.", "half an hour DURATION PT30M"),
    ("They signed a five-year lease.", "five-year DURATION P5Y"),
    ("The fair is held every other year.", "every other year SET P2Y"),
    ("Markets are shut on Mondays.", "Mondays SET XXXX-WXX-1"),
    ("They met on Thanksgiving Day.", "Thanksgiving Day DATE 2022-11-24"),
    ("The choir sang on Good Friday.", "Good Friday DATE 2023-04-07"),
    ("The bill is to be signed on Monday.", "Monday DATE 2023-06-05"),
    ("The court gave them until Monday.", "Monday DATE 2023-06-05"),
    ("The dam was finished in December.", "December DATE 2022-12"),
    ("The bridge was shut on Oct. 23.", "Oct. 23 DATE 2022-10-23"),
    ("Work stopped nearly four years ago.", "nearly four years ago DATE 2019"),
    ("Prices rose over the past week.", "the past week DURATION P1W"),
    ("He moved here 40 or 50 years ago.", "40 or 50 years ago DATE 1983"),
    ("He boomed: \"Let us win in September.\"", "September DATE 2023-09"),
    ("The plant closes at the end of 2024.", "the end of 2024 DATE 2024"),
  ])
  func `an expression gets its TIMEX3 value from the day of publication`(
    text: String, expected: String
  ) {
    #expect(times(text) == [expected])
  }

  @Test(arguments: [
    "Mrs May met the council.", "The shop closed on Feb 29, 2015.", "It may march on.",
    "About 2000 people came.", "A man of 45 years of age was hurt.", "A 12-year-old boy won.",
    "Jan Kolar won the vote.", "She wrote for USA Today.", "He works for the Las Vegas Sun.",
    "It costs $20 a week.", "The band soon became famous.",
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

  @Test func `an expression is the same whether its parts are joined or not`() {
    #expect(times("The two-year plan began in mid-May.").last == "mid-May DATE 2023-05")
    #expect(times("She spoke from June 3-5.") == ["June 3 DATE 2023-06-03", "5 DATE 2023-06-05"])
  }

  @Test func `a year earlier is the same quarter where quarters are compared`() {
    #expect(
      times("Sales in the first quarter were 5 million, up from 4 million a year earlier.").last
        == "a year earlier DATE 2022-Q1")
    #expect(times("Prices were lower a year earlier.") == ["a year earlier DATE 2022"])
  }

  @Test func `the next morning follows the day that was named`() {
    #expect(
      times("The ship sank on 7 August 1998. The next morning divers went down.").last
        == "The next morning TIME 1998-08-08TMO")
  }

  @Test func `a time of day belongs to the day of its sentence`() {
    #expect(
      times("On 7 August 1998 at 10:35 a.m. the hall shook.").last
        == "10:35 a.m. TIME 1998-08-07T10:35")
  }
}
