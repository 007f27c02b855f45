import NewsModel
import Primitives

/// A news text in NITF (IPTC News Industry Text Format).
struct NITFDocument {
  private let root: XMLElement
  private var head: XMLElement? { root.descendant("body.head") }

  init(_ root: XMLElement) {
    self.root = root
  }

  var title: String? {
    let headline = head?.descendant("hedline") ?? root.descendant("hedline")
    return headline?.descendant("hl1")?.foldedText ?? root.child("head", "title")?.foldedText
      ?? root.descendant("title")?.foldedText
  }

  var standfirst: String? {
    head?.child("abstract")?.foldedText ?? head?.child("hedline", "hl2")?.foldedText
  }

  /// The names in the byline; the writer's post beside the name is left out.
  var byline: [String] {
    guard let byline = head?.child("byline") else { return [] }
    let people = byline.descendants.filter { $0.local == "person" }.compactMap(\.foldedText)
    if !people.isEmpty { return people }
    if let line = byline.ownText { return FeedPerson(line).names }
    return byline.foldedText.map { FeedPerson($0).names } ?? []
  }

  var credits: [String] {
    [head?.child("distributor")?.foldedText, root.descendant("tagline")?.foldedText]
      .compactMap(\.self)
  }

  var dateline: String? { head?.child("dateline")?.foldedText }

  /// The text of the body, paragraph by paragraph; captions of pictures are left to `extra`.
  func body(limits: ReadingLimits) throws(ReadingFault) -> MarkupText {
    guard let content = root.descendant("body.content") ?? root.descendant("body") else {
      return MarkupText()
    }
    var markup: [UInt8] = []
    for part in content.children where part.local != "body.head" && part.local != "body.end" {
      markup += part.markup(renaming: Self.htmlName)
    }
    if content.children.isEmpty { markup = content.markup(renaming: Self.htmlName) }
    return try MarkupText(html: markup, base: nil, limits: limits)
  }

  /// NITF's elements are close to HTML's; those for names and numbers are spans of text.
  private static func htmlName(_ name: String) -> String? {
    switch name {
    case "media", "nitf-table-metadata", "custom-table": nil
    case "p", "hl1", "table", "tr", "td", "th", "ul", "ol", "li", "dl", "dt", "dd", "pre", "br",
      "em", "q", "a", "sub", "sup", "caption", "tbody", "thead", "tfoot":
      name == "hl1" ? "h2" : name
    case "hl2": "h3"
    case "block", "body.content", "body", "note", "fn", "bq", "credit", "datasource", "nitf-table":
      "div"
    case "hr": "hr"
    default: "span"
    }
  }

  /// What the document says besides.
  var extra: JSONValue? {
    var extra = ExtraFields(root.child("head")?.children.filter { $0.local != "title" } ?? [])
    extra.add("dateline", dateline)
    extra.add("media", .array(root.descendants.filter { $0.local == "media" }.map { $0.json() }))
    return extra.object
  }
}

/// Reads a NITF file.
struct NITFReader {
  let limits: ReadingLimits

  func article(_ root: XMLElement, file: String) throws(ReadingFault) -> Article {
    let document = NITFDocument(root)
    let body = try document.body(limits: limits)
    guard let text = body.text ?? document.standfirst else {
      throw ReadingFault(.noNewsText("a NITF document"))
    }
    let data = root.descendant("docdata")
    let publication = root.descendant("pubdata")
    let identifier = data?.child("doc-id")?.attribute("id-string")
    let issued =
      data?.child("date.issue")?.attribute("norm") ?? publication?.attribute("date.publication")
    var article = Article(
      id: identifier.map(FeedItemReader.id), file: file,
      url: LinkAddress.web(publication?.attribute("ex-ref"), against: nil),
      outlet: publication?.attribute("name") ?? root.descendant("distributor")?.foldedText
        ?? data?.child("doc-id")?.attribute("regsrc"),
      title: document.title, standfirst: body.text == nil ? nil : document.standfirst,
      byline: document.byline, section: publication?.attribute("position.section"),
      published: issued.flatMap(FeedDate.parse), language: root.language, text: text,
      credits: document.credits,
      rights: data?.child("doc.copyright").flatMap { copyright in
        let words = [copyright.attribute("year"), copyright.attribute("holder")].compactMap(\.self)
        return words.isEmpty ? nil : "© \(words.joined(separator: " "))"
      }, links: body.links)
    article.extra = document.extra
    return article
  }
}
