import Testing

@testable import WebApp

struct SiteAddressTests {
  @Test(arguments: [
    ("index.html", SiteAddress.front), ("about.html", .about), ("search.html", .search),
    ("ask.html", .ask),
    ("404.html", .notFound), ("topics.html", .topics(1)), ("articles-12.html", .articles(12)),
    ("entities-2.html", .entities(2)), ("topics/old-lock.html", .topic("old-lock")),
    ("articles/a_1-v2.html", .article("a_1-v2")), ("entities/ada.html", .entity("ada")),
    ("assets/site.css", .asset("site.css")),
  ])
  func `a path of the site is understood`(path: String, address: SiteAddress) {
    #expect(SiteAddress(path) == address)
  }

  @Test(arguments: [
    "", "/", "index", "topics-1.html", "topics-02.html", "topics--2.html", "topics-+2.html",
    "topics-99999999999999999999.html", "topics/.html", "topics/a b.html", "topics/../x.html",
    "topics/a/b/c.html", "other/a.html", "topics/a.html/", "topics/é.html",
  ])
  func `a path that no page can have is none`(path: String) {
    #expect(SiteAddress(path) == nil)
  }
}
