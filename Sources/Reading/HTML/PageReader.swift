import NewsModel
import Primitives

/// Reads an HTML page as an article.
struct PageReader {
  let limits: ReadingLimits

  /// A page with fewer characters of text is looked at in other ways too.
  private static let shortText = 400
  /// What another look must find at least.
  private static let leastText = 120
  /// A gallery with more captions than this is no article.
  private static let captionLimit = 100

  /// The article of a page; throws the reason when there is none.
  ///
  /// A declared character set that is none is passed over.
  func read(_ bytes: [UInt8], file: String) throws(ReadingFault) -> Article {
    let declared = DeclaredCharacterSet.find(in: bytes)
      .flatMap { CharacterSet(label: $0)?.isKnown == true ? $0 : nil }
    let text = try TextDecoder.decode(bytes, declared: declared)
    let document = try HTMLDocument(text, limits: limits)
    let tree = document.tree
    let linked = LinkedData(document.linkedData)
    let names = MarkupNames(tree)
    var page = Page(tree, names: names, linked: linked)
    var body = page.body()
    for view in Page.View.others where body.characters < Self.shortText {
      let other = Page(tree, names: names, linked: linked, view: view)
      let found = other.body()
      if found.characters > max(2 * body.characters, Self.leastText) {
        (page, body) = (other, found)
      }
    }
    if body.characters < Self.shortText, let given = LinkedText.blocks(linked.body, limits) {
      let characters = given.reduce(0) { $0 + $1.characters }
      if characters > max(2 * body.characters, Self.leastText) { body.text = given }
    }
    guard body.text.contains(where: { $0.characters >= 40 }) else {
      throw ReadingFault(.notAnArticlePage)
    }
    let head = page.head
    AuthorNote.take(from: &body, authors: head.byline)
    return Article(
      file: file, url: head.canonical, outlet: head.outlet, title: page.title.text,
      standfirst: head.standfirst, byline: head.byline, section: head.section,
      published: head.published, modified: head.modified, language: head.language,
      text: body.text.map(\.string).joined(separator: "\n"), credits: body.credits,
      rights: head.rights ?? body.rights.first ?? BodyFilter.rightsLine(of: page.blocks),
      links: PageLinks.links(
        of: tree, zones: page.zones, text: body.text, canonical: head.canonical,
        base: page.meta.base),
      extra: Self.extra(body.captions))
  }

  /// What the record has no place for: captions of pictures, each once.
  private static func extra(_ captions: [String]) -> JSONValue? {
    var seen: Set<String> = []
    let kept = captions.filter { seen.insert($0).inserted }.prefix(Self.captionLimit)
    guard !kept.isEmpty else { return nil }
    return .object([
      JSONValue.Field(name: "captions", value: .array(kept.map { .string($0) }))
    ])
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

  /// A way to look at a page.
  enum View {
    /// As a reader sees it, by what its elements are named.
    case usual
    /// As a reader without scripts sees it: some pages hold their text in `<noscript>`.
    case withoutScripts
    /// By its tags alone, for pages whose names mislead.
    case withoutNames

    static let others: [View] = [.withoutScripts, .withoutNames]
  }

  init(_ tree: HTMLTree, names: MarkupNames, linked: LinkedData, view: View = .usual) {
    self.tree = tree
    let blocks = BlockSegmenter.blocks(
      of: tree, names: names, showsNoscript: view == .withoutScripts)
    let zones = PageZones(
      tree, names: names, mass: TextMass(blocks, weight: TextMass.prose),
      trustsNames: view != .withoutNames)
    self.blocks = blocks
    self.zones = zones
    mass = TextMass(blocks) { zones.roles[$0.position] == nil ? TextMass.prose($0) : 0 }
    meta = MetaTags(tree)
    title = PageTitle(tree, meta: meta, linked: linked, zones: zones)
    head = PageHead(
      tree, names: names, meta: meta, linked: linked, zones: zones, blocks: blocks,
      title: title)
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
