import Primitives
import Testing

struct CivilTimeTests {
  @Test(arguments: [
    ("2023-06-02", "2023-06-02"),
    ("2023-06-02T08:30", "2023-06-02T08:30:00Z"),
    ("2023-06-02 10:30:00.123+09:00", "2023-06-02T01:30:00Z"),
    ("2023-06-02T00:30:00+09:00", "2023-06-01T15:30:00Z"),
    ("20230602T083000Z", "2023-06-02T08:30:00Z"),
    ("2023-06-02T23:30:00-0500", "2023-06-03T04:30:00Z"),
    ("2023-12-31T23:59:60Z", "2023-12-31T23:59:59Z"),
  ])
  func `ISO 8601 in its usual forms becomes UTC`(text: String, expected: String) throws {
    #expect(try #require(CivilTime(iso8601: text)).description == expected)
  }

  @Test(arguments: [
    "", "2023", "2023-06", "2023-02-30", "2023-06-02T", "2023-06-02T25:00", "2023-06-02T10:61",
    "2023-06-02T10:00 o'clock", "june 2", "2023-06-02T10:00+99:00", "２０２３-06-02",
  ])
  func `what is no time is nil`(text: String) {
    #expect(CivilTime(iso8601: text) == nil)
  }

  @Test func `a bare day comes before the hours of the same day`() throws {
    let day = try #require(CivilTime(iso8601: "2023-06-02"))
    let midnight = try #require(CivilTime(iso8601: "2023-06-02T00:00:00Z"))
    #expect(day < midnight)
    #expect(!(midnight < day))
  }

  @Test func `seconds before the epoch fall on the day before`() {
    #expect(CivilTime(secondsSinceEpoch: -1).description == "1969-12-31T23:59:59Z")
  }

  @Test func `a time survives JSON`() throws {
    let time = try #require(CivilTime(iso8601: "2024-10-01T12:00:00Z"))
    let bytes = try CanonicalJSON.encode([time])
    #expect(String(decoding: bytes, as: UTF8.self) == "[\"2024-10-01T12:00:00Z\"]")
    #expect(try CanonicalJSON.decode([CivilTime].self, from: bytes) == [time])
  }
}
