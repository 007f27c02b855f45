import Engine
import NewsModel
import Primitives
import TestSupport

@testable import WebApp

/// A site of articles of our own: a report, its copy, a correction of it, an answer to it, an odd one.
struct SiteFixture {
  let folder: TemporaryFolder
  let library: Library
  var site: Site { Site(library: library) }

  static let report = """
    QUAY, May 11 (Tidewire) - The harbour board of Quay will close the old lock on 1 June, chairwoman \
    Ada Brandt said on Thursday.
    "The lock has failed two inspections," Brandt told reporters. She said repairs would cost 30 million \
    crowns. The shipowners' union opposed the closure, saying it would cost 400 jobs.
    """

  static let answer = """
    The shipowners' union of Quay will take the harbour board to court over the old lock, its leader Ole \
    Marsh said on Friday. "Nobody asked the crews," Marsh said.
    A spokesman for the board declined to comment.
    """

  /// Every field tries to break out of its place.
  static let hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)>' onclick='alert(3)"

  init(hostile: Bool = false) throws {
    folder = try TemporaryFolder()
    var articles = Self.articles
    if hostile { articles += [Self.hostileArticle] }
    let lines = try articles.map { try CanonicalJSON.string($0) }.joined(separator: "\n")
    let input = try folder.write(lines + "\n", to: "articles.jsonl")
    library = try Library(path: folder.file("a.library"), access: .write)
    _ = try Ingester(library: library, jobs: 1, analyser: Analyser(readingBySurface: ())).ingest([
      input
    ])
  }

  private static var articles: [Article] {
    [
      article("tide-1", "Tidewire", "Quay to close old lock", "2023-05-11", report),
      article("mail-1", "Quay Mail", "Old lock to close", "2023-05-12", report),
      article(
        "tide-1", "Tidewire", "Quay to close old lock", "2023-05-11",
        report.replacing("30 million", with: "35 million"), modified: "2023-05-13"),
      article("post-1", "Upland Post", "Shipowners go to court", "2023-05-14", answer),
      article(
        "nfo/2023.1 a", "Upland Post", "Farmers welcome rain", "2023-05-20",
        "Farmers in the uplands welcomed the rain, their association said. It fell all week."),
    ]
  }

  private static func article(
    _ id: String, _ outlet: String, _ title: String, _ day: String, _ text: String,
    modified: String? = nil
  ) -> Article {
    Article(
      id: ArticleID(id), url: "https://paper.example/\(id)", outlet: outlet, title: title,
      standfirst: "What is known on \(day)", byline: ["Ida Holm"], section: "Harbour",
      published: CivilTime(iso8601: day), modified: modified.flatMap { CivilTime(iso8601: $0) },
      text: text, credits: ["Additional reporting by Per Dahl"], rights: "© 2023 \(outlet)",
      links: [ArticleLink(url: "https://paper.example/more", title: "More on Quay", rel: "related")]
    )
  }

  private static var hostileArticle: Article {
    Article(
      id: ArticleID(hostile), file: hostile, url: "javascript:alert(4)", outlet: hostile,
      title: hostile, standfirst: hostile, byline: [hostile], section: hostile,
      published: CivilTime(iso8601: "2023-05-21"), language: hostile,
      text: "\(hostile) said the lock was safe. Quay's mayor \(hostile) said it was not.",
      credits: [hostile], rights: hostile,
      links: [
        ArticleLink(url: "javascript:alert(5)", title: hostile, rel: hostile),
        ArticleLink(url: "https://a.example/\"onclick=\"alert(6)", title: hostile, rel: hostile),
      ])
  }

  /// The bytes of a page as text.
  func markup(_ path: String) throws -> String {
    String(decoding: try site.page(at: path)?.body ?? [], as: UTF8.self)
  }
}
