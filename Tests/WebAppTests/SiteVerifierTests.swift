import Engine
import FoundationEssentials
import NewsModel
import Primitives
import TestSupport
import Testing

@testable import WebApp

/// Somebody changes an exported site; the check names the sentence, also when the digests were mended.
struct SiteVerifierTests {
  private let fixture: SiteFixture
  private var target: String { fixture.folder.file("site") }

  init() throws {
    fixture = try SiteFixture()
    _ = try SiteExporter(site: fixture.site).export(to: fixture.folder.file("site"))
  }

  private func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(target)/\(path)")), as: UTF8.self)
  }

  /// Replaces words in a file and writes the new digest into the manifest.
  private func change(_ path: String, _ words: String, to others: String) throws {
    let before = try read(path)
    let after = before.replacing(words, with: others)
    try #require(after != before, "\(path) does not have \(words)")
    try fixture.folder.write(after, to: "site/\(path)")
    try mend(path)
  }

  private func mend(_ path: String) throws {
    var manifest = try CanonicalJSON.decode(
      EvidenceManifest.self, from: try read(EvidenceManifest.path).utf8)
    manifest.files[path] = Digest(of: try read(path)).hex
    try fixture.folder.write(
      try CanonicalJSON.string(manifest), to: "site/\(EvidenceManifest.path)")
  }

  private func faults() throws -> [SiteFault] { try SiteVerifier.verify(directory: target) }

  private func pathOfEvidence(_ id: String) throws -> String {
    let filed = try #require(try fixture.library.filed(ArticleID(id)))
    return EvidenceVersion.path(filed.version.id)
  }

  @Test func `an untouched site holds`() throws {
    #expect(try faults() == [])
  }

  @Test func `a changed file is named when its digest was not mended`() throws {
    let page = try read("about.html")
    try fixture.folder.write(page + " ", to: "site/about.html")
    #expect(try faults().map(\.file) == ["about.html"])
  }

  @Test func `one byte of a stored article names the article and its sentences`() throws {
    try change(try pathOfEvidence("post-1"), "asked the crews", to: "asked the crewz")
    let found = try faults()
    #expect(
      found.contains {
        $0.file.hasPrefix("evidence/articles/")
          && $0.article?.contains("Shipowners go to court") == true
      })
    #expect(
      found.contains {
        $0.file == "articles/post-1.html" && $0.sentence?.contains("asked the crewz") == true
      })
  }

  @Test func `a stored article with both digests mended is still found`() throws {
    let path = try pathOfEvidence("post-1")
    let text = SiteFixture.answer
    let other = text.replacing("the crews", with: "the crewz")
    try change(path, "asked the crews", to: "asked the crewz")
    try change(path, Digest(of: text).hex, to: Digest(of: other).hex)
    let found = try faults()
    #expect(found.contains { $0.reason.contains("version's name") })
    #expect(found.contains { $0.sentence != nil && $0.file == "articles/post-1.html" })
  }

  @Test func `one byte of a passage in the ledger names the sentence, page and article`() throws {
    try change(
      EvidenceLedger.path, "\"exact\":\"\\\"Nobody asked", to: "\"exact\":\"\\\"Nobody asket")
    let found = try faults()
    let fault = try #require(
      found.first {
        $0.sentence?.contains("Nobody asked the crews") == true && $0.reason.contains("other words")
      })
    #expect(fault.article?.contains("Shipowners go to court, Upland Post") == true)
    #expect(fault.file.hasSuffix(".html"))
  }

  @Test func `one byte of a sentence in an article's page names it`() throws {
    try change("articles/post-1.html", "A spokesman", to: "A spokeswoman")
    let fault = try #require(try faults().first)
    #expect(fault.file == "articles/post-1.html")
    #expect(fault.sentence == "A spokesman for the board declined to comment.")
    #expect(fault.article == "Shipowners go to court, Upland Post")
  }

  @Test func `one byte of a sentence in a dossier names it`() throws {
    let text = try #require(try ledgerText { $0.path.hasPrefix("topics/") })
    let mark = "id=\"s-\(text.entry.id)\">"
    try change(text.page, mark, to: mark + "X")
    let fault = try #require(try faults().first)
    #expect(fault.file == text.page)
    #expect(fault.sentence == text.entry.text)
    #expect(fault.article != nil)
  }

  @Test func `a sentence taken out of a page or put into it is found`() throws {
    let text = try #require(try ledgerText { $0.path.hasPrefix("topics/") })
    try change(text.page, "id=\"s-\(text.entry.id)\"", to: "id=\"s-000000000000\"")
    let reasons = try faults().map(\.reason)
    #expect(reasons.contains("is not shown on the page"))
    #expect(reasons.contains("the page shows it, the ledger does not have it"))
  }

  @Test func `words put between the sentences of an article are found`() throws {
    try change(
      "articles/post-1.html", "<p><span class=\"sent\"", to: "<p>Not so. <span class=\"sent\"")
    let fault = try #require(try faults().first)
    #expect(fault.reason.contains("puts in others"))
  }

  @Test func `files that are missing or too many are named`() throws {
    try FileManager.default.removeItem(atPath: "\(target)/articles/post-1.html")
    try fixture.folder.write("x", to: "site/extra.html")
    let found = try faults()
    #expect(found.contains { $0.file == "articles/post-1.html" && $0.reason == "is missing" })
    #expect(found.contains { $0.file == "extra.html" && $0.reason.contains("not written by") })
  }

  @Test func `a page added to the manifest but not to the ledger is found`() throws {
    try fixture.folder.write("<p>x</p>", to: "site/extra.html")
    try mend("extra.html")
    #expect(try faults().map(\.file) == ["extra.html"])
  }

  @Test(arguments: ["evidence/ledger.json", "articles/post-1.html", "about.html"])
  func `a file of any bytes gives faults and no crash`(path: String) throws {
    for junk in ["", "<", "<a id=\"", "</p></p></span>", "\u{0}<!--", "{\"pages\":[]}"] {
      try fixture.folder.write(junk, to: "site/\(path)")
      #expect(try !faults().isEmpty)
    }
  }

  @Test func `a folder that is no site is refused by name`() {
    #expect(throws: ExportError.notASite(fixture.folder.path)) {
      try SiteVerifier.verify(directory: fixture.folder.path)
    }
  }

  /// The first text of the first page that fits.
  private func ledgerText(
    _ fits: (EvidenceLedger.Page) -> Bool
  ) throws -> (page: String, entry: EvidenceLedger.Entry)? {
    let ledger = try CanonicalJSON.decode(
      EvidenceLedger.self, from: try read(EvidenceLedger.path).utf8)
    return ledger.pages.first { fits($0) && !$0.texts.isEmpty }.flatMap { page in
      page.texts.first.map { (page.path, $0) }
    }
  }
}
