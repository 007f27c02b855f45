import NewsModel
import Primitives

/// Renders one article of the list of sources.
struct SourceHTMLRenderer {
  let links: SiteLinks

  func render(_ source: DossierSource, among all: [DossierSource]) -> HTML {
    let date = source.published.map { time -> HTML in
      """
       <time datetime="\(time.date.description)">\(NewspaperStyle.day(time.date))</time>
      """
    }
    let kind: HTML = source.isCopy ? " source-copy" : ""
    return """
      <li class="source\(kind)"><a href="\(links.article(source.article))">\(source.title)</a> \
      <cite class="source-outlet">\(source.outlet)</cite>\(date)\(notes(source, all))</li>
      """
  }

  private func notes(_ source: DossierSource, _ all: [DossierSource]) -> HTML {
    var notes: [HTML] = []
    if !source.byline.isEmpty { notes.append("By \(NewspaperStyle.list(source.byline))") }
    notes += source.credits.map { HTML(text: $0) }
    if source.isCopy { notes.append(copyNote(source, all)) }
    if source.ordinal > 1 {
      notes.append("Changed after publication; this is version \(source.ordinal)")
    }
    if let rights = source.rights { notes.append(HTML(text: rights)) }
    return notes.map { note -> HTML in " <span class=\"source-note\">\(note)</span>" }.joined()
  }

  private func copyNote(_ source: DossierSource, _ all: [DossierSource]) -> HTML {
    let original = all.first { $0.origin == source.origin && !$0.isCopy }
    guard let writer = source.originSource ?? original?.outlet else { return "A copy" }
    return "The same text as \(writer)"
  }
}

/// Renders a list of sources of a dossier.
public struct SourceListHTMLRenderer: Sendable {
  private let links: SiteLinks

  /// Creates a renderer for a page with these links.
  public init(links: SiteLinks) {
    self.links = links
  }

  /// The list; `sources` are some of those of the dossier.
  public func render(_ sources: ArraySlice<DossierSource>, of dossier: Dossier) -> HTML {
    let renderer = SourceHTMLRenderer(links: links)
    let items = sources.map { renderer.render($0, among: dossier.sources) }.joined()
    return "<ol class=\"sources\">\(items)</ol>"
  }
}
