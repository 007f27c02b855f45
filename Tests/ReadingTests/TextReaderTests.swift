import NewsModel
import Primitives
import Reading
import Testing

struct TextReaderTests {
  @Test func `a copied page is told apart into section, headline, text, credits and teasers`()
    throws
  {
    let article = try #require(read(Self.copiedPage, name: "a.txt").first?.article)
    #expect(article.section == "Northern Coasts")
    #expect(
      article.title == "Island council weighs a second ferry as winter timetable nears its end")
    #expect(
      article.text == """
        The island council will vote on Tuesday on a second ferry, officials said.
        "We cannot wait another winter," the council's chair said.
        The port authority declined to comment on the cost of the plan.
        """)
    #expect(article.credits.count == 2)
    #expect(article.rights == "© 2022 Coast Press Ltd. All rights reserved.")
    #expect(article.outlet == "Harbour Gazette")
    #expect(article.published == nil)
    #expect(
      article.links.map(\.title) == [
        "Lighthouse keepers return after forty years away",
        "What the herring quota means for small boats",
      ])
    #expect(article.links.allSatisfy { $0.rel == "more from this section" })
  }

  static let copiedPage = """
    Northern Coasts

    Island council weighs a second ferry as winter timetable nears its end

    The island council will vote on Tuesday on a second ferry, officials said.

    Want the islands in your inbox? Our weekly digest brings you the best of our reporting.

    "We cannot wait another winter," the council's chair said.

    The port authority declined to comment on the cost of the plan.

    With additional reporting from Coast News Agency

    This story was first published in the Harbour Gazette.

    © 2022 Coast Press Ltd. All rights reserved.

    More from Northern Coasts

    Northern Coasts3 min read
    Lighthouse keepers return after forty years away
    The last keepers left in the seventies, and the lamps have been run from the mainland
    Northern Coasts6 min read
    What the herring quota means for small boats
    A cut in the quota has owners of small boats counting the days until the season

    Related
    """

  @Test(arguments: [
    "Sign up for our morning newsletter and get the day's stories in your inbox.",
    "Follow the Gazette on Facebook and Instagram for the latest updates.",
    "Download our app to read this story offline.",
    "Enjoying this article? Subscribe to our podcast for more.",
    "Do you have a question on the harbour? Explore our new platform of curated explainers.",
    "Support independent journalism: become a member today.",
  ]) func `a notice of the outlet to its readers is no text`(notice: String) throws {
    let content = "Harbour reopens\n\nFerries sail again today, the port said.\n\n\(notice)\n"
    let article = try #require(read(content, name: "a.txt").first?.article)
    #expect(article.text == "Ferries sail again today, the port said.")
  }

  @Test(arguments: [
    "The minister asked people to sign up for the flood alerts by Friday, an official said.",
    "\"Follow us and you will see,\" the skipper shouted from the bridge of the ferry.",
    "The company sells newsletters and podcasts to more than two million subscribers.",
    "Copyright law does not cover the tide tables, the court found.",
    "More from the harbour fund will be spent on pumps this year than last.",
  ]) func `a sentence on subscriptions or rights is text`(sentence: String) throws {
    let content = "Harbour reopens\n\nFerries sail again today, the port said.\n\n\(sentence)\n"
    let article = try #require(read(content, name: "a.txt").first?.article)
    #expect(article.text.hasSuffix(sentence))
  }

  @Test(arguments: [
    ("June 2, 2023", "2023-06-02"), ("2 June 2023", "2023-06-02"),
    ("2nd of June 2023", "2023-06-02"),
    ("Published: 2:30pm, 2 Jun, 2023", "2023-06-02"), ("2. Juni 2023", "2023-06-02"),
    ("Fri, 02 Jun 2023 08:30:00 GMT", "2023-06-02T08:30:00Z"), ("02.06.2023", "2023-06-02"),
  ]) func `a date line gives the day of publication`(line: String, day: String) throws {
    let content =
      "Harbour reopens\nBy Ann Lee and Bob Moss\n\(line)\n\nFerries sail again, it said.\n"
    let article = try #require(read(content, name: "a.txt").first?.article)
    #expect(article.published?.description == day)
    #expect(article.byline == ["Ann Lee", "Bob Moss"])
    #expect(article.text == "Ferries sail again, it said.")
  }

  @Test func `fields before a text are taken`() throws {
    let content = """
      Title: Harbour reopens: what to know
      Outlet: The Coast
      Published: 2023-06-02T10:30+09:00
      URL: https://coast.example/harbour

      HARBOUR, June 2 (Coast News) - Ferries sail again, the port said.
      """
    let article = try #require(read(content, name: "a.txt").first?.article)
    #expect(article.title == "Harbour reopens: what to know")
    #expect(article.outlet == "The Coast")
    #expect(article.published?.description == "2023-06-02T01:30:00Z")
    #expect(article.url == "https://coast.example/harbour")
    #expect(article.text == "HARBOUR, June 2 (Coast News) - Ferries sail again, the port said.")
  }

  @Test func `Markdown gives plain text with its links beside it`() throws {
    let content = """
      ---
      title: "Harbour reopens"
      author: [Ann Lee, Bob Moss]
      ---
      Ferries **sail again**, the [port authority](https://port.example) said.
      The first left at dawn, with `two_decks` full.

      ## What it costs

      - Fares *stay* as they were.
      > "No island is left out," she said.
      """
    let article = try #require(read(content, name: "a.md").first?.article)
    #expect(article.byline == ["Ann Lee", "Bob Moss"])
    #expect(
      article.text == """
        Ferries sail again, the port authority said. The first left at dawn, with two_decks full.
        What it costs
        Fares stay as they were. "No island is left out," she said.
        """)
    #expect(article.links == [ArticleLink(url: "https://port.example", title: "port authority")])
  }

  @Test func `lines wrapped at a column are joined again`() throws {
    let content = """
      Harbour reopens

      The harbour reopened on Monday after a long winter of
      repairs to its pier and its cranes, the port authority
      said, and the first ferry to the islands left at dawn.

      Fares stay as they were last year, and the timetable of
      the summer starts in May, according to the port's site.
      """
    let article = try #require(read(content, name: "a.txt").first?.article)
    #expect(article.text.split(separator: "\n").count == 2)
    #expect(article.text.hasPrefix("The harbour reopened on Monday after a long winter of repairs"))
  }
}
