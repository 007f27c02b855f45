import Composition
import Engine
import NewsModel
import Primitives

/// Says which version of an article a page shows, and leads to the others.
struct VersionNotices {
  let view: ArticleView
  let links: SiteLinks

  func render() -> HTML? {
    guard view.ordinals.count > 1 else { return nil }
    let shown = view.filed.version.ordinal
    let id = view.filed.version.article.id
    let items = view.ordinals.map { ordinal -> HTML in
      let isLast = ordinal == view.ordinals.last
      let words = isLast ? "version \(ordinal), the current one" : "version \(ordinal)"
      if ordinal == shown { return "<li aria-current=\"true\">\(words), shown here</li>" }
      let path = SiteLinks.path(article: id, ordinal: isLast ? nil : ordinal)
      return "<li><a href=\"\(links.file(path))\">\(words)</a></li>"
    }
    let sentence: HTML =
      view.filed.isCurrent
      ? "The outlet changed this article after it was published."
      : "<strong>This version has been replaced.</strong> The outlet changed the article later.\(corrected)"
    return """
      <aside class="note-box" aria-label="Versions"><p>\(sentence)</p>\
      <ul>\(items.joined())</ul></aside>
      """
  }

  /// What the strokes through sentences mean.
  private var corrected: HTML? {
    let count = view.filed.corrections.count
    guard count > 0 else { return nil }
    let sentences = NewspaperStyle.countAtStart(count, "sentence")
    let are = count == 1 ? "is" : "are"
    return " \(sentences) of it \(are) no longer in the article and struck through here."
  }
}

/// Says that other outlets ran the same text, and that they count as one source.
struct CopyNotice {
  let view: ArticleView
  let links: SiteLinks

  func render() -> HTML? {
    guard !view.sameOrigin.isEmpty else { return nil }
    let outlets = Set(view.sameOrigin.map(\.outlet) + [view.filed.version.article.outlet ?? ""])
    let count = NewspaperStyle.count(outlets.count, "outlet")
    let writer = view.origin.source.map { name -> HTML in " It comes from \(name)." }
    let items = view.sameOrigin.map { other -> HTML in
      let date = other.published.map { time -> HTML in ", \(Words.time(time))" }
      return """
        <li><a href="\(links.article(other.id))">\(other.title)</a> \
        <span class="meta">\(other.outlet)\(date)</span></li>
        """
    }
    return """
      <aside class="note-box" aria-label="Copies"><p><strong>\(NewspaperStyle.capitalised(count)), \
      one origin.</strong> The same text ran elsewhere; together it counts as one source.\(writer)</p>\
      <ul>\(items.joined())</ul></aside>
      """
  }
}

/// Shows the sentences that a new version took out and put in.
struct VersionChanges {
  let current: FiledArticle
  let previous: FiledArticle?
  let links: SiteLinks

  func render() -> HTML? {
    guard let previous else { return nil }
    let before = sentences(previous)
    let after = sentences(current)
    let removed = before.filter { !Set(after).contains($0) }
    let added = after.filter { !Set(before).contains($0) }
    guard !removed.isEmpty || !added.isEmpty else { return nil }
    let gone = removed.map { words -> HTML in
      "<p class=\"change\"><b>Taken out</b> <del>\(words)</del></p>"
    }
    let new = added.map { words -> HTML in
      "<p class=\"change\"><b>Put in</b> <ins>\(words)</ins></p>"
    }
    return """
      <section class="changes" aria-labelledby="changes"><h2 id="changes">What was changed since \
      version \(previous.version.ordinal)</h2>
      \((gone + new).joined(separator: "\n"))
      </section>
      """
  }

  private func sentences(_ filed: FiledArticle) -> [String] {
    Paragraph.split(filed.text, sentences: filed.analysis.sentences).flatMap(\.pieces).compactMap {
      filed.text.words(at: $0)
    }
  }
}
