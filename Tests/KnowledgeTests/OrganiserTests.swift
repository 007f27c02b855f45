import NewsModel
import Testing

@testable import Knowledge

struct OrganiserTests {
  let articles = [
    Sample.article(
      "a", "Ferry sinks off Port Kembla",
      "A ferry sank off Port Kembla on Friday. Divers searched the wreck of the ferry."),
    Sample.article(
      "b", "Divers find ferry wreck near Port Kembla",
      "Divers found the wreck of the ferry that sank off Port Kembla.", published: "2024-03-02"),
    Sample.article(
      "c", "Parliament passes water law",
      "Lawmakers in the capital passed a law on river water after a long debate.",
      published: nil),
  ]

  @Test func `every article has one origin and one story and is in a topic`() throws {
    let result = try Organiser().organise(articles)
    #expect(result.origins.flatMap(\.articles).map(\.rawValue).sorted() == ["a", "b", "c"])
    #expect(result.stories.flatMap(\.articles).map(\.rawValue).sorted() == ["a", "b", "c"])
    #expect(Set(result.topics.flatMap(\.articles)).count == 3)
  }

  @Test func `the order of arrival changes nothing`() throws {
    let one = try Organiser().organise(articles)
    let other = try Organiser().organise(articles.reversed())
    #expect(one.origins == other.origins)
    #expect(one.stories == other.stories)
    #expect(one.topics == other.topics)
    #expect(one.profiles == other.profiles)
  }

  @Test func `no articles give an empty organisation`() throws {
    #expect(try Organiser().organise([]).topics.isEmpty)
  }
}
