public import NewsModel
import Primitives

/// The citations of a page: numbers in the text and the cards at the feet of its parts.
///
/// Feed it the cited texts in order with `span`, then put `list` at the foot of each part. A passage that is
/// cited twice keeps its number and its one card, at the foot of the part that cites it first.
public struct CitationCards {
  private struct Card {
    let citation: Citation
    var others: [Citation] = []
    /// The element id of the first text that cites it.
    let backlink: String?
  }

  private let links: SiteLinks
  private let chains: Chains?
  private var cards: [Card] = []
  private var numbers: [Passage: Int] = [:]

  /// The texts that have a page on how we know them.
  public struct Chains: Sendable {
    let topic: TopicID
    let texts: Set<String>

    /// The texts of a topic with such pages.
    public init(topic: TopicID, texts: Set<String>) {
      self.topic = topic
      self.texts = texts
    }
  }

  /// Starts the cards of a page; `chains` names the texts whose cards lead to how we know them.
  public init(links: SiteLinks, chains: Chains? = nil) {
    self.links = links
    self.chains = chains
  }

  /// A cited text with its numbers; `ids` keeps element ids unique in the page, `page` is what its words link to.
  public mutating func span(
    _ text: CitedText, ids: inout ElementIDs, page: String? = nil
  ) -> HTML {
    let id = ids.claim("s-\(text.id)")
    let anchor = id.map { HTML(" id=\"\($0)\"") }
    let plain = text.runs.map(Self.markup).joined()
    let words = page.map { page -> HTML in "<a href=\"\(page)\">\(plain)</a>" } ?? plain
    let numbers = text.citations.map { citation in
      number(of: citation, backlink: id)
    }
    addCorroboration(text)
    let marks = numbers.map(mark).joined()
    return """
      <span class="s"\(anchor)>\(words)<sup>\(marks)</sup></span>\(Self.corrected(text))
      """
  }

  /// The mark of a shown sentence that its article has no more; labels of our own have none.
  private static func corrected(_ text: CitedText) -> HTML? {
    guard let correction = text.correction else { return nil }
    return " <span class=\"s-corrected\">[\(NewspaperStyle.correction(correction))]</span>"
  }

  /// How many cards there are until now.
  public var count: Int { cards.count }

  /// All cards; nil when nothing was cited.
  public var list: HTML? { list(0..<count) }

  /// The cards that were added while the count rose through `places`; nil when there are none.
  public func list(_ places: Range<Int>) -> HTML? {
    guard !places.isEmpty else { return nil }
    let items = places.map { card(cards[$0], number: $0 + 1) }.joined()
    return "<ol class=\"cards\" aria-label=\"Sources cited in this part\">\(items)</ol>"
  }

  private mutating func number(of citation: Citation, backlink: String?) -> Int {
    if let known = numbers[citation.passage] { return known }
    cards.append(Card(citation: citation, backlink: backlink))
    numbers[citation.passage] = cards.count
    return cards.count
  }

  private mutating func addCorroboration(_ text: CitedText) {
    guard let index = numbers[text.citations.first.passage] else { return }
    for citation in text.corroborating where !cards[index - 1].others.contains(citation) {
      cards[index - 1].others.append(citation)
    }
  }

  private func mark(_ number: Int) -> HTML {
    "<a href=\"#c-\(number)\">\(number)</a>"
  }

  private func card(_ card: Card, number: Int) -> HTML {
    let citation = card.citation
    let back = card.backlink.map {
      HTML(" <a href=\"#\($0)\" aria-label=\"Back to the text\">↑</a>")
    }
    let chain = chain(card)
    let mark = citation.correction.map(NewspaperStyle.correction) ?? "version since replaced"
    let replaced: HTML? =
      citation.isCurrent ? nil : " <span class=\"card-replaced\">\(mark)</span>"
    return """
      <li class="card" id="c-\(number)">\
      <p><b>\(number)</b> \
      <cite>\(citation.outlet)</cite>\(Self.date(citation))\(replaced)\(back)</p>\
      <p><a href="\(links.citation(citation))">\(citation.title)</a></p>\
      <blockquote class="card-words">\(citation.exact)</blockquote>\(others(card))\(chain)</li>
      """
  }

  /// "How we know this", for the text that the card was made for.
  private func chain(_ card: Card) -> HTML? {
    guard let chains, let text = card.backlink?.dropFirst("s-".count),
      chains.texts.contains(String(text))
    else { return nil }
    let page = links.file(SiteLinks.path(chainOf: String(text), in: chains.topic))
    return "<a class=\"card-chain\" href=\"\(page)\">How we know this</a>"
  }

  /// "N origins say the same", with a link to each of the others.
  private func others(_ card: Card) -> HTML? {
    let origins = Set((card.others + [card.citation]).map(\.origin)).count
    guard origins > 1 else { return nil }
    let items = card.others.map { other in
      HTML("<a href=\"\(links.citation(other))\">\(other.outlet)</a>")
    }
    let count = NewspaperStyle.countAtStart(origins, "origin")
    return """
      <p class="card-origins">\(count) say the same; also \(items.joined(separator: ", "))</p>
      """
  }

  private static func date(_ citation: Citation) -> HTML? {
    guard let published = citation.published else { return nil }
    return """
       <time datetime="\(published.date.description)">\
      \(NewspaperStyle.day(published.date))</time>
      """
  }

  private static func markup(_ run: CitedText.Run) -> HTML { HTML(run) }
}

extension HTML {
  /// The words of a run; what was put in stands in brackets, in an element of its own.
  public init(_ run: CitedText.Run) {
    guard case .inserted(let words) = run else {
      self.init(text: run.words)
      return
    }
    let parts = CitedText.bracketed(words)
    self = "\(parts.before)<span class=\"ins\">[\(parts.words)]</span>\(parts.after)"
  }
}

/// The element ids that a page has given away.
public struct ElementIDs {
  private var used: Set<String> = []

  /// Starts with no id given away.
  public init() {}

  /// Gives the id away once; nil when it is taken.
  public mutating func claim(_ id: String) -> String? {
    used.insert(id).inserted ? id : nil
  }
}
