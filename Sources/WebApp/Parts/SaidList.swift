import Composition
import Engine
import NewsModel
import Primitives

/// A list of statements: the sentence as it stands in the article, what is said in it, where it stands.
struct SaidList {
  private let items: [(text: CitedText, statement: StatementView)]
  private let links: SiteLinks

  /// A sentence with several statements is listed once.
  init(statements: [StatementView], links: SiteLinks) {
    self.links = links
    var seen: Set<Passage> = []
    items = statements.filter { seen.insert($0.sentence.passage).inserted }.map { statement in
      let words = CitedText.Run.source(statement.sentence.exact)
      return (CitedText(NonEmpty(words), citations: NonEmpty(statement.sentence)), statement)
    }
  }

  /// The sentences as cited texts, in order.
  var texts: [CitedText] { items.map(\.text) }

  func render() -> HTML? {
    guard !items.isEmpty else { return nil }
    let list = items.map { item -> HTML in
      let citation = item.statement.sentence
      let how = [
        Words.form(item.statement.statement.form), Words.footing(item.statement.statement.footing),
      ]
      let meta = Words.line([
        HTML(text: citation.outlet), citation.published.map { Words.time($0) },
        HTML(text: how.joined(separator: ", ")),
      ])
      return """
        <li><p><span class="s" id="s-\(item.text.id)">\(words(item.statement))</span></p>\
        <p class="meta">\(meta)</p>\
        <p class="meta"><a href="\(links.citation(citation))">\(citation.title)</a></p></li>
        """
    }
    return "<ol class=\"said\">\n\(list.joined(separator: "\n"))\n</ol>"
  }

  /// The sentence, with what stands around the statement in a softer colour.
  private func words(_ view: StatementView) -> HTML {
    let sentence = UTF8Text(view.sentence.exact)
    let start = view.sentence.passage.range.start
    let said = view.citation.passage.range
    let from = min(max(0, said.start - start), sentence.count)
    let to = min(max(from, said.end - start), sentence.count)
    guard let before = sentence.words(at: ByteRange(0, from)),
      let inside = sentence.words(at: ByteRange(from, to)),
      let after = sentence.words(at: ByteRange(to, sentence.count))
    else { return HTML(text: view.sentence.exact) }
    return "\(around(before))\(inside)\(around(after))"
  }

  private func around(_ words: String) -> HTML? {
    words.isEmpty ? nil : "<span class=\"around\">\(words)</span>"
  }
}
