import Composition
import NewsModel
import Primitives

/// Compares one page with the ledger, and the ledger with the stored articles.
struct PageCheck {
  let page: EvidenceLedger.Page
  let rendered: RenderedPage
  let archive: EvidenceArchive

  func faults() -> [SiteFault] {
    page.texts.flatMap(ledgerFaults) + shownFaults() + cardFaults()
      + (page.article.map(articleFaults) ?? [])
  }

  /// What is wrong between a text of the ledger and the articles.
  private func ledgerFaults(_ entry: EvidenceLedger.Entry) -> [SiteFault] {
    var reasons: [String] = []
    if entry.id != entry.cited.id { reasons.append("its name does not follow from its words") }
    if entry.text != entry.cited.text { reasons.append("the ledger gives it two wordings") }
    if let fault = entry.cited.fault(passageText: archive.words) { reasons.append(fault) }
    let article = archive.name(entry.cited.citations.first.passage.version)
    return reasons.map {
      SiteFault(file: page.path, article: article, sentence: entry.text, reason: $0)
    }
  }

  /// What is wrong between the page and the ledger.
  private func shownFaults() -> [SiteFault] {
    var faults: [SiteFault] = []
    var entries: [String: EvidenceLedger.Entry] = [:]
    for entry in page.texts { entries["s-\(entry.id)"] = entry }
    let wordings = Set(page.texts.map { Self.asShown($0.text) })
    for (id, entry) in entries.sorted(by: { $0.key < $1.key }) {
      let shown = rendered.elements(id: id)
      if shown.count != 1 {
        let reason =
          shown.isEmpty ? "is not shown on the page" : "its name is given twice on the page"
        faults.append(fault(entry, reason))
      }
      for element in shown where element.words != Self.asShown(entry.text) {
        faults.append(fault(entry, "the page shows other words: \"\(element.words)\""))
      }
    }
    for element in rendered.elements where element.classes.contains("s") {
      if let id = element.id {
        if entries[id] == nil { faults.append(unknown(element)) }
      } else if !wordings.contains(element.words) {
        faults.append(unknown(element))
      }
    }
    return faults
  }

  /// The exact words on the cards must be words that the page's texts cite.
  private func cardFaults() -> [SiteFault] {
    let cited = Set(
      page.texts.flatMap { $0.cited.citations.elements + $0.cited.corroborating }.map {
        Self.asShown($0.exact)
      })
    return rendered.elements.filter {
      $0.classes.contains("card-words") && !cited.contains($0.words)
    }
    .map {
      SiteFault(
        file: page.path, sentence: $0.words, reason: "no sentence of the page cites these words")
    }
  }

  /// What is wrong between an article's page and the stored article.
  private func articleFaults(_ shown: ShownArticle) -> [SiteFault] {
    guard let version = archive.versions[shown.version] else {
      return [
        SiteFault(file: page.path, reason: "shows version \(shown.version), which is not there")
      ]
    }
    var faults: [SiteFault] = []
    for range in shown.sentences {
      let anchor = SiteLinks.anchor(sentenceAt: range.start)
      let stored = version.text.words(at: range).map(Self.asShown)
      let elements = rendered.elements(id: anchor)
      if elements.count != 1 || elements.first?.words != stored {
        let words = stored ?? elements.first?.words ?? ""
        faults.append(
          SiteFault(
            file: page.path, article: version.name, sentence: words,
            reason: elements.isEmpty
              ? "is not shown on the page"
              : "the page and the stored article differ: \"\(elements.first?.words ?? "")\""))
      }
    }
    if faults.isEmpty { faults += wholeTextFaults(version) }
    return faults
  }

  /// All words of the article must be on its page in order, and no others.
  private func wholeTextFaults(_ version: EvidenceArchive.Version) -> [SiteFault] {
    let shown = rendered.elements(id: "text").map { Self.withoutSpace($0.words) }
    guard shown != [Self.withoutSpace(Self.asShown(version.text.string))] else { return [] }
    return [
      SiteFault(
        file: page.path, article: version.name,
        reason: "the page leaves out words of the article or puts in others")
    ]
  }

  private func fault(_ entry: EvidenceLedger.Entry, _ reason: String) -> SiteFault {
    SiteFault(
      file: page.path, article: archive.name(entry.cited.citations.first.passage.version),
      sentence: entry.text, reason: reason)
  }

  private func unknown(_ element: RenderedPage.Element) -> SiteFault {
    SiteFault(
      file: page.path, sentence: element.words,
      reason: "the page shows it, the ledger does not have it")
  }

  /// Text as a page shows it: without the control characters that HTML forbids.
  private static func asShown(_ text: String) -> String {
    let hidden = text.utf8.filter {
      $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D
    }
    return String(decoding: hidden, as: UTF8.self)
  }

  private static func withoutSpace(_ text: String) -> [UInt8] {
    text.utf8.filter { !$0.isASCIIWhitespace }
  }
}
