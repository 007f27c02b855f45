import Composition
import Engine
import HTTPServer
import NewsModel
import Primitives
import Testing

@testable import WebApp

struct FigureTests {
  private let fixture: SiteFixture
  private let dossier: Dossier

  init() throws {
    fixture = try SiteFixture()
    let topic = try #require(try fixture.library.topics().first)
    dossier = try #require(try fixture.library.dossier(topic.id))
  }

  @Test func `each table and drawing has a page that shows all its texts`() throws {
    let figures = FigurePage.figures(dossier)
    try #require(!figures.isEmpty)
    for figure in figures {
      let path = SiteLinks.path(figure: figure.id, of: dossier.topic)
      #expect(try fixture.site.paths().contains(path))
      let page = try #require(try fixture.site.page(at: path))
      let markup = String(decoding: page.body, as: UTF8.self)
      for text in page.evidence.texts { #expect(markup.contains("id=\"s-\(text.id)\"")) }
      #expect(markup.contains("<table"))
    }
  }

  @Test func `without its tables a dossier shows their findings and leads to them`() {
    let renderer = DossierHTMLRenderer(
      links: SiteLinks(depth: 1), extent: .linked(tables: false))
    let markup = renderer.render(dossier).markup
    #expect(!markup.contains("<table"))
    for table in dossier.tables {
      #expect(markup.contains("id=\"s-\(table.finding.id)\""))
      #expect(
        markup.contains("href=\"../\(SiteLinks.path(figure: table.id, of: dossier.topic))\""))
    }
    #expect(renderer.shown(of: dossier).count < dossier.citedTexts.count)
  }

  @Test func `a name in one article that says nothing has no page and is not linked to`() throws {
    let silent = try fixture.library.entities().filter { !$0.hasPage }
    let pages = try fixture.site.paths()
    for profile in try fixture.library.entities() {
      let path = SiteLinks.path(entity: profile.id)
      #expect(pages.contains(path) == profile.hasPage)
      let hasFeed = pages.contains(SiteLinks.path(atomOf: profile.id))
      #expect(hasFeed == (profile.hasPage && profile.hasFeed))
    }
    for profile in silent {
      let links = SiteLinks(depth: 1) { $0 != profile.id }
      #expect(links.entity(profile.id) == nil)
      #expect(links.named("<b>", profile.id).markup == "&lt;b&gt;")
    }
  }

  @Test func `the policy allows no inline code and the one style of drawings by its digest`() {
    let policy = ContentPolicy.header.first { $0.name == "Content-Security-Policy" }?.value ?? ""
    #expect(policy.contains("style-src 'self' 'sha256-"))
    #expect(!policy.contains("unsafe"))
    #expect(!ContentPolicy.element.contains("unsafe"))
    #expect(policy.contains("default-src 'none'") && policy.contains("script-src 'self';"))
  }
}
