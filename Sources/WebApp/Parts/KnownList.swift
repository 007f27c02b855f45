import Composition
import Engine
import NewsModel
import Primitives

/// A list of what is known of an entity, each item with the sentence that shows it.
///
/// A sentence stands on a page once: where it was shown before, the item links to it.
struct KnownList {
  /// One item: what is known, and the sentence that shows it.
  struct Item {
    let head: HTML
    let sentence: Citation
  }

  private let items: [(item: Item, text: CitedText?)]
  private let links: SiteLinks

  /// Lists items; sentences in `shown` are linked to, and those that are listed are added to it.
  init(_ items: [Item], links: SiteLinks, shown: inout Set<Passage>) {
    self.links = links
    var listed: [(item: Item, text: CitedText?)] = []
    for item in items {
      let isNew = shown.insert(item.sentence.passage).inserted
      let words = CitedText.Run.source(item.sentence.exact)
      let text = CitedText(NonEmpty(words), citations: NonEmpty(item.sentence))
      listed.append((item, isNew ? text : nil))
    }
    self.items = listed
  }

  /// The sentences as cited texts, in order.
  var texts: [CitedText] { items.compactMap(\.text) }

  func render() -> HTML? {
    guard !items.isEmpty else { return nil }
    let list = items.map { item, text -> HTML in
      let citation = item.sentence
      let words: HTML? = text.map {
        "<p><span class=\"s\" id=\"s-\($0.id)\">\(citation.exact)</span></p>"
      }
      let time: HTML? = citation.published.map { Words.time($0) }
      let meta = Words.line([HTML(text: citation.outlet), time])
      return """
        <li><p class="known">\(item.head)</p>\(words)\
        <p class="meta">\(meta): <a href="\(links.citation(citation))">\(citation.title)</a></p></li>
        """
    }
    return "<ul class=\"said\">\n\(list.joined(separator: "\n"))\n</ul>"
  }
}
