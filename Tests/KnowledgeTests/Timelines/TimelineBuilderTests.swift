import NewsModel
import Primitives
import Testing

@testable import Knowledge

struct TimelineBuilderTests {
  /// An article whose sentences are given with the day that each names.
  private func article(
    _ id: String, _ published: String, _ sentences: [(text: String, day: String?)],
    isCopy: Bool = false
  ) -> FiledArticle {
    var text = ""
    var ranges: [ByteRange] = []
    var times: [TimeExpression] = []
    for sentence in sentences {
      let start = text.utf8.count
      text += sentence.text + "\n"
      let range = ByteRange(start, text.utf8.count - 1)
      ranges.append(range)
      if let day = sentence.day {
        times.append(TimeExpression(range: ByteRange(start, start + 3), type: .date, value: day))
      }
    }
    let analysis = Analysis(sentences: ranges, times: times)
    let version = Sample.article(id, nil, text, published: published, analysis: analysis).version
    return FiledArticle(
      version: version, analysis: analysis, entities: [], origin: OriginID(id), isCopy: isCopy,
      isCurrent: true, story: nil)
  }

  private func words(_ entry: TimelineEntry, _ articles: [FiledArticle]) -> [String] {
    entry.sentences.compactMap { passage in
      articles.first { $0.version.id == passage.version }.map { $0.text[passage.range] }
    }
  }

  private let collapse = "The harbour bridge collapsed into the river on the first of March."

  private var bridge: [FiledArticle] {
    [
      article(
        "a", "2024-03-02",
        [
          (collapse, "2024-03-01"),
          ("Divers searched the river below the bridge all through the night.", nil),
        ]),
      article(
        "b", "2024-04-10",
        [("The inquiry into the bridge that collapsed on March 1 heard an engineer.", "2024-03-01")]
      ),
      article(
        "c", "2024-05-02",
        [
          ("Engineers had warned of the harbour bridge two weeks before it fell.", "2024-02-16"),
          ("Relatives met where the harbour bridge had stood until March 1.", "2024-03-01"),
        ]),
    ]
  }

  @Test func `the day that articles still name weeks later weighs most`() throws {
    let timeline = TimelineBuilder().timeline(of: bridge)
    let heaviest = try #require(timeline.max { $0.score < $1.score })
    #expect(heaviest.day.description == "2024-03-01")
    #expect(words(heaviest, bridge).contains(collapse))
  }

  @Test func `days come in order of time and a day named once in passing stays out`() {
    let near = article(
      "d", "2024-03-03",
      [("The mayor will visit the families of the victims on the fourth of March.", "2024-03-04")])
    let days = TimelineBuilder().timeline(of: bridge + [near]).map(\.day.description)
    #expect(days == days.sorted())
    #expect(!days.contains("2024-03-04"))
  }

  @Test func `the order of arrival does not matter`() {
    let forwards = TimelineBuilder().timeline(of: bridge)
    #expect(TimelineBuilder().timeline(of: bridge.reversed()) == forwards)
  }

  @Test func `copies add nothing`() {
    let copy = article("e", "2024-04-11", [(collapse, "2024-03-01")], isCopy: true)
    #expect(
      TimelineBuilder().timeline(of: bridge + [copy]) == TimelineBuilder().timeline(of: bridge))
  }

  @Test func `a day outside the articles' own time is left out`() {
    let old = article(
      "f", "2024-03-05",
      [("The harbour bridge was opened by the king on the third of June 1931.", "1931-06-03")])
    let days = TimelineBuilder().timeline(of: bridge + [old]).map(\.day.description)
    #expect(!days.contains("1931-06-03"))
  }

  @Test(arguments: [
    "Page last updated at noon on the first of March by our own reporters.",
    "At 10:12 on the first of March somebody had a view on the bridge.",
    "HARBOUR | The bridge collapsed into the river on the first of March.",
    "On March 1.",
  ])
  func `stamps of a page and scraps are no sentences of a timeline`(text: String) {
    let filed = article("g", "2024-03-02", [(text, "2024-03-01")])
    #expect(TimelineBuilder().timeline(of: [filed]).isEmpty)
  }

  @Test func `the second sentence of a day does not repeat the first`() throws {
    let again = article("h", "2024-05-20", [(collapse, "2024-03-01")])
    let articles = bridge + [again]
    let entry = try #require(
      TimelineBuilder().timeline(of: articles).first { $0.day.description == "2024-03-01" })
    #expect(words(entry, articles).count == Set(words(entry, articles)).count)
  }
}
