import NewsModel
import Primitives
import Reading
import Testing

struct NewsFormatTests {
  @Test func `a news item of NewsML-G2 is an article`() throws {
    let article = try #require(read(Self.newsItem, name: "n.xml").first?.article)
    #expect(article.title == "Harbour reopens")
    #expect(article.text == "The harbour is open.\nFerries sail again.")
    #expect(article.byline == ["Ann Lee"])
    #expect(article.outlet == "Example Agency")
    #expect(article.credits == ["Coast Wire"])
    #expect(article.language == "en-GB")
    #expect(article.published == CivilTime(iso8601: "2023-06-02T08:30:00Z"))
    #expect(article.extra?["guid"]?.string == "urn:newsml:example.org:1")
  }

  @Test func `items of a message are told apart and a package is refused`() throws {
    let message =
      "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>\(Self.newsItem)"
      + "<packageItem><groupSet><group><itemRef/><itemRef/></group></groupSet></packageItem>"
      + "</itemSet></newsMessage>"
    let outcomes = read(message, name: "m.xml")
    #expect(outcomes.count == 2)
    #expect(outcomes.first?.article?.title == "Harbour reopens")
    let refusal = try #require(outcomes.last?.refusal)
    #expect(refusal.input == "m.xml#2")
    #expect(refusal.reason.contains("2 items"))
  }

  @Test func `a picture is read by its caption`() {
    let item = """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="p"><contentMeta>
      <headline>Ferry</headline><description role="drol:caption">A ferry leaves.</description>
      </contentMeta><contentSet><remoteContent href="f.jpg"/></contentSet></newsItem>
      """
    #expect(read(item, name: "p.xml").first?.article?.text == "A ferry leaves.")
  }

  @Test func `an item that was called back is refused`() {
    let item = """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta><pubStatus
      qcode="stat:canceled"/></itemMeta></newsItem>
      """
    #expect(read(item, name: "c.xml").first?.refusal?.reason.contains("canceled") == true)
  }

  @Test func `a NITF document is an article`() throws {
    let article = try #require(read(Self.nitf, name: "n.nitf").first?.article)
    #expect(article.title == "Harbour reopens")
    #expect(article.text == "The harbour is open.\nFerries sail again.")
    #expect(article.byline == ["Ann Lee"])
    #expect(article.extra?["dateline"]?.string == "PORT EXAMPLE")
  }

  @Test func `ninjs keeps the fields that it has no place for`() throws {
    let article = try #require(read(Self.ninjs, name: "n.json").first?.article)
    #expect(article.title == "Harbour reopens")
    #expect(article.text == "The harbour is open.\nFerries sail again.")
    #expect(article.extra?["urgency"]?.string == "4")
    #expect(article.extra?["x_desk"]?["room"]?.string == "12")
  }

  @Test func `ninjs may stand in JSON Lines`() {
    let line = #"{"uri":"urn:1","headline":"H","body_text":"One."}"#
    #expect(
      read(line + "\n" + line, name: "n.jsonl").compactMap(\.article?.text) == ["One.", "One."])
  }

  @Test func `ninjs of all versions finds its text`() {
    let second =
      #"{"uri":"urn:2","headlines":[{"role":"main","value":"H"}],"bodies":[{"contenttype":"text/html","value":"<p>Two.</p>"}]}"#
    let third =
      #"{"uri":"urn:3","versionCreated":"2023-06-02","descriptions":[{"value":"Three."}]}"#
    #expect(
      read("[\(second),\(third)]", name: "n.json").compactMap(\.article?.text) == [
        "Two.", "Three.",
      ])
  }

  @Test func `NewsML of the first version gives its longest text and keeps the rest`() throws {
    let document = """
      <NewsML><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:a
      </PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>
      20230602T083000+0000</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>Rain
      ends</HeadLine></NewsLines><ContentItem><DataContent><p>It stopped.</p><p>Roads dry.</p>
      </DataContent></ContentItem><NewsComponent><ContentItem><DataContent>Call us.</DataContent></ContentItem>
      </NewsComponent></NewsComponent></NewsItem></NewsML>
      """
    let article = try #require(read(document, name: "n.xml").first?.article)
    #expect(article.title == "Rain ends")
    #expect(article.text == "It stopped.\nRoads dry.")
    #expect(article.extra?["texts"] == .array([.string("Call us.")]))
    #expect(article.published == CivilTime(iso8601: "2023-06-02T08:30:00Z"))
  }

  static let newsItem = """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:1">
    <itemMeta><provider literal="Example Agency"/><pubStatus qcode="stat:usable"/></itemMeta>
    <contentMeta><contentCreated>2023-06-02T10:30:00+02:00</contentCreated>
    <creator><name>Ann Lee</name></creator><infoSource><name>Coast Wire</name></infoSource>
    <language tag="en-GB"/><headline>Harbour reopens</headline></contentMeta><contentSet><inlineXML>
    <nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.content>
    <p>The harbour is open.</p><p>Ferries sail again.</p></body.content></body></nitf>
    </inlineXML></contentSet></newsItem>
    """

  static let nitf = """
    <nitf><body><body.head><hedline><hl1>Harbour reopens</hl1></hedline><byline>By Ann Lee</byline>
    <dateline>PORT EXAMPLE</dateline></body.head><body.content><block><p>The <location>harbour</location>
    is open.</p><media><media-caption>A ferry.</media-caption></media><p>Ferries sail again.</p></block>
    </body.content></body></nitf>
    """

  static let ninjs = """
    {"uri":"urn:1","headline":"Harbour reopens","body_text":"The harbour is open. Ferries sail again.",
    "body_xhtml":"<p>The harbour is open.</p><p>Ferries sail again.</p>","urgency":4,
    "x_desk":{"room":"12"}}
    """
}
