import Fetching
import NewsModel
public import Reading

/// Reads articles from wherever they are: files, folders, standard input (`-`), web addresses.
public struct ArticleSource: Sendable {
  private let reader = ArticleReader()
  private let fetcher: Fetcher

  /// Creates a source; addresses of private networks are refused unless they are allowed.
  public init(allowsPrivateAddresses: Bool = false) {
    var policy = FetchPolicy()
    policy.allowsPrivateAddresses = allowsPrivateAddresses
    fetcher = Fetcher(policy: policy)
  }

  /// Reads everything at a place; what cannot be read or fetched is a refusal that names it.
  ///
  /// Only errors of `each` are thrown.
  public func read(_ place: String, each: (ReadOutcome) throws -> Void) throws {
    if place == "-" {
      try reader.readStandardInput(each: each)
    } else if Self.isAddress(place) {
      try fetch(place, each: each)
    } else {
      try reader.read(path: place, each: each)
    }
  }

  private static func isAddress(_ place: String) -> Bool {
    let head = place.prefix(8).lowercased()
    return head.hasPrefix("http://") || head.hasPrefix("https://")
  }

  private static func withoutQuery(_ url: String) -> String {
    String(url.prefix { $0 != "?" && $0 != "#" })
  }

  private func fetch(_ url: String, each: (ReadOutcome) throws -> Void) throws {
    let response: FetchResponse
    do {
      response = try fetcher.fetch(FetchRequest(url: url))
    } catch {
      return try each(.refused(Refusal(input: url, reason: "\(error)")))
    }
    // What a query ends in says nothing of the kind of content.
    let isPage = response.mediaType?.contains("html") ?? true
    let name = Self.withoutQuery(response.url)
    try reader.read(bytes: response.body, name: name, charset: response.charset) { outcome in
      switch outcome {
      case .refused(let refusal):
        let place = refusal.input.dropFirst(name.count)
        try each(.refused(Refusal(input: response.url + place, reason: refusal.reason)))
      case .article(var article):
        // The items of a feed have addresses of their own, or none.
        if isPage { article = article.found(at: response.url) }
        article.file = nil
        try each(.article(article))
      }
    }
  }
}
