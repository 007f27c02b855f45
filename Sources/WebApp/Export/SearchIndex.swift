import Composition
import Engine
import NewsModel
import Primitives

/// The sentences of all articles as a script, for the search of an exported site.
///
/// A script works from disk, where a browser would not let a page fetch a file of data.
struct SearchIndex {
  let library: Library

  /// One article: its page, headline, outlet, day and sentences with the numbers of their anchors.
  private struct Entry: Encodable {
    let path: String
    let filed: FiledArticle

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.unkeyedContainer()
      let article = filed.version.article
      try fields.encode(path)
      try fields.encode(article.title ?? "Untitled article")
      try fields.encode(article.outlet ?? "Unnamed outlet")
      try fields.encode(article.published.map { NewspaperStyle.day($0.date) } ?? "")
      let pieces = Paragraph.split(filed.text, sentences: filed.analysis.sentences).flatMap(
        \.pieces)
      try fields.encode(pieces.map(\.start))
      try fields.encode(pieces.map { filed.text.words(at: $0) ?? "" })
    }
  }

  func page() throws -> SitePage {
    var entries: [Entry] = []
    for id in try library.articleIDs().reversed() {
      guard let filed = try library.filed(id), !filed.isCopy else { continue }
      entries.append(Entry(path: SiteLinks.path(article: id), filed: filed))
    }
    let script = "window.backgrounderIndex=\(try CanonicalJSON.string(entries));\n"
    return SitePage(
      path: SearchPage.indexPath, contentType: "text/javascript; charset=utf-8",
      body: Array(script.utf8))
  }
}
