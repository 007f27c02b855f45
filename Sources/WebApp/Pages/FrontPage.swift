import Composition
import Engine
import NewsModel
import Primitives

/// The front page: one lead topic, the next topics, the latest stories.
struct FrontPage {
  /// A topic with the first sentences of its explainer.
  struct Teaser {
    let topic: Topic
    let sentences: [CitedText]
  }

  /// A story with the article that leads to it.
  struct Headline {
    let story: Story
    let article: ArticleSummary
    let outlets: Int
  }

  let lead: Teaser?
  let teasers: [Teaser]
  let latest: [Headline]
  let overview: LibraryOverview
  let shell: PageShell

  private var links: SiteLinks { shell.links }

  func render() -> SitePage {
    var cards = CitationCards(links: links)
    var ids = ElementIDs()
    let leadPart = lead.map { leadTopic($0, &cards, &ids) } ?? Self.empty
    let others = teasers.map { teaser($0, &cards, &ids) }
    let grid: HTML? =
      others.isEmpty
      ? nil
      : """
      <section aria-labelledby="more-topics"><h2 class="sr" id="more-topics">More topics</h2>\
      <div class="teasers">\(others.joined(separator: "\n"))</div></section>
      """
    let sources = cards.list.map { list -> HTML in
      """
      <section class="front-sources" aria-labelledby="front-sources">\
      <h2 class="rubric" id="front-sources">Sources cited on this page</h2>\(list)</section>
      """
    }
    let content: HTML = """
      <div class="front-grid">
      <div>
      \(leadPart)
      \(grid)
      </div>
      \(aside)
      </div>
      \(sources)
      """
    let head = PageShell.Head(
      title: shell.settings.name,
      description:
        "\(shell.settings.tagline). The biggest topics, who says what, and where it stands.")
    let texts = (lead?.sentences ?? []) + teasers.flatMap(\.sentences)
    return .html(shell.path, shell.render(head, content), PageEvidence(texts: texts))
  }

  private static let empty: HTML = """
    <section class="lead"><h2>Nothing has been read yet</h2><p class="brief">This library holds no article. \
    Read some with <code>backgrounder ingest</code>.</p></section>
    """

  private func leadTopic(
    _ teaser: Teaser, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML {
    var brief = HTML()
    for sentence in teaser.sentences {
      brief += "<p class=\"brief\">\(cards.span(sentence, ids: &ids))</p>\n"
    }
    return """
      <section class="lead" aria-labelledby="lead"><p class="kicker">The biggest topic</p>\
      <h2 id="lead"><a href="\(links.topic(teaser.topic.id))">\(teaser.topic.name)</a></h2>
      <p class="meta">\(TopicLine(topic: teaser.topic, now: shell.edition.now).render())</p>
      \(brief)\(Sparkline(trend: teaser.topic.trend, width: 640, height: 64).render())
      <p class="meta"><a href="\(links.topic(teaser.topic.id))">Explainer, questions and answers, \
      analysis and sources</a></p></section>
      """
  }

  private func teaser(
    _ teaser: Teaser, _ cards: inout CitationCards, _ ids: inout ElementIDs
  ) -> HTML {
    let sentence = teaser.sentences.first.map { text -> HTML in
      "<p>\(cards.span(text, ids: &ids))</p>"
    }
    return """
      <article class="teaser"><h3><a href="\(links.topic(teaser.topic.id))">\(teaser.topic.name)</a></h3>\
      \(sentence)<p class="meta">\(TopicLine(topic: teaser.topic, now: shell.edition.now).render())</p>\
      \(Sparkline(trend: teaser.topic.trend, width: 320, height: 28).render())</article>
      """
  }

  private var aside: HTML {
    let items = latest.map { headline -> HTML in
      let outlets: HTML? =
        headline.outlets > 1
        ? HTML(text: Words.counted(headline.outlets, "outlet"))
        : HTML(text: headline.article.outlet)
      let meta = Words.line([headline.story.lastDay.map { Words.time($0) }, outlets])
      return """
        <li><a href="\(links.article(headline.article.id))">\(headline.story.headline)</a>\
        <p class="meta">\(meta)</p></li>
        """
    }
    return """
      <aside aria-labelledby="latest"><h2 class="rubric" id="latest">Latest stories</h2>
      <ul class="plain articles">
      \(items.joined(separator: "\n"))
      </ul>
      <p class="meta">\(summary)</p></aside>
      """
  }

  private var summary: HTML {
    """
    <a href="\(links.file("articles.html"))">\(Words.counted(overview.articleCount, "article"))</a> by \
    \(Words.counted(overview.outletCount, "outlet")), from \(Words.counted(overview.originCount, "origin"))
    """
  }
}
