import NewsModel
import Primitives

/// Finds when a page was published and changed.
struct PageDates {
  private(set) var published: CivilTime?
  private(set) var modified: CivilTime?

  /// A visible date is looked for in so many blocks around the headline.
  private static let blocksNearTitle = 14

  init(_ tree: HTMLTree, meta: MetaTags, linked: LinkedData, zones: PageZones, title: PageTitle) {
    let claims = [
      linked.published,
      meta.first("article:published_time", "og:article:published_time", "datepublished"),
      meta.first("parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish_date"),
      meta.first("pub_date", "publication_date", "publicationdate", "article.published"),
      meta.first("dc.date.issued", "dcterms.issued", "dcterms.created", "prism.publicationdate"),
      meta.first("dc.date", "dcterms.date", "date", "rnews:datepublished", "cxenseparse:pub"),
    ]
    published =
      claims.compactMap(\.self).compactMap(DateText.parse).first
      ?? Self.marked(tree, zones) ?? Self.visible(tree, title) ?? Self.named(tree, zones)
      ?? meta.canonical.flatMap(Self.inAddress)
    let changes = [
      linked.modified, meta.first("article:modified_time", "og:updated_time", "datemodified"),
      meta.first("dcterms.modified", "last-modified", "lastmod"),
    ]
    modified = changes.compactMap(\.self).compactMap(DateText.parse).first
    // A change before the publication is an error of the page.
    if let change = modified, let start = published, Self.isBefore(change, start) { modified = nil }
  }

  /// The date in `itemprop="datePublished"` or the first `<time>` outside comments and teasers.
  private static func marked(_ tree: HTMLTree, _ zones: PageZones) -> CivilTime? {
    var fallback: CivilTime?
    for index in tree.nodes.indices where isOpen(zones.roles[index]) {
      let isNamed = tree.value(.itemprop, of: index)?.contains("datePublished") ?? false
      guard isNamed || tree.nodes[index].tag == .time else { continue }
      let value =
        tree.value(.content, of: index) ?? tree.value(.datetime, of: index)
        ?? tree.foldedText(of: index)
      guard let date = DateText.parse(value) else { continue }
      if isNamed { return date }
      fallback = fallback ?? date
    }
    return fallback
  }

  private static func isBefore(_ change: CivilTime, _ start: CivilTime) -> Bool {
    if change.date != start.date { return change.date < start.date }
    guard let changed = change.secondOfDay, let started = start.secondOfDay else { return false }
    return changed < started
  }

  /// The first date in the parts of a page that are named as its date or byline.
  private static func named(_ tree: HTMLTree, _ zones: PageZones) -> CivilTime? {
    for index in tree.nodes.indices where zones.roles[index] == .byline {
      guard tree.nodes[index].tag == .text, case let text = tree.text(of: index),
        (6...160).contains(text.count),
        let date = DateText.find(in: String(decoding: text, as: UTF8.self))
      else { continue }
      return date
    }
    return nil
  }

  private static func isOpen(_ role: ElementRole?) -> Bool {
    role != .comments && role != .related && role != .promo
  }

  /// The first date in short text after the headline, else just before it.
  private static func visible(_ tree: HTMLTree, _ title: PageTitle) -> CivilTime? {
    guard let heading = title.element else { return nil }
    let after = tree.nodes.indices[Int(tree.nodes[heading].end)...]
      .lazy.filter { tree.nodes[$0].tag == .text }.prefix(blocksNearTitle * 3)
    let before = tree.nodes.indices[..<heading]
      .reversed().lazy.filter { tree.nodes[$0].tag == .text }.prefix(blocksNearTitle)
    for index in Array(after) + Array(before) {
      let text = tree.text(of: index)
      guard text.count >= 6, text.count <= 160,
        let date = DateText.find(in: String(decoding: text, as: UTF8.self))
      else { continue }
      return date
    }
    return nil
  }

  /// The date in an address such as ".../2020/08/14/title".
  private static func inAddress(_ address: String) -> CivilTime? {
    let parts = address.split(separator: "/").map(String.init)
    for index in parts.indices.dropLast(2) {
      guard parts[index].utf8.count == 4, let year = Int(parts[index]), (1995...2100) ~= year,
        let month = Int(parts[index + 1]), let day = Int(parts[index + 2].prefix(2))
      else { continue }
      if let date = CivilDate(year: year, month: month, day: day) { return CivilTime(date) }
    }
    return nil
  }
}
