import Fetching
import NewsModel
import Primitives
import Reading
import Storage

/// Makes an article of an item: its own text, or the page that it leads to.
struct FeedItemFollower: Sendable {
  let fetcher: Fetcher
  private let reader = ArticleReader()

  init(fetcher: Fetcher) {
    self.fetcher = fetcher
  }

  /// How often a page is tried before what the feed says of it has to do.
  private static let attempts = 6
  /// How soon a page is tried again, in seconds; three times as long each time.
  private static let firstRetry = 600
  /// The longest that a page is left alone: a day.
  private static let longestRetry = 86_400

  /// An item with what became of it, and the article to be filed, if there is one.
  struct Step: Sendable {
    var item: RegisteredItem
    var article: Article?
    /// The program is to end; the item is as it was.
    var isCancelled = false
  }

  /// Takes the next step with an item that is due.
  func follow(_ registered: RegisteredItem, now: CivilTime) -> Step {
    var step = Step(item: registered)
    let item = registered.item
    guard !item.host.isEmpty, let page = item.page else {
      finish(&step, article: item.record, now: nil)
      return step
    }
    do {
      let response = try fetcher.fetch(
        FetchRequest(url: page, entityTag: item.entityTag, lastModified: item.lastModified))
      if response.isUnchanged {
        finish(&step, article: nil, now: now)
      } else {
        let article = try article(of: response, for: item)
        finish(&step, article: article, now: now)
        step.item.item.entityTag = response.entityTag
        step.item.item.lastModified = response.lastModified
      }
    } catch {
      fail(&step, error, now: now)
    }
    return step
  }

  /// The page's article, with the item's date and name; the item's own text when the page has less.
  private func article(of response: FetchResponse, for item: FeedItem) throws -> Article {
    if let type = response.mediaType, !Self.pageTypes.contains(type) {
      throw PageFault(reason: "the item leads to \(type) and not to a page")
    }
    var outcomes: [ReadOutcome] = []
    reader.read(bytes: response.body, name: "page.html", charset: response.charset) {
      outcomes.append($0)
    }
    switch outcomes.first {
    case .article(let page):
      guard let record = item.record else { return page.found(at: response.url) }
      let found = page.found(at: response.url)
      return record.text.utf8.count > found.text.utf8.count ? record : found.joined(with: record)
    case .refused(let refusal): throw PageFault(reason: "\(response.url): \(refusal.reason)")
    case nil: throw PageFault(reason: "\(response.url) holds nothing")
    }
  }

  private static let pageTypes: Set<String> = [
    "text/html", "application/xhtml+xml", "application/xml", "text/xml", "text/plain",
    "application/octet-stream",
  ]

  /// A page that was fetched and gives no article.
  private struct PageFault: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
  }

  private func finish(_ step: inout Step, article: Article?, now: CivilTime?) {
    if var article {
      // The name that the item had before: a changed address makes no new article.
      article.id = step.item.item.article ?? article.id
      step.item.item.article = article.id
      step.article = article
    }
    step.item.item.state = .filed
    step.item.item.reason = nil
    step.item.item.record = nil
    step.item.item.attempts = 0
    if let now { step.item.item.fetched = now }
  }

  private func fail(_ step: inout Step, _ error: any Error, now: CivilTime) {
    step.item.item.reason = "\(error)"
    var pause = Self.firstRetry
    switch error {
    case FetchError.cancelled:
      step = Step(item: step.item, isCancelled: true)
      return
    case FetchError.waiting(_, let seconds):
      step.item.item.due = now.adding(max(seconds, 1))
      return
    case FetchError.status(_, let code, let retryAfter)
    where code == 429 || code >= 500 || code == 304:
      pause = max(pause, retryAfter ?? 0)
    case FetchError.robotsUnavailable(_, _, let seconds): pause = max(pause, seconds)
    case FetchError.transfer: break
    default: return giveUp(&step)
    }
    step.item.item.attempts += 1
    guard step.item.item.attempts < Self.attempts else { return giveUp(&step) }
    for _ in 1..<step.item.item.attempts { pause *= 3 }
    step.item.item.due = now.adding(min(pause, Self.longestRetry))
  }

  /// The page cannot be had: what was filed from it before stays, else what the feed says is filed.
  private func giveUp(_ step: inout Step) {
    let item = step.item.item
    step.item.item.record = nil
    if item.fetched != nil {
      step.item.item.state = .filed
    } else if var record = item.record, !record.text.isEmpty {
      record.id = item.article ?? record.id
      step.article = record
      step.item.item.article = record.id
      step.item.item.state = .summary
    } else {
      step.item.item.state = .failed
    }
  }
}

extension Article {
  /// The article of a fetched page: at the address that it names if that is of the same site, else
  /// where it was found.
  ///
  /// Pages that name the front page, or the page of another outlet, would all be one article.
  func found(at address: String) -> Article {
    var article = self
    let isTrusted = url.map { named in
      ArticleAddress.isSameSite(named, address)
        && (!ArticleAddress.isFrontPage(named) || ArticleAddress.isFrontPage(address))
    }
    if isTrusted != true { article.locate(at: address) }
    article.url = article.url.map { ArticleAddress.cleaned($0) }
    article.file = nil
    return article
  }

  /// The article of a page with what the feed says of it.
  func joined(with item: Article) -> Article {
    var article = self
    article.published = item.published ?? published
    article.modified = [modified, item.modified].compactMap(\.self).max()
    if let time = article.modified, let published = article.published, time <= published {
      article.modified = nil
    }
    article.title = title ?? item.title
    article.outlet = outlet ?? item.outlet
    article.standfirst = standfirst ?? item.standfirst
    article.section = section ?? item.section
    article.language = language ?? item.language
    article.rights = rights ?? item.rights
    if byline.isEmpty { article.byline = item.byline }
    article.extra = extra ?? item.extra
    return article
  }
}
