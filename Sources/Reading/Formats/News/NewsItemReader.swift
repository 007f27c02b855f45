import NewsModel
import Primitives

/// Reads one news item of NewsML-G2.
struct NewsItemReader {
  private let item: XMLElement
  private let content: XMLElement?
  private let limits: ReadingLimits
  private var about: XMLElement? { item.child("contentmeta") }
  private var management: XMLElement? { item.child("itemmeta") }

  init(_ item: XMLElement, limits: ReadingLimits) {
    self.init(item, content: item.child("contentset"), limits: limits)
  }

  init(_ item: XMLElement, content: XMLElement?, limits: ReadingLimits) {
    self.item = item
    self.content = content
    self.limits = limits
  }

  func article(file: String) throws(ReadingFault) -> Article {
    try checkStatus()
    let nitf = content?.descendants.first { $0.local == "nitf" }.map { NITFDocument($0) }
    let body = try body(nitf)
    let summary = summary
    guard let text = body.text ?? summary else { throw ReadingFault(missing()) }
    let guid = item.attribute("guid")
    let page = LinkAddress.web(guid, against: nil)
    let title =
      about?.child("headline")?.foldedText ?? nitf?.title
      ?? management?.child("title")?.foldedText
    var article = Article(
      id: page == nil ? guid.map(FeedItemReader.id) : nil, file: file, url: page, outlet: outlet,
      title: title, standfirst: body.text == nil ? nil : summary ?? nitf?.standfirst,
      byline: byline(nitf), section: name(of: about?.child("subject")),
      published: date(
        about?.child("contentcreated"), management?.child("firstcreated"),
        management?.child("versioncreated")),
      modified: date(management?.child("versioncreated"), about?.child("contentmodified")),
      language: about?.child("language")?.attribute("tag") ?? item.language, text: text,
      credits: credits + (nitf?.credits ?? []), rights: rights, links: body.links)
    article.extra = extra(nitf)
    return article
  }

  /// An item that its provider called back is not read.
  private func checkStatus() throws(ReadingFault) {
    let code = management?.child("pubstatus")?.attribute("qcode") ?? ""
    let status = code.split(separator: ":").last.map(String.init) ?? ""
    if ["canceled", "withheld"].contains(status.lowercased()) {
      throw ReadingFault(.withdrawn(status))
    }
  }

  // MARK: Text

  /// The first form of the content that yields a text.
  private func body(_ nitf: NITFDocument?) throws(ReadingFault) -> MarkupText {
    if let text = try nitf?.body(limits: limits), text.text != nil { return text }
    for part in content?.children ?? [] {
      let text = try text(of: part)
      if text.text != nil { return text }
    }
    return MarkupText()
  }

  private func text(of part: XMLElement) throws(ReadingFault) -> MarkupText {
    let type = part.attribute("contenttype")?.lowercased() ?? ""
    switch part.local {
    case "inlinexml":
      guard let page = part.descendants.first(where: { $0.local == "html" }) else {
        let isMarkup = part.children.contains {
          ["p", "div", "section", "article"].contains($0.local)
        }
        guard isMarkup else { return MarkupText() }
        return try MarkupText(html: part.innerMarkup, base: nil, limits: limits)
      }
      return try MarkupText(
        html: (page.child("body") ?? page).innerMarkup, base: nil, limits: limits)
    case "inlinedata":
      guard type.isEmpty || type.hasPrefix("text/") else { return MarkupText() }
      let isPacked = part.attribute("encoding")?.lowercased().contains("base64") ?? false
      let bytes = isPacked ? Base64.decode(part.textBytes) ?? [] : part.textBytes
      guard String(validating: bytes, as: UTF8.self) != nil else { return MarkupText() }
      return type.contains("html")
        ? try MarkupText(html: bytes, base: nil, limits: limits) : MarkupText(plain: bytes)
    default: return MarkupText()
    }
  }

  /// The summary, else the caption, else any description.
  private var summary: String? {
    let descriptions = about?.children("description") ?? []
    let best = descriptions.first { $0.attribute("role")?.contains("summary") ?? false }
    return (best ?? descriptions.first)?.foldedText
  }

  /// Why there is no text.
  private func missing() -> RefusalReason {
    if let inner = content?.child("inlinexml")?.children.first {
      return .otherContent("XML of the kind \"\(inner.name.spelling)\"")
    }
    if content?.child("remotecontent") != nil {
      return .noNewsText("a news item whose content lies in other files")
    }
    if about == nil, content == nil { return .noNewsText("a news item of metadata only") }
    return .noNewsText("a news item without content")
  }

  // MARK: Facts

  private func byline(_ nitf: NITFDocument?) -> [String] {
    if let line = about?.child("by")?.foldedText { return FeedPerson(line).names }
    if let names = nitf?.byline, !names.isEmpty { return names }
    return (about?.children("creator") ?? []).compactMap { name(of: $0) }
  }

  private var outlet: String? {
    name(of: management?.child("provider")) ?? name(of: item.child("rightsinfo", "copyrightholder"))
  }

  private var rights: String? {
    item.child("rightsinfo", "copyrightnotice")?.foldedText
      ?? name(of: item.child("rightsinfo", "copyrightholder"))
  }

  private var credits: [String] {
    ((about?.children("creditline") ?? []).compactMap(\.foldedText))
      + (about?.children("infosource") ?? []).compactMap { name(of: $0) }
  }

  /// A party's or subject's name; else its literal, else what its code or address ends with.
  private func name(of party: XMLElement?) -> String? {
    guard let party else { return nil }
    if let name = party.child("name")?.foldedText ?? party.attribute("literal") { return name }
    if let code = party.attribute("qcode") {
      return code.split(separator: ":", maxSplits: 1).last.map(String.init)
    }
    return party.attribute("uri").flatMap { PageAddress.host($0) ?? $0 } ?? party.ownText
  }

  private func date(_ elements: XMLElement?...) -> CivilTime? {
    elements.lazy.compactMap { $0?.text.flatMap(FeedDate.parse) }.first
  }

  private func extra(_ nitf: NITFDocument?) -> JSONValue? {
    let taken: Set<String> = ["headline", "creditline", "description", "by", "language"]
    var extra = ExtraFields([])
    extra.add("guid", item.attribute("guid"))
    extra.add("version", item.attribute("version"))
    for part in ["itemmeta", "contentmeta", "rightsinfo"] {
      guard let element = item.child(part) else { continue }
      let kept = element.children.filter { !taken.contains($0.local) }
      extra.add(element.name.spelling, ExtraFields(kept).object)
    }
    let remote = content?.children("remotecontent") ?? []
    extra.add("remoteContent", .array(remote.map { $0.json() }))
    extra.add("nitf", nitf?.extra)
    return extra.object
  }
}
