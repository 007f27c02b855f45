import Composition
import Engine
import NewsModel
import Primitives

/// How the site is made, what it rests on, and how to check it.
struct AboutPage {
  static let path = "about.html"

  let overview: LibraryOverview
  let outlets: [OutletView]
  let shell: PageShell

  func render() -> SitePage {
    let content: HTML = """
      <header class="page-head"><h1>How this is made</h1><p class="standfirst">\(shell.settings.name) reads \
      published articles and works out who said what, when, and how we know. It writes no sentence of its own \
      opinion, and shows nothing that it cannot trace back to a sentence in an article.</p></header>
      <dl class="facts">\(facts.joined())</dl>
      <div class="prose">
      \(Self.method)
      \(AccuracyTable.render())
      \(OutletRegister(outlets: outlets).render())
      <h2>What was changed later</h2>
      <p>Every version of an article is kept. <a href="\(ChangesPage.path)">What outlets changed after \
      publication</a> is listed, and a sentence that is gone is marked wherever it was cited.</p>
      \(edition)
      </div>
      """
    let head = PageShell.Head(
      title: "How this is made",
      description: "The method, the counts and how to check every sentence.")
    return .html(shell.path, shell.render(head, content), PageEvidence())
  }

  private var facts: [HTML] {
    let counts = [
      ("Articles", overview.articleCount), ("Versions", overview.versionCount),
      ("Outlets", overview.outletCount), ("Origins", overview.originCount),
      ("Stories", overview.storyCount), ("Topics", overview.topicCount),
      ("Attributed statements", overview.statementCount),
    ]
    return counts.map { name, count -> HTML in
      "<div><dt>\(name)</dt><dd>\(NewspaperStyle.digits(count))</dd></div>"
    }
  }

  private static let method: HTML = """
    <h2>What you see</h2>
    <p>Explainers, answers, tables and graphics are put together from sentences of the articles. What was \
    put in so that a sentence can stand alone is in [square brackets]. Quotations are never changed.</p>
    <p>The small raised numbers are citations. Each leads to the article, opened at the sentence. In an article, \
    every statement is marked with who said it: a solid line under direct speech, a dotted line under the \
    reporter’s words for it, a broken line where it is partly quoted, and beside it the speaker and on what \
    footing they speak: by name, by office, from a document, as another outlet reported, or anonymously.</p>
    <h2>How it counts</h2>
    <p>A text that one agency wrote and seven outlets ran is one origin, not seven confirmations. Sizes of topics and \
    the bars of coverage count origins; copies are shown paler.</p>
    <p>Where nothing was found it says how many articles were looked through. That is not proof that nobody \
    ever said it.</p>
    <h2>What can go wrong</h2>
    <p>Articles are read by rules and a small statistical model for grammar and names, not by people. A speaker may be \
    missed or mistaken, two people of one name may be taken for one, a date may be read wrongly. The article behind every \
    sentence is one step away so that you can see for yourself.</p>
    <p>Two sources that contradict each other are shown side by side. Which of them is right is not decided here.</p>
    """

  private var edition: HTML {
    let span: HTML? =
      if let first = overview.firstDay, let last = overview.lastDay {
        " Its articles were published \(Words.span(first, last))."
      } else { nil }
    return """
      <h2>How to check it</h2>
      <p>This is edition <strong class="figure">\(overview.edition)</strong>\(shell.edition.asOf).\(span) \
      The name of an edition is a digest of its articles, its rules and its clock: the same articles give the same \
      edition, byte for byte.</p>
      <p>An exported site carries the text of every article version, and for every shown sentence the words it \
      rests on. <code>backgrounder verify</code> with its folder compares them and names the sentence \
      that does not hold.</p>
      """
  }
}
