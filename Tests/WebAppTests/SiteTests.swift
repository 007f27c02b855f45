import Composition
import Engine
import NewsModel
import Primitives
import Testing

@testable import WebApp

struct SiteTests {
  private let fixture: SiteFixture

  init() throws {
    fixture = try SiteFixture(hostile: true)
  }

  @Test func `every path has a page and no path stands twice`() throws {
    let paths = try fixture.site.paths()
    #expect(Set(paths).count == paths.count)
    for path in paths {
      let page = try fixture.site.page(at: path)
      #expect(page?.path == path, "\(path)")
    }
  }

  @Test
  func `every page has one heading of the first rank, a language and a way past the masthead`()
    throws
  {
    for path in try fixture.site.paths() where path.hasSuffix(".html") {
      let markup = try fixture.markup(path)
      #expect(
        markup.split(separator: "<h1", omittingEmptySubsequences: false).count == 2, "\(path)")
      #expect(markup.contains("<html lang=\"en-GB\">"))
      #expect(markup.contains("<a class=\"skip\" href=\"#main\">"))
      #expect(!markup.contains("style=\""), "\(path)")
      #expect(markup.utf8.count < 150_000, "\(path)")
    }
  }

  @Test func `every link of the site leads to a page, and to a place on it`() throws {
    let paths = try fixture.site.paths()
    let pages = try Dictionary(
      uniqueKeysWithValues: paths.map { path in (path, PageLinks(try fixture.markup(path))) })
    for (path, page) in pages where path.hasSuffix(".html") {
      for link in page.links where !link.hasPrefix("http") {
        let (target, place) = PageLinks.resolve(link, from: path)
        let known = try #require(pages[target], "\(path) links to \(link)")
        #expect(place.isEmpty || known.ids.contains(place), "\(path) links to \(link)")
      }
      #expect(page.ids.count == Set(page.ids).count, "an id stands twice on \(path)")
    }
  }

  @Test func `no field of an article can break out of its place`() throws {
    for path in try fixture.site.paths() where path.hasSuffix(".html") {
      let markup = try fixture.markup(path)
      #expect(!markup.contains("<script>"), "\(path)")
      let pictures = markup.split(separator: "<img ", omittingEmptySubsequences: false).dropFirst()
      #expect(pictures.allSatisfy { $0.hasPrefix("class=\"drawing drawing-") }, "\(path)")
      #expect(!markup.contains("href=\"javascript:"), "\(path)")
      #expect(!markup.contains("\"onclick="), "\(path)")
      #expect(!markup.contains("' onclick="), "\(path)")
    }
  }

  @Test func `an article with an id unfit for a file name has a page`() throws {
    let path = SiteLinks.path(article: ArticleID("nfo/2023.1 a"))
    #expect(try fixture.markup(path).contains("Farmers welcome rain"))
  }

  @Test func `a corrected article shows what was changed and leads to the replaced version`() throws
  {
    let current = try fixture.markup("articles/tide-1.html")
    #expect(current.contains("What was changed since"))
    #expect(current.contains("<ins>She said repairs would cost 35 million"))
    #expect(current.contains("href=\"../articles/tide-1-v1.html\""))
    let replaced = try fixture.markup("articles/tide-1-v1.html")
    #expect(replaced.contains("This version has been replaced."))
    #expect(replaced.contains("30 million"))
    #expect(try fixture.site.page(at: "articles/tide-1-v2.html") == nil)
    #expect(try fixture.site.page(at: "articles/tide-1-v9.html") == nil)
  }

  @Test func `an article shows its head, credits, rights and reading time`() throws {
    let markup = try fixture.markup("articles/post-1.html")
    for words in [
      "<h1>Shipowners go to court</h1>", "What is known on 2023-05-14", "By Ida Holm",
      "Upland Post",
      "14 May 2023", "1 min read", "Additional reporting by Per Dahl", "© 2023 Upland Post",
      "More on Quay",
    ] {
      #expect(markup.contains(words), "\(words)")
    }
  }

  @Test func `the same library gives the same bytes`() throws {
    for path in try fixture.site.paths() {
      #expect(try fixture.site.page(at: path)?.body == fixture.site.page(at: path)?.body)
    }
  }
}
