import NewsModel
import Primitives

/// Reads a JSON Feed (versions 1.0 and 1.1, jsonfeed.org).
struct JSONFeedReader {
  let limits: ReadingLimits

  /// Whether a document says that it is a JSON Feed.
  static func isFeed(_ value: JSONValue) -> Bool {
    value["version"]?.string?.contains("jsonfeed.org/version") ?? false
  }

  /// Reads the items; refusals are named `path#number`.
  func read(
    _ feed: JSONValue, name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    guard case .array(let items) = feed["items"], !items.isEmpty else {
      return try each(.refused(Refusal(name, .emptyFeed(title: feed["title"]?.string))))
    }
    for (index, item) in items.enumerated() {
      try each(outcome(item, feed: feed, input: "\(name)#\(index + 1)", file: name))
    }
  }

  private func outcome(
    _ item: JSONValue, feed: JSONValue, input: String, file: String
  ) -> ReadOutcome {
    do throws(ReadingFault) {
      let article = try entry(item, feed: feed, file: file).article
      guard !article.text.isEmpty else {
        throw ReadingFault(.itemWithoutText(page: article.url))
      }
      return .article(article)
    } catch {
      return .refused(Refusal(input, error.reason))
    }
  }

  /// The feed with its items as they stand.
  func entries(_ feed: JSONValue, name: String) -> FeedDocument {
    var entries: [FeedEntry] = []
    var refusals: [Refusal] = []
    guard case .array(let items)? = feed["items"] else {
      return .feed(title: feed["title"]?.string, entries: [], refusals: [])
    }
    for (index, item) in items.enumerated() {
      do throws(ReadingFault) {
        entries.append(try entry(item, feed: feed, file: name))
      } catch {
        refusals.append(Refusal("\(name)#\(index + 1)", error.reason))
      }
    }
    return .feed(title: feed["title"]?.string, entries: entries, refusals: refusals)
  }

  private func entry(
    _ item: JSONValue, feed: JSONValue, file: String
  ) throws(ReadingFault) -> FeedEntry {
    let base = LinkAddress.web(feed["home_page_url"]?.string, against: nil)
    let page =
      LinkAddress.web(item["url"]?.string, against: base)
      ?? LinkAddress.web(item["external_url"]?.string, against: base)
      ?? LinkAddress.web(item["id"]?.string, against: nil)
    let body = try body(item, base: page ?? base)
    let summary = MarkupText(plain: Array((item["summary"]?.string ?? "").utf8))
    let text = body.text ?? summary.text ?? ""
    let identifier = item["id"]?.string
    var article = Article(
      id: page == nil ? identifier.map(FeedItemReader.id) : nil, file: file, url: page,
      outlet: feed["title"]?.string, title: item["title"]?.string,
      standfirst: body.text == nil ? nil : summary.line,
      byline: authors(item) ?? authors(feed) ?? [],
      section: item["tags"]?.elements.first?.string,
      published: item["date_published"]?.string.flatMap(FeedDate.parse),
      modified: item["date_modified"]?.string.flatMap(FeedDate.parse),
      language: item["language"]?.string ?? feed["language"]?.string, text: text,
      links: body.links)
    article.extra = .object(item.fields.filter { !Self.taken.contains($0.name) })
    return FeedEntry(
      article: article, identifier: identifier,
      isFullText: FeedFullness.isFull(content: body, summary: summary))
  }

  private func body(_ item: JSONValue, base: String?) throws(ReadingFault) -> MarkupText {
    if let html = item["content_html"]?.string {
      let text = try MarkupText(html: Array(html.utf8), base: base, limits: limits)
      if text.text != nil { return text }
    }
    return MarkupText(plain: Array((item["content_text"]?.string ?? "").utf8))
  }

  private func authors(_ value: JSONValue) -> [String]? {
    let people = value["authors"]?.elements ?? value["author"].map { [$0] } ?? []
    let names = people.compactMap { $0["name"]?.string }
    return names.isEmpty ? nil : names
  }

  /// Fields that the record has a place for; the rest is kept in `extra`.
  private static let taken: Set<String> = [
    "url", "title", "content_html", "content_text", "date_published", "date_modified", "language",
  ]
}
