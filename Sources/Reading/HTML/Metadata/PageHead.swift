import NewsModel
import Primitives

/// What a page says of its article: dates, outlet, section and the rest.
struct PageHead {
  private(set) var canonical: String?
  private(set) var outlet: String?
  private(set) var standfirst: String?
  private(set) var byline: [String] = []
  private(set) var section: String?
  private(set) var published: CivilTime?
  private(set) var modified: CivilTime?
  private(set) var language: String?
  private(set) var rights: String?

  init(
    _ tree: HTMLTree, names: MarkupNames, meta: MetaTags, linked: LinkedData, zones: PageZones,
    blocks: [PageBlock], title: PageTitle
  ) {
    canonical = [meta.canonical, meta.first("og:url")].compactMap(\.self)
      .first { PageAddress.isWeb($0) }
    outlet =
      Self.place(meta.first("og:site_name"), title.text) ?? linked.publisher
      ?? Self.place(
        meta.first("dc.publisher", "dcterms.publisher", "prism.publicationname"), title.text)
      ?? meta.first("application-name", "apple-mobile-web-app-title")
      ?? canonical.flatMap(PageAddress.host)
    section =
      linked.section ?? meta.first("article:section", "og:section", "parsely-section")
      ?? meta.first("prism.section") ?? linked.breadcrumb(title: title.text, outlet: outlet)
    language = Self.tag(
      meta.language ?? linked.language ?? meta.first("og:locale", "content-language", "language"))
    rights = linked.rights ?? meta.first("copyright", "dc.rights", "dcterms.rights", "dc.copyright")
    let dates = PageDates(tree, meta: meta, linked: linked, zones: zones, title: title)
    (published, modified) = (dates.published, dates.modified)
    byline =
      PageByline(
        tree, names: names, meta: meta, linked: linked, zones: zones, blocks: blocks, title: title,
        outlet: outlet
      )
      .names
    standfirst = linked.description ?? meta.first("og:description", "description")
  }

  /// A name of an outlet; nil when it holds the headline or an address of mail.
  private static func place(_ name: String?, _ title: String?) -> String? {
    guard let name, !name.contains("@") else { return nil }
    if let title, title.utf8.count >= 16, name.hasPrefix(title) { return nil }
    return name
  }

  /// A language tag in the usual form: "en_GB" becomes "en-GB"; nil when it is none.
  private static func tag(_ value: String?) -> String? {
    guard let value else { return nil }
    let tag = String(decoding: value.utf8.map { $0 == 0x5F ? 0x2D : $0 }, as: UTF8.self)
    let parts = tag.split(separator: "-")
    let isTag = parts.allSatisfy { part in
      part.utf8.count <= 8 && part.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit }
    }
    guard isTag, let first = parts.first, (2...3).contains(first.utf8.count) else { return nil }
    return tag
  }
}
