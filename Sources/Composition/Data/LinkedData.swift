public import NewsModel
import Primitives

/// Writes what a page holds in the words of schema.org, as JSON-LD for search engines and other programs.
///
/// Every text cites the articles that it rests on (`citation`, with `text` for the exact words).
public struct LinkedData: Sendable {
  /// How many articles a dossier's block names, the latest first; its page lists all.
  private static let mostSources = 20

  /// Creates a writer.
  public init() {}

  /// A dossier: background article, questions with answers, coming events.
  public func render(_ dossier: Dossier) throws -> HTML {
    let inShort = dossier.explainer.first?.citedTexts ?? []
    let article = JSONValue([
      "@type": .string("BackgroundNewsArticle"), "headline": .string(dossier.name),
      "dateModified": .string("\(dossier.clock)"),
      "abstract": .string(inShort.map(\.text).joined(separator: " ")),
      "citation": .array(
        dossier.sources.lazy.filter { !$0.isCopy }.prefix(Self.mostSources).map(Self.source)),
    ])
    let questions = JSONValue([
      "@type": .string("FAQPage"), "mainEntity": .array(dossier.questions.map(Self.question)),
    ])
    var graph = [article]
    if !dossier.questions.isEmpty { graph.append(questions) }
    graph += dossier.comingEvents.map(Self.event)
    return try script(graph)
  }

  /// An article with what is quoted in it word for word, by whom.
  public func render(_ filed: FiledArticle, profiles: [EntityID: EntityProfile]) throws -> HTML {
    let article = filed.version.article
    var fields: [String: JSONValue] = [
      "@type": .string("NewsArticle"), "headline": .string(article.title ?? "Untitled article"),
      "publisher": Self.named(article.outlet ?? "Unnamed outlet", "NewsMediaOrganization"),
    ]
    if let published = article.published { fields["datePublished"] = .string("\(published)") }
    if let modified = article.modified { fields["dateModified"] = .string("\(modified)") }
    if let url = HTML.address(article.url) { fields["url"] = .string(url) }
    if !article.byline.isEmpty {
      fields["author"] = .array(article.byline.map { Self.named($0, "Person") })
    }
    let quotations = filed.analysis.statements.compactMap { statement -> JSONValue? in
      guard statement.form == .direct, let speaker = statement.speaker,
        let profile = profiles[filed.entity(speaker)],
        let words = filed.text.words(at: statement.content.first)
      else { return nil }
      return JSONValue([
        "@type": .string("Quotation"), "text": .string(words),
        "creator": Self.named(profile.name, Self.type(profile.kind)),
      ])
    }
    if !quotations.isEmpty { fields["hasPart"] = .array(quotations) }
    return try script([JSONValue(fields)])
  }

  private static func question(_ question: FrequentQuestion) -> JSONValue {
    let answer = question.answer.map(\.text).joined(separator: " ")
    return JSONValue([
      "@type": .string("Question"), "name": .string(question.question),
      "acceptedAnswer": JSONValue([
        "@type": .string("Answer"), "text": .string(answer),
        // The answer's text holds the cited words.
        "citation": .array(question.answer.elements.map { reference($0.citations.first) }),
      ]),
    ])
  }

  private static func event(_ event: ComingEvent) -> JSONValue {
    JSONValue([
      "@type": .string("Event"), "name": .string(event.text.text),
      "startDate": .string("\(event.first)"),
      "endDate": .string("\(event.last)"),
      "subjectOf": citation(event.text.citations.first),
    ])
  }

  private static func citation(_ citation: Citation) -> JSONValue {
    var fields: [String: JSONValue] = [
      "@type": .string("NewsArticle"), "headline": .string(citation.title),
      "publisher": named(citation.outlet, "NewsMediaOrganization"), "text": .string(citation.exact),
    ]
    if let published = citation.published { fields["datePublished"] = .string("\(published)") }
    if let url = HTML.address(citation.url) { fields["url"] = .string(url) }
    return JSONValue(fields)
  }

  /// A citation by its article alone.
  private static func reference(_ citation: Citation) -> JSONValue {
    var fields: [String: JSONValue] = [
      "@type": .string("NewsArticle"), "headline": .string(citation.title),
    ]
    if let url = HTML.address(citation.url) { fields["url"] = .string(url) }
    return JSONValue(fields)
  }

  private static func source(_ source: DossierSource) -> JSONValue {
    var fields: [String: JSONValue] = [
      "@type": .string("NewsArticle"), "headline": .string(source.title),
      "publisher": named(source.outlet, "NewsMediaOrganization"),
    ]
    if let published = source.published { fields["datePublished"] = .string("\(published)") }
    return JSONValue(fields)
  }

  private static func named(_ name: String, _ type: String) -> JSONValue {
    JSONValue(["@type": .string(type), "name": .string(name)])
  }

  private static func type(_ kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .government: "GovernmentOrganization"
    case .place: "Place"
    case .organisation, .group: "Organization"
    case .work, .event, .programme, .product, .other: "Thing"
    }
  }

  /// A data block; what HTML gives a meaning is written as an escape, so that no text can end it.
  private func script(_ graph: [JSONValue]) throws -> HTML {
    let root = JSONValue([
      "@context": .string("https://schema.org"), "@graph": .array(graph),
    ])
    var json = ""
    for scalar in try CanonicalJSON.string(root).unicodeScalars {
      switch scalar {
      case "<": json += "\\u003c"
      case ">": json += "\\u003e"
      case "&": json += "\\u0026"
      case "'": json += "\\u0027"
      default: json.unicodeScalars.append(scalar)
      }
    }
    return HTML(stringLiteral: "<script type=\"application/ld+json\">\(json)</script>\n")
  }
}
