import NewsModel
import Primitives
import Testing

@testable import Composition

struct HostileTextTests {
  private static let attacks = [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "]]></svg><script>",
    "' onmouseover='x", "[x](javascript:alert(1))", "| a | b |\n\n# c",
  ]

  /// Two outlets on two days, a speaker and a date, with the attack in every field that is shown.
  private func dossier(_ attack: String) throws -> Dossier {
    var builder = EvidenceBuilder()
    builder.name = "Tunnel \(attack)"
    builder.names = ["quill": "Ada Quill \(attack)", "union": "Ferry Union \(attack)"]
    for (index, day) in ["2023-06-01", "2023-06-02"].enumerated() {
      var draft = EvidenceBuilder.Draft(
        "a\(index)", outlet: "Quay\(index) \(attack)", published: day, title: "Head \(attack)",
        "Ada Quill said on Tuesday that harbour plan \(index) would cost Portmere too much money.",
        "Ferry Union said on Tuesday that ferries of line \(index) would stop if Portmere dug.")
      draft.article.byline = [attack]
      draft.article.credits = [attack]
      draft.article.rights = attack
      draft.entity("quill", .person, mentions: "Ada Quill")
      draft.entity("union", .organisation, mentions: "Ferry Union")
      draft.statements = [
        (
          "quill", "Ada Quill", "said", "harbour plan \(index) would cost Portmere too much money",
          .named
        ),
        (
          "union", "Ferry Union", "said#2", "ferries of line \(index) would stop if Portmere dug",
          .named
        ),
      ]
      draft.channels = [0: attack]
      draft.times = [
        (words: "Tuesday", value: "2023-05-3\(index)"),
        (words: "Tuesday#2", value: "2023-05-3\(index)"),
      ]
      builder.drafts.append(draft)
    }
    return DossierComposer().compose(try builder.build())
  }

  @Test(arguments: attacks)
  func `stored text cannot break out of the page or a drawing`(attack: String) throws {
    let dossier = try dossier(attack)
    try #require(!dossier.graphics.isEmpty && !dossier.tables.isEmpty)
    let html = DossierHTMLRenderer(links: SiteLinks(depth: 1)).render(dossier).markup
    for part in [html] + dossier.graphics.map(\.svg) {
      #expect(!part.contains("<script"))
      #expect(!part.contains("<img"))
      #expect(!part.contains("' onmouseover"))
      #expect(!part.contains(" style="))
      #expect(Self.isBalanced(part))
    }
  }

  @Test(arguments: attacks)
  func `stored text cannot become Markdown`(attack: String) throws {
    let markdown = DossierMarkdownRenderer().render(try dossier(attack))
    let unescaped = markdown.replacing("\\<", with: "").replacing("\\]", with: "")
    #expect(!unescaped.contains("<script"))
    #expect(!unescaped.contains("](javascript"))
    #expect(!markdown.contains("\n# c"))
  }

  @Test(arguments: attacks)
  func `the document survives JSON byte for byte`(attack: String) throws {
    let dossier = try dossier(attack)
    let json = try CanonicalJSON.encode(dossier)
    #expect(try CanonicalJSON.decode(Dossier.self, from: json) == dossier)
  }

  @Test func `marks link to a cited text of the page`() throws {
    let dossier = try dossier("plain")
    let html = DossierHTMLRenderer(links: SiteLinks(depth: 1)).render(dossier).markup
    for graphic in dossier.graphics {
      let targets = graphic.svg.split(separator: "href=\"#").dropFirst()
        .map { $0.prefix { $0 != "\"" } }
      try #require(!targets.isEmpty)
      for target in targets { #expect(html.contains("id=\"\(target)\"")) }
    }
  }

  /// Whether every element that is opened is closed, in order; void elements and `/>` aside.
  private static func isBalanced(_ markup: String) -> Bool {
    var open: [Substring] = []
    for piece in markup.split(separator: "<").dropFirst(markup.hasPrefix("<") ? 0 : 1) {
      guard let end = piece.firstIndex(of: ">") else { return false }
      let tag = piece[..<end]
      let name = tag.prefix { $0 != " " && $0 != "/" }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
