import Extraction
import NewsModel
import Primitives
import Testing

struct EventTests {
  private func events(_ text: String) -> [NewsEvent] {
    analysis(text).events
  }

  private func analysis(_ text: String) -> Analysis {
    let article = Article(published: CivilTime(iso8601: "2023-06-02"), text: text)
    return Extractor().analyse(article)
  }

  @Test(arguments: [
    ("Norway closed its embassy in Mali on 12 May 2023.", "2023-05-12 happened"),
    ("Norway will close its embassy in Mali on 12 July 2023.", "2023-07-12 scheduled"),
    ("Norway could close its embassy in Mali on 12 July 2023.", "2023-07-12 conditional"),
    ("Norway did not close its embassy in Mali on 12 May 2023.", "2023-05-12 denied"),
  ])
  func `a dated happening has a date and a status`(text: String, expected: String) {
    #expect(events(text).map { "\($0.when) \($0.status.rawValue)" } == [expected])
  }

  @Test func `what nobody mentioned is not denied`() {
    let found = events("The report of May 2010 did not mention Norway.")
    #expect(!found.contains { $0.status == .denied })
  }

  @Test func `a date of speaking makes no event`() {
    #expect(events("Norway's foreign ministry said on Thursday that talks were useful.").isEmpty)
  }

  @Test func `an event names where it took place`() throws {
    let found = analysis("Norway opened an embassy in Mali on 12 May 2023.")
    let event = try #require(found.events.first)
    let place = try #require(event.place)
    #expect(found.entities[place.rawValue].name == "Mali")
  }
}
