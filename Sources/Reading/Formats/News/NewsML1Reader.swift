import NewsModel
import Primitives

/// Reads NewsML 1.0 to 1.2: each news item is an article for each of its languages.
struct NewsML1Reader {
  let limits: ReadingLimits

  /// An item has a few texts: the body, captions, contacts, each perhaps in some languages.
  private static let textLimit = 200

  /// Reads all news items; those of several are named `path#number`.
  func read(
    _ root: XMLElement, name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    let items = root.children("newsitem")
    if items.isEmpty { try each(.refused(Refusal(name, .noNewsText("an empty NewsML document")))) }
    for (index, item) in items.enumerated() {
      let input = items.count == 1 ? name : "\(name)#\(index + 1)"
      guard item.descendants.count(where: Self.holdsText) <= Self.textLimit else {
        let reason = RefusalReason.otherContent("more than \(Self.textLimit) texts in one item")
        try each(.refused(Refusal(input, reason)))
        continue
      }
      let outcomes = outcomes(item, input: input, file: name)
      if outcomes.isEmpty {
        let reason = RefusalReason.noNewsText("a NewsML item whose content lies in other files")
        try each(.refused(Refusal(input, reason)))
      }
      for outcome in outcomes { try each(outcome) }
    }
  }

  /// The longest text of each language is an article; short ones beside it are captions and contacts.
  private func outcomes(_ item: XMLElement, input: String, file: String) -> [ReadOutcome] {
    var languages: [String?] = []
    var longest: [String?: Article] = [:]
    var refusals: [ReadOutcome] = []
    for component in item.descendants.filter(Self.holdsText) {
      switch outcome(component, of: item, input: input, file: file) {
      case .refused(let refusal): refusals.append(.refused(refusal))
      case .article(let article):
        guard let known = longest[article.language] else {
          languages.append(article.language)
          longest[article.language] = article
          continue
        }
        let isLonger = article.text.utf8.count > known.text.utf8.count
        let (kept, other) = isLonger ? (article, known) : (known, article)
        longest[article.language] = Self.adding(other.text, to: kept, from: known)
      }
    }
    let articles = languages.enumerated().compactMap { place, language in
      longest[language].map { article in
        var article = article
        // Each language is an article of its own.
        if place > 0 { article.id = FeedItemReader.id("\(article.id)#\(language ?? "")") }
        return ReadOutcome.article(article)
      }
    }
    return articles + refusals
  }

  /// The article with another text of the item kept beside it.
  private static func adding(_ text: String, to kept: Article, from known: Article) -> Article {
    var article = kept
    let texts = (known.extra?["texts"]?.elements ?? []) + [.string(text)]
    let rest = (kept.extra?.fields ?? []).filter { $0.name != "texts" }
    article.extra = .object(rest + [JSONValue.Field(name: "texts", value: .array(texts))])
    return article
  }

  /// A component that holds content items with text directly.
  private static func holdsText(_ element: XMLElement) -> Bool {
    element.local == "newscomponent" && element.children("contentitem").contains { isText($0) }
  }

  private static func isText(_ content: XMLElement) -> Bool {
    guard let data = content.descendant("datacontent"), content.attribute("href") == nil else {
      return false
    }
    return !data.children.isEmpty || data.text != nil && !isEncoded(content)
  }

  private static func isEncoded(_ content: XMLElement) -> Bool { content.child("encoding") != nil }

  private func outcome(
    _ component: XMLElement, of item: XMLElement, input: String, file: String
  ) -> ReadOutcome {
    do throws(ReadingFault) {
      return .article(try article(component, of: item, file: file))
    } catch {
      return .refused(Refusal(input, error.reason))
    }
  }

  private func article(
    _ component: XMLElement, of item: XMLElement, file: String
  ) throws(ReadingFault) -> Article {
    var body = MarkupText()
    var nitf: NITFDocument?
    for content in component.children("contentitem") where body.text == nil && Self.isText(content)
    {
      (body, nitf) = try text(of: content)
    }
    guard let text = body.text else { throw ReadingFault(.noNewsText("a NewsML component")) }
    let lines = line(of: component, in: item)
    let identifier = item.child("identification", "newsidentifier", "publicidentifier")?.foldedText
    var article = Article(
      id: identifier.map { FeedItemReader.id($0) }, file: file,
      outlet: party("provider", component, item) ?? party("source", component, item),
      title: lines("headline") ?? nitf?.title, standfirst: lines("subheadline"),
      byline: lines("byline").map { FeedPerson($0).names } ?? nitf?.byline ?? [],
      published: item.child("newsmanagement", "firstcreated")?.text.flatMap(FeedDate.parse),
      modified: item.child("newsmanagement", "thisrevisioncreated")?.text.flatMap(FeedDate.parse),
      language: nearest("language", component)?.attribute("formalname"), text: text,
      credits: [lines("creditline"), party("source", component, item)].compactMap(\.self),
      rights: lines("copyrightline"), links: body.links)
    article.extra = extra(component, item, identifier, nitf)
    return article
  }

  private func text(
    of content: XMLElement
  ) throws(ReadingFault) -> (MarkupText, NITFDocument?) {
    guard let data = content.descendant("datacontent") else { return (MarkupText(), nil) }
    if let root = data.descendant("nitf") {
      let nitf = NITFDocument(root)
      return (try nitf.body(limits: limits), nitf)
    }
    if let page = data.descendant("body") ?? data.descendant("html") {
      return (try MarkupText(html: page.innerMarkup, base: nil, limits: limits), nil)
    }
    let bytes = data.children.isEmpty ? data.textBytes : data.innerMarkup
    guard data.children.isEmpty, !MarkupGuess.isMarkup(bytes) else {
      return (try MarkupText(html: bytes, base: nil, limits: limits), nil)
    }
    return (MarkupText(plain: bytes), nil)
  }

  /// A news line of the component, else of those around it.
  private func line(of component: XMLElement, in item: XMLElement) -> (String) -> String? {
    { name in
      var element: XMLElement? = component
      while let here = element {
        if let line = here.child("newslines", name)?.foldedText { return line }
        element = here.parent
      }
      return item.descendant(name)?.foldedText
    }
  }

  /// The nearest description of a component or of those around it.
  private func nearest(_ name: String, _ component: XMLElement) -> XMLElement? {
    var element: XMLElement? = component
    while let here = element {
      if let found = here.child("descriptivemetadata", name) { return found }
      element = here.parent
    }
    return nil
  }

  private func party(_ role: String, _ component: XMLElement, _ item: XMLElement) -> String? {
    let parties = item.descendants.filter { $0.local == role }
    return parties.lazy.compactMap { $0.child("party")?.attribute("formalname") }.first
  }

  private func extra(
    _ component: XMLElement, _ item: XMLElement, _ identifier: String?, _ nitf: NITFDocument?
  ) -> JSONValue? {
    var extra = ExtraFields(
      component.children.filter {
        !["contentitem", "newscomponent", "newslines"].contains($0.local)
      })
    extra.add("id", identifier)
    extra.add("NewsManagement", item.child("newsmanagement")?.json())
    extra.add("nitf", nitf?.extra)
    return extra.object
  }
}
