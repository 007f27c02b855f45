import Composition
import NewsModel

/// The index of topics, biggest first.
struct TopicsPage {
  static let perPage = 100

  let topics: [Topic]
  let page: Int
  let shell: PageShell

  func render() -> SitePage {
    let pager = Pager(name: "topics", total: topics.count, perPage: Self.perPage)
    let items = topics[pager.range(page)].map { topic -> HTML in
      """
      <li><a href="\(shell.links.topic(topic.id))">\(topic.name)</a>\
      <p class="meta">\(TopicLine(topic: topic, now: shell.edition.now).render())\(span(topic))</p></li>
      """
    }
    let content: HTML = """
      <header class="page-head"><h1>Topics</h1><p class="standfirst">\
      \(NewspaperStyle.capitalised(NewspaperStyle.count(topics.count, "topic"))), the biggest first. Size is counted in \
      origins: a text that ran in seven outlets counts once.</p></header>
      <div class="index"><ul class="plain articles rows">
      \(items.joined(separator: "\n"))
      </ul>\(pager.render(page, links: shell.links))</div>
      """
    let head = PageShell.Head(title: "Topics", description: "All topics, the biggest first.")
    return .html(shell.path, shell.render(head, content), PageEvidence())
  }

  private func span(_ topic: Topic) -> HTML? {
    guard let first = topic.trend.bins.first?.day, let last = topic.trend.bins.last?.day else {
      return nil
    }
    return "<span class=\"sep\" aria-hidden=\"true\">·</span>\(Words.span(first, last))"
  }
}
