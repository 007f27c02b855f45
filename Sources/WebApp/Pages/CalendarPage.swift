import Composition
import Engine
import NewsModel
import Primitives

/// What is to come in all topics, by date, each with the sentence that announces it.
struct CalendarPage {
  static let path = "calendar.html"
  /// The biggest topics are looked through; small ones hold little that is to come.
  static let mostTopics = 400
  private static let mostComing = 80
  private static let mostPast = 40

  /// A coming event with the topic in which it was found.
  struct Entry {
    let topic: Topic
    let event: ComingEvent
  }

  let entries: [Entry]
  let shell: PageShell

  func render() -> SitePage {
    var cards = CitationCards(links: shell.links)
    var ids = ElementIDs()
    let sorted = unique.sorted { a, b in
      (a.event.first.date, a.event.last.date, a.event.text.id)
        < (b.event.first.date, b.event.last.date, b.event.text.id)
    }
    let coming = Array(sorted.filter { $0.event.last.date >= today }.prefix(Self.mostComing))
    let past = Array(
      sorted.filter { $0.event.last.date < today }.suffix(Self.mostPast).reversed())
    let sections =
      section("To come", "coming", coming, &cards, &ids)
      + section("Was announced for a day now past", "past", past, &cards, &ids)
    let content: HTML = """
      <header class="page-head"><h1>Calendar</h1><p class="standfirst">\
      What the articles announce for days after they were published, each with the sentence that says so. \
      Whether it took place is told only where an article tells it.</p></header>
      <div class="index">\(sections)\(cards.list(0..<cards.count))</div>
      """
    let texts = (coming + past).map(\.event.text)
    let head = PageShell.Head(
      title: "Calendar", description: "What the articles announce, by date.", style: "calendar")
    return .html(Self.path, shell.render(head, content), PageEvidence(texts: texts))
  }

  private var today: CivilDate { shell.edition.now.date }

  /// Each sentence once, in the biggest of its topics.
  private var unique: [Entry] {
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.event.text.id).inserted }
  }

  private var silence: HTML {
    guard let clock = shell.edition.clock else {
      return "<p class=\"silence\">No article has a date, so nothing can be said to be ahead.</p>"
    }
    return "<p class=\"silence\">Nothing in the articles is dated after \(Words.time(clock)).</p>"
  }

  private func section(
    _ heading: String, _ id: String, _ entries: [Entry], _ cards: inout CitationCards,
    _ ids: inout ElementIDs
  ) -> HTML {
    guard !entries.isEmpty else {
      return id == "coming"
        ? silence
        : HTML()
    }
    var items = HTML()
    for entry in entries {
      items += """
        <li><span class="when">\(NewspaperStyle.capitalised(entry.event.date))</span> \
        <span class="what">\(cards.span(entry.event.text, ids: &ids)) \
        <a class="meta" href="\(shell.links.topic(entry.topic.id))">\(entry.topic.name)</a></span></li>
        """
    }
    return """
      <section aria-labelledby="c-\(id)"><h2 id="c-\(id)">\(heading)</h2><ol class="dated">\(items)</ol></section>
      """
  }
}
