import NewsModel
import Primitives

/// Reads an HTML page as an article.
struct PageReader {
  let limits: ReadingLimits

  /// The article of a page; throws the reason when there is none.
  func read(_ bytes: [UInt8], file: String) throws(ReadingFault) -> Article {
    let declared = DeclaredCharacterSet.find(in: bytes)
    let text = try TextDecoder.decode(bytes, declared: declared)
    let scan = try PageScanner.scan(text, limits: limits)
    let tree = HTMLTree(parsing: scan.markup)
    guard !tree.nodes.isEmpty else { throw ReadingFault(.notAnArticlePage) }
    let page = Page(tree, linked: LinkedData(scan.linkedData))
    let body = page.body()
    guard body.text.contains(where: { $0.characters >= 40 }) else {
      throw ReadingFault(.notAnArticlePage)
    }
    let head = page.head
    return Article(
      file: file, url: head.canonical, outlet: head.outlet, title: page.title.text,
      standfirst: head.standfirst, byline: head.byline, section: head.section,
      published: head.published, modified: head.modified, language: head.language,
      text: body.text.map(\.string).joined(separator: "\n"), credits: body.credits,
      rights: head.rights ?? body.rights.first ?? BodyFilter.rightsLine(of: page.blocks),
      links: PageLinks.links(
        of: tree, zones: page.zones, text: body.text, canonical: head.canonical,
        base: page.meta.base))
  }
}

/// A parsed page with everything that is derived from its tree once.
struct Page {
  let tree: HTMLTree
  let blocks: [PageBlock]
  let zones: PageZones
  let meta: MetaTags
  let title: PageTitle
  let head: PageHead
  private let mass: TextMass

  init(_ tree: HTMLTree, linked: LinkedData) {
    self.tree = tree
    let blocks = BlockSegmenter.blocks(of: tree)
    let zones = PageZones(tree, mass: TextMass(blocks, weight: TextMass.prose))
    self.blocks = blocks
    self.zones = zones
    mass = TextMass(blocks) { zones.roles[$0.position] == nil ? TextMass.prose($0) : 0 }
    meta = MetaTags(tree)
    title = PageTitle(tree, meta: meta, linked: linked, zones: zones)
    head = PageHead(tree, meta: meta, linked: linked, zones: zones, title: title)
  }

  /// The element that holds the article's text.
  var root: Int { ArticleBody(tree, mass: mass, zones: zones).root() }

  /// The article's text, credits and rights.
  func body() -> BodyFilter.Content {
    let root = root
    let start = mass.rank(root)
    let end = mass.rank(Int(tree.nodes[root].end))
    let filter = BodyFilter(tree, zones: zones, title: title.text)
    var content = filter.content(of: Array(blocks[start..<end]))
    let lead = PageLead(tree, zones: zones, title: title)
    content.text.insert(contentsOf: lead.blocks(in: blocks[..<start], before: content.text), at: 0)
    return content
  }
}
