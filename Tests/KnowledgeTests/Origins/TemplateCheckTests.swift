import NewsModel
import Testing

@testable import Knowledge

/// Texts written into a form share most of their words and are no copies of one another.
struct TemplateCheckTests {
  private func groups(_ texts: [String], days: [Int], outlets: [String]) throws -> [[Int]] {
    let articles = texts.enumerated().map { index, text in
      Sample.article(
        "a\(index)", "Report \(index)", text, outlet: outlets[index],
        published: "2024-03-\(10 + days[index])")
    }
    return try Sample.copies(articles)
  }

  static let market = [
    marketReport("Monday", "41.2", "7,310.5", "Vantor Steel", "2.4", "Oakmere", "1.9", "83.10"),
    marketReport("Tuesday", "12.9", "7,323.4", "Pell Mining", "5.1", "Larch", "0.8", "84.65"),
    marketReport("Friday", "77.0", "7,246.4", "Crane Motors", "3.3", "Dunmore", "4.2", "81.20"),
  ]
  static func marketReport(
    _ day: String, _ points: String, _ close: String, _ winner: String, _ gain: String,
    _ loser: String, _ loss: String, _ oil: String
  ) -> String {
    """
    The main index of the Port Anselm exchange moved \(points) points to close at \(close) on \(day), as
    investors waited for news from the central bank. Shares in \(winner) rose \(gain) per cent and were the
    best of the day. Shares in \(loser) fell \(loss) per cent and were the weakest. A barrel of crude oil for
    delivery next month cost \(oil) crowns at the end of trading. Trading was in line with the usual level.
    """
  }

  static let weather = [
    weatherReport("Wednesday", "14", "23", "Cape Mallow", "8", "1.2"),
    weatherReport("Saturday", "6", "11", "Tarn Valley", "31", "3.5"),
  ]
  static func weatherReport(
    _ day: String, _ low: String, _ high: String, _ place: String, _ rain: String, _ waves: String
  ) -> String {
    """
    The weather for \(day): clouds in the morning, then sunny spells in most places. Lows near \(low) degrees
    and highs near \(high) degrees. In \(place) up to \(rain) millimetres of rain are possible in the
    afternoon. Waves of \(waves) metres are expected along the coast. The next forecast follows in the evening.
    """
  }

  static let obituaries = [
    obituary("Alma Reyter", "84", "Tarn", "March 2", "Karel", "two sons", "Saint Brenna", "11"),
    obituary("Hugo Lindqvar", "91", "Mallow", "March 7", "Petra", "a daughter", "Holy Cross", "2"),
  ]
  static func obituary(
    _ name: String, _ age: String, _ town: String, _ day: String, _ spouse: String,
    _ children: String, _ church: String, _ hour: String
  ) -> String {
    """
    \(name), \(age), of \(town), died on \(day) after a short illness. The family thanks all who sent kind
    words in the past days. Survivors are \(spouse), who was married to the deceased for many years, and
    \(children). The service will be held at \(church) at \(hour) o'clock. Instead of flowers the family asks
    for gifts to the lifeboat society. The book of condolence lies open in the town hall until Sunday.
    """
  }

  @Test(arguments: [market, weather, obituaries])
  func `fillings of one form are no copies, whoever prints them`(texts: [String]) throws {
    let days = Array(texts.indices)
    let apart = texts.indices.map { [$0] }
    #expect(try groups(texts, days: days, outlets: texts.indices.map { "O\($0)" }) == apart)
    #expect(try groups(texts, days: days, outlets: texts.map { _ in "One" }) == apart)
  }

  @Test(arguments: [market[0], weather[0], obituaries[0]])
  func `a printed form is the copy of itself`(text: String) throws {
    let other = "By our desk\n" + text
    #expect(try groups([text, other], days: [0, 0], outlets: ["A", "B"]) == [[0, 1]])
  }

  @Test func `a copy with one figure brought up to date is a copy`() throws {
    let wire = OriginLinkerTests.wire
    let later = wire.replacing("forty people", with: "43 people")
    #expect(try groups([wire, later], days: [0, 0], outlets: ["A", "B"]) == [[0, 1]])
  }
}
