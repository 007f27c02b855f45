/// A name that a fact goes by in feeds: a local name in one of some vocabularies.
struct FeedKey {
  let local: String
  let vocabularies: Set<XMLVocabulary>

  init(_ local: String, _ vocabularies: XMLVocabulary...) {
    self.local = local
    self.vocabularies = vocabularies.isEmpty ? [.rss, .atom] : Set(vocabularies)
  }

  func matches(_ element: XMLElement) -> Bool {
    element.local == local && vocabularies.contains(element.vocabulary)
  }

  // The lists are in the order of preference: the format's own name first, then those of the modules.

  static let title = [
    FeedKey("title"), FeedKey("title", .dublinCore, .dublinCoreTerms), FeedKey("title", .media),
  ]
  static let content = [
    FeedKey("encoded", .content), FeedKey("content"), FeedKey("body", .xhtml), FeedKey("body"),
    FeedKey("fullitem"),
  ]
  static let summary = [
    FeedKey("description"), FeedKey("summary"), FeedKey("abstract"), FeedKey("tagline"),
    FeedKey("description", .dublinCore), FeedKey("abstract", .dublinCoreTerms),
    FeedKey("description", .media), FeedKey("summary", .itunes), FeedKey("subtitle", .itunes),
  ]
  static let published = [
    FeedKey("pubdate"), FeedKey("published"), FeedKey("issued"),
    FeedKey("issued", .dublinCoreTerms), FeedKey("date", .dublinCore),
    FeedKey("date", .dublinCoreTerms), FeedKey("created"), FeedKey("created", .dublinCoreTerms),
    FeedKey("available", .dublinCoreTerms),
  ]
  static let modified = [
    FeedKey("updated"), FeedKey("modified"), FeedKey("modified", .dublinCoreTerms),
    FeedKey("lastmod"), FeedKey("lastbuilddate"),
  ]
  static let authors = [
    FeedKey("author"), FeedKey("creator", .dublinCore), FeedKey("author", .dublinCore),
    FeedKey("creator", .dublinCoreTerms), FeedKey("author", .itunes),
  ]
  static let contributors = [FeedKey("contributor"), FeedKey("contributor", .dublinCore)]
  static let rights = [
    FeedKey("rights"), FeedKey("copyright"), FeedKey("rights", .dublinCore),
    FeedKey("rights", .dublinCoreTerms), FeedKey("copyright", .media),
  ]
  static let language = [
    FeedKey("language"), FeedKey("language", .dublinCore), FeedKey("language", .dublinCoreTerms),
  ]
  static let identifier = [
    FeedKey("guid"), FeedKey("id"), FeedKey("identifier", .dublinCore),
    FeedKey("identifier", .dublinCoreTerms),
  ]
  static let categories = [
    FeedKey("category"), FeedKey("subject", .dublinCore), FeedKey("subject", .dublinCoreTerms),
    FeedKey("category", .media), FeedKey("category", .itunes), FeedKey("keywords", .itunes),
    FeedKey("keywords", .media), FeedKey("tags"),
  ]
  /// A short text beside a description that serves as the body.
  static let second = [FeedKey("summary"), FeedKey("abstract")]
  static let originalLink = [FeedKey("origlink", .feedburner)]
}

extension [FeedKey] {
  /// The elements directly in `parent` that go by one of the names, the preferred ones first.
  func all(in parent: XMLElement) -> [XMLElement] {
    let children = parent.children
    return flatMap { key in children.filter(key.matches) }
  }
}
