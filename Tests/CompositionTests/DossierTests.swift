import NewsModel
import Primitives
import Testing

@testable import Composition

struct DossierTests {
  private func evidence() throws -> TopicEvidence {
    var builder = EvidenceBuilder()
    var first = EvidenceBuilder.Draft(
      "a1", outlet: "The Quay", published: "2023-06-01", title: "Tunnel <approved>",
      "Portmere council approved a harbour tunnel between the two ferry piers on Thursday.",
      "However, it declined to say what the harbour tunnel would cost the town.")
    first.entity("Portmere council", .organisation, mentions: "Portmere council", "it declined")
    first.entities[0].mentions = ["Portmere council", "it"]
    first.times = [("Thursday", "2023-06-01")]
    var second = EvidenceBuilder.Draft(
      "b1", outlet: "Coast Mail", published: "2023-06-02",
      "Portmere council approved a harbour tunnel between the ferry piers on Thursday.")
    second.times = [("Thursday", "2023-06-01")]
    builder.drafts = [first, second]
    return try builder.build()
  }

  @Test func `every cited text of a dossier holds against the stored words`() throws {
    let evidence = try evidence()
    let dossier = DossierComposer().compose(evidence)
    #expect(!dossier.citedTexts.isEmpty)
    for text in dossier.citedTexts {
      #expect(text.fault(passageText: evidence.words) == nil, "\(text.text)")
    }
  }

  @Test func `the page escapes stored text and gives each element id once`() throws {
    let html = DossierHTMLRenderer(links: SiteLinks(depth: 1))
      .render(DossierComposer().compose(try evidence())).markup
    #expect(!html.contains("<approved>"))
    #expect(html.contains("Tunnel &lt;approved&gt;"))
    let ids = html.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(ids).count == ids.count)
  }

  @Test func `a second origin is counted as support and not shown again`() throws {
    let dossier = DossierComposer().compose(try evidence())
    let texts = dossier.explainer.flatMap(\.citedTexts).map(\.text)
    #expect(texts.count(where: { $0.contains("approved a harbour tunnel") }) == 1)
    #expect(dossier.explainer.flatMap(\.citedTexts).map(\.originCount).max() == 2)
  }
}

extension TopicEvidence {
  /// The stored words of a passage.
  func words(_ passage: Passage) -> String? {
    (articles + superseded).first { $0.version.id == passage.version }?.text.words(
      at: passage.range)
  }
}
