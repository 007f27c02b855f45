public import NewsModel
import Primitives

/// Writes what a page holds in the words of schema.org, as JSON-LD for search engines and other programs.
///
/// Every text cites the articles that it rests on (`citation`, with `text` for the exact words).
public struct LinkedData: Sendable {
  /// A value of JSON; the keys of an object are sorted when it is written.
  private indirect enum Value: Encodable {
    case text(String)
    case list([Value])
    case object([String: Value])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .text(let words):
        var container = encoder.singleValueContainer()
        try container.encode(words)
      case .list(let values):
        var container = encoder.unkeyedContainer()
        for value in values { try container.encode(value) }
      case .object(let fields):
        var container = encoder.singleValueContainer()
        try container.encode(fields)
      }
    }
  }

  /// Creates a writer.
  public init() {}

  /// A dossier: background article, questions with answers, coming events.
  public func render(_ dossier: Dossier) throws -> HTML {
    let inShort = dossier.explainer.first?.citedTexts ?? []
    let article = Value.object([
      "@type": .text("BackgroundNewsArticle"), "headline": .text(dossier.name),
      "dateModified": .text("\(dossier.clock)"),
      "abstract": .text(inShort.map(\.text).joined(separator: " ")),
      "citation": .list(dossier.sources.filter { !$0.isCopy }.map(Self.source)),
    ])
    let questions = Value.object([
      "@type": .text("FAQPage"), "mainEntity": .list(dossier.questions.map(Self.question)),
    ])
    var graph = [article]
    if !dossier.questions.isEmpty { graph.append(questions) }
    graph += dossier.comingEvents.map(Self.event)
    return try script(graph)
  }

  /// An article with what is quoted in it word for word, by whom.
  public func render(_ filed: FiledArticle, profiles: [EntityID: EntityProfile]) throws -> HTML {
    let article = filed.version.article
    var fields: [String: Value] = [
      "@type": .text("NewsArticle"), "headline": .text(article.title ?? "Untitled article"),
      "publisher": Self.named(article.outlet ?? "Unnamed outlet", "NewsMediaOrganization"),
    ]
    if let published = article.published { fields["datePublished"] = .text("\(published)") }
    if let modified = article.modified { fields["dateModified"] = .text("\(modified)") }
    if let url = HTML.address(article.url) { fields["url"] = .text(url) }
    if !article.byline.isEmpty {
      fields["author"] = .list(article.byline.map { Self.named($0, "Person") })
    }
    let quotations = filed.analysis.statements.compactMap { statement -> Value? in
      guard statement.form == .direct, let speaker = statement.speaker,
        let profile = profiles[filed.entity(speaker)],
        let words = filed.text.words(at: statement.content.first)
      else { return nil }
      return .object([
        "@type": .text("Quotation"), "text": .text(words),
        "creator": Self.named(profile.name, Self.type(profile.kind)),
      ])
    }
    if !quotations.isEmpty { fields["hasPart"] = .list(quotations) }
    return try script([.object(fields)])
  }

  private static func question(_ question: FrequentQuestion) -> Value {
    let answer = question.answer.map(\.text).joined(separator: " ")
    return .object([
      "@type": .text("Question"), "name": .text(question.question),
      "acceptedAnswer": .object([
        "@type": .text("Answer"), "text": .text(answer),
        "citation": .list(question.answer.elements.map { citation($0.citations.first) }),
      ]),
    ])
  }

  private static func event(_ event: ComingEvent) -> Value {
    .object([
      "@type": .text("Event"), "name": .text(event.text.text), "startDate": .text("\(event.first)"),
      "endDate": .text("\(event.last)"),
      "subjectOf": citation(event.text.citations.first),
    ])
  }

  private static func citation(_ citation: Citation) -> Value {
    var fields: [String: Value] = [
      "@type": .text("NewsArticle"), "headline": .text(citation.title),
      "publisher": named(citation.outlet, "NewsMediaOrganization"), "text": .text(citation.exact),
    ]
    if let published = citation.published { fields["datePublished"] = .text("\(published)") }
    if let url = HTML.address(citation.url) { fields["url"] = .text(url) }
    return .object(fields)
  }

  private static func source(_ source: DossierSource) -> Value {
    var fields: [String: Value] = [
      "@type": .text("NewsArticle"), "headline": .text(source.title),
      "publisher": named(source.outlet, "NewsMediaOrganization"),
    ]
    if let published = source.published { fields["datePublished"] = .text("\(published)") }
    return .object(fields)
  }

  private static func named(_ name: String, _ type: String) -> Value {
    .object(["@type": .text(type), "name": .text(name)])
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

  /// A data block; `<` is written as an escape so that no text can end it.
  private func script(_ graph: [Value]) throws -> HTML {
    let root = Value.object([
      "@context": .text("https://schema.org"), "@graph": .list(graph),
    ])
    let json = try CanonicalJSON.string(root).split(
      separator: "<", omittingEmptySubsequences: false
    )
    .joined(separator: "\\u003c")
    return HTML(stringLiteral: "<script type=\"application/ld+json\">\(json)</script>\n")
  }
}
