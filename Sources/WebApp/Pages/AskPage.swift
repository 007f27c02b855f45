import Composition
import Engine
import NewsModel
import Primitives

/// The page where a reader asks a question: answers on a server, a word on how to ask in an exported site.
///
/// Works without JavaScript: the form is sent to the server, and each answer links to its sentence.
struct AskPage {
  static let path = "ask.html"

  let shell: PageShell

  /// The page of an exported site, which cannot answer.
  func renderStatic() -> SitePage {
    let content: HTML = """
      \(head(question: "", isForm: false))
      <p class="note-box">Questions are answered by the server of this site, not by the exported copy. \
      In the copy, <a href="\(shell.links.file(SearchPage.path))">search the articles</a> instead.</p>
      """
    return page(title: "Ask", content)
  }

  /// The page of a server for a reader's question; without an answer when nothing was asked.
  func render(question: String, answer: Answer?) -> SitePage {
    let content: HTML = """
      \(head(question: question, isForm: true))
      <div id="answer">\(answer.map(result))</div>
      """
    return page(title: question.isEmpty ? "Ask" : "Ask: \(question)", content)
  }

  private func page(title: String, _ content: HTML) -> SitePage {
    let head = PageShell.Head(
      title: title, description: "Ask the articles a question.", style: "search")
    return .html(shell.path, shell.render(head, content), PageEvidence())
  }

  private func head(question: String, isForm: Bool) -> HTML {
    let form: HTML? =
      isForm
      ? """
      <form class="search-form" action="\(shell.links.file(Self.path))" method="get">\
      <label class="sr" for="q">Your question</label>\
      <input id="q" name="q" type="text" value="\(question)" maxlength="400" autocomplete="off">\
      <button type="submit">Ask</button></form>
      """ : nil
    return """
      <header class="page-head"><h1>Ask</h1></header>
      \(form)
      """
  }

  private func result(_ answer: Answer) -> HTML {
    guard answer.isAnswered else { return silence(answer) }
    let verdict: HTML? = answer.verdict.map { isYes in
      isYes
        ? "<p class=\"verdict\"><strong>Yes</strong>, by this sentence:</p>"
        : "<p class=\"verdict\"><strong>No</strong>, by this sentence:</p>"
    }
    let first = answer.findings.prefix(1).map { item($0) }
    let others = answer.findings.dropFirst().map { item($0) }
    let beside: HTML? =
      others.isEmpty
      ? nil
      : "<h2>Other sentences that answer</h2>\n<ol class=\"said\">\n\(others.joined(separator: "\n"))\n</ol>"
    let count = NewspaperStyle.count(answer.searched, "article")
    return """
      \(answer.narration.flatMap { told($0, answer.findings) })\(verdict)<ol class="said answers">
      \(first.joined(separator: "\n"))
      </ol>
      \(beside)
      <p class="meta">Looked through \(count).</p>
      """
  }

  /// The answer in a model's words, each clause with its sentence; nil when none of them was taken.
  private func told(_ narration: Narration, _ findings: [Answer.Finding]) -> HTML? {
    guard narration.text != nil else { return nil }
    let clauses = narration.clauses.map { clause -> HTML in
      let mark: HTML? =
        findings.indices.contains(clause.finding)
        ? """
        <sup class="cites"><a class="cite" \
        href="\(shell.links.citation(findings[clause.finding].citation))">\(clause.finding + 1)</a></sup>
        """ : nil
      return "\(clause.text)\(mark)"
    }
    return """
      <section class="narration" aria-label="Worded by a language model">
      <p>\(clauses.joined())</p>
      <p class="meta">Worded by the language model \(narration.model) from the sentences below; each clause was checked \
      against its sentence. Prompt SHA-256 \(narration.promptHash).</p>
      </section>

      """
  }

  private func silence(_ answer: Answer) -> HTML {
    let count = NewspaperStyle.count(answer.searched, "article")
    let nearest: HTML? =
      answer.nearest.isEmpty
      ? nil
      : """
      <h2>Nearest, but no answer</h2>
      <ol class="said nearest">
      \(answer.nearest.map { item($0, isAnswer: false) }.joined(separator: "\n"))
      </ol>
      """
    return """
      <p class="silence">Not in these articles: no sentence in \(count) answers this question.</p>
      \(nearest)
      """
  }

  private func item(_ finding: Answer.Finding, isAnswer: Bool = true) -> HTML {
    let citation = finding.citation
    let meta = Words.line([
      HTML(text: citation.outlet), citation.published.map { Words.time($0) },
      isAnswer && finding.originCount > 1
        ? HTML(text: "\(NewspaperStyle.count(finding.originCount, "origin")) say so") : nil,
    ])
    let text = isAnswer ? MarkedAnswer(finding).html : HTML(text: citation.exact)
    return """
      <li><p>\(text)</p>\
      <p class="meta"><a href="\(shell.links.citation(citation))">\(citation.title)</a></p>\
      <p class="meta">\(meta)</p></li>
      """
  }
}

/// An answer's text with the answering words marked and what was put in set apart.
struct MarkedAnswer {
  let html: HTML

  init(_ finding: Answer.Finding) {
    var wanted = Self.words(of: finding)
    html = finding.text.runs.map { run -> HTML in
      guard case .source(let words) = run else { return HTML(run) }
      return Self.marked(words, &wanted)
    }
    .joined()
  }

  /// The answering words, as they stand in the cited sentence.
  private static func words(of finding: Answer.Finding) -> String? {
    let text = UTF8Text(finding.citation.exact)
    let start = finding.citation.passage.range.start
    return finding.marks.first.flatMap { mark in
      mark.start < start ? nil : text.words(at: ByteRange(mark.start - start, mark.end - start))
    }
  }

  /// Marks the first place of the wanted words; once only.
  private static func marked(_ words: String, _ wanted: inout String?) -> HTML {
    guard let sought = wanted, !sought.isEmpty, let found = words.firstRange(of: sought) else {
      return HTML(text: words)
    }
    wanted = nil
    let before = String(words[..<found.lowerBound])
    let after = String(words[found.upperBound...])
    return "\(before)<mark>\(sought)</mark>\(after)"
  }
}
