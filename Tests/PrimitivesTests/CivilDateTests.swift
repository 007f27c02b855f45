import Primitives
import Testing

struct CivilDateTests {
  @Test(arguments: [
    (2015, 2, 29), (2023, 4, 31), (2023, 13, 1), (2023, 0, 1), (1900, 2, 29), (0, 1, 1),
  ])
  func `a day that does not exist is nil`(year: Int, month: Int, day: Int) {
    #expect(CivilDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: [
    (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (2023, 7, 12, 19_550, 3), (1969, 12, 31, -1, 3),
    (1, 1, 1, -719_162, 1), (9999, 12, 31, 2_932_896, 5),
  ])
  func `days since the epoch and weekdays are known`(
    year: Int, month: Int, day: Int, days: Int, weekday: Int
  ) throws {
    let date = try #require(CivilDate(year: year, month: month, day: day))
    #expect(date.daysSinceEpoch == days)
    #expect(date.weekday == weekday)
    #expect(CivilDate(daysSinceEpoch: days) == date)
  }

  @Test func `every day of four centuries survives the round trip`() {
    for days in -150_000..<150_000 {
      let date = CivilDate(daysSinceEpoch: days)
      #expect(date.daysSinceEpoch == days)
      if date.daysSinceEpoch != days { return }
    }
  }

  @Test(arguments: [
    (2021, 1, 3, 2020, 53), (2023, 1, 1, 2022, 52), (2024, 12, 30, 2025, 1), (2023, 6, 2, 2023, 22),
  ])
  func `ISO weeks belong to the year of their Thursday`(
    year: Int, month: Int, day: Int, weekYear: Int, week: Int
  ) throws {
    let iso = try #require(CivilDate(year: year, month: month, day: day)).isoWeek
    #expect(iso.year == weekYear)
    #expect(iso.week == week)
  }

  @Test func `adding days crosses months and years`() throws {
    let eve = try #require(CivilDate(year: 2023, month: 12, day: 31))
    #expect(eve.adding(days: 60).description == "2024-02-29")
    #expect(eve.adding(days: -365).description == "2022-12-31")
  }
}
