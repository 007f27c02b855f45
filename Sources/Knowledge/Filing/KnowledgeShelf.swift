package import NewsModel
package import Primitives

/// What lists and counts need of an article.
package struct ArticleBrief: Sendable {
  package let id: ArticleID
  package let outlet: String?
  package let title: String?
  package let published: CivilTime?

  /// Puts it together.
  package init(id: ArticleID, outlet: String?, title: String?, published: CivilTime?) {
    self.id = id
    self.outlet = outlet
    self.title = title
    self.published = published
  }

  /// The headline without white space around it; nil when there is none.
  var headline: String? {
    guard let title else { return nil }
    let text = UTF8Text(title)
    let words = text.trimmed(text.fullRange)
    return words.isEmpty ? nil : text[words]
  }
}

/// Where the state of the three levels is kept between two filings: which is a copy of which, the stories, the topics.
package protocol KnowledgeShelf: AnyObject {
  /// The articles and their copies.
  var origins: any OriginShelf { get }
  /// The originals and their stories.
  var stories: any LinkShelf { get }
  /// The stories and their topics, each story by the number of its first article.
  var topics: any LinkShelf { get }
  /// What lists need of an article; nil when there is none of that number.
  func brief(_ key: Int) throws -> ArticleBrief?
}
