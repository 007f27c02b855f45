import Primitives

/// Renders one section of the explainer.
struct ExplainerHTMLRenderer {
  let links: SiteLinks

  func render(
    _ section: ExplainerSection, cards: inout CitationCards, ids: inout ElementIDs
  ) -> HTML {
    let name = Self.className(section.kind)
    let body =
      switch section.kind {
      case .inShort, .whatIsIt, .why, .notKnown: paragraphs(section, &cards, &ids)
      case .history, .next: datedList(section, &cards, &ids)
      case .whoIsInvolved, .whatEachSideSays, .disputed, .followed, .corrected:
        labelledBlocks(section, &cards, &ids)
      }
    return """
      <section class="block block-\(name)" id="\(name)" aria-labelledby="h-\(name)">\
      <h3 id="h-\(name)">\(section.heading)</h3>\(body)</section>
      """
  }

  static func className(_ kind: ExplainerSection.Kind) -> HTML {
    switch kind {
    case .inShort: "in-short"
    case .whatIsIt: "what-is-it"
    case .why: "why"
    case .whoIsInvolved: "who-is-involved"
    case .whatEachSideSays: "each-side"
    case .disputed: "disputed"
    case .notKnown: "not-known"
    case .history: "history"
    case .next: "next"
    case .followed: "followed"
    case .corrected: "corrected"
    }
  }

  private func paragraphs(
    _ section: ExplainerSection, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML {
    var result = HTML()
    for block in section.blocks {
      let texts = block.texts.map { cards.span($0, ids: &ids) }.joined(separator: " ")
      result += "<p>\(texts)</p>"
    }
    return result
  }

  private func datedList(
    _ section: ExplainerSection, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML {
    var items = HTML()
    for block in section.blocks {
      let label = block.label.map { text -> HTML in
        "<span class=\"when\">\(cards.span(text, ids: &ids))</span> "
      }
      let texts = block.texts.map { cards.span($0, ids: &ids) }.joined(separator: " ")
      items += "<li>\(label)<span class=\"what\">\(texts)</span></li>"
    }
    return "<ol class=\"dated\">\(items)</ol>"
  }

  private func labelledBlocks(
    _ section: ExplainerSection, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML {
    var result = HTML()
    for block in section.blocks {
      let label = block.label.map { text -> HTML in
        "<h4>\(cards.span(text, ids: &ids, page: block.entity.flatMap(links.entity)))</h4>"
      }
      let items = block.texts.map { text -> HTML in "<li>\(cards.span(text, ids: &ids))</li>" }
      result += "<div class=\"side\">\(label)<ul>\(items.joined())</ul></div>"
    }
    return result
  }
}
