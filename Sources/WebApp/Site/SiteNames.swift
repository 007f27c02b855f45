import Composition
import Engine
import NewsModel
import Synchronization

/// Finds the article that a file name stands for, also when its id is not fit for a file name.
///
/// Such ids are listed once an edition; the others are looked up directly.
final class SiteNames: Sendable {
  private struct Known {
    var edition: String
    var articles: [String: ArticleID]
  }

  private let known = Mutex<Known?>(nil)

  /// The article whose id is written as `name` in addresses.
  func article(_ name: String, in library: Library) throws -> ArticleID? {
    if try library.filed(ArticleID(name)) != nil { return ArticleID(name) }
    let edition = try library.edition()
    let found = known.withLock { known -> [String: ArticleID]? in
      known?.edition == edition ? known?.articles : nil
    }
    if let found { return found[name] }
    let unfit = try library.articleIDs().filter { SiteLinks.fileName($0.rawValue) != $0.rawValue }
    let articles = Dictionary(
      unfit.map { (SiteLinks.fileName($0.rawValue), $0) }, uniquingKeysWith: { first, _ in first })
    known.withLock { $0 = Known(edition: edition, articles: articles) }
    return articles[name]
  }
}
