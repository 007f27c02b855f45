import Composition
import Engine
public import HTTPServer
import NewsModel
import Primitives

/// Serves a site over HTTP.
public struct WebServer: Sendable {
  private let site: Site
  private let cache = PageCache()
  private let limiter: RateLimiter?
  private let trustsProxy: Bool
  private let log: @Sendable (String) -> Void

  /// Creates the server of a site; `log` takes one line for each page that could not be made.
  ///
  /// `limiter` bounds what a client may ask of the API, the search and the questions, which are worked out anew each time; with `trustsProxy` a client
  /// is told by the last address in `X-Forwarded-For`, which a server in front of this one has written.
  public init(
    site: Site, limiter: RateLimiter? = nil, trustsProxy: Bool = false,
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.site = site
    self.limiter = limiter
    self.trustsProxy = trustsProxy
    self.log = log
  }

  /// Listens until the returned server is stopped; port 0 takes any free one.
  ///
  /// Throws `ServerError`, which says what to do, when the port is in use or not permitted.
  public func start(port: UInt16 = 8080, address: String = "127.0.0.1") throws -> Server {
    let settings = ServerSettings(
      address: address, port: port, commonHeader: ContentPolicy.header)
    return try Server(settings: settings, handler: answer)
  }

  /// Answers one request; used by the server's threads, and by tests without a socket.
  @Sendable public func answer(_ request: Request) -> Response {
    do {
      return try response(to: request)
    } catch {
      log("\(request.path): \(error)")
      return .text(
        "this page cannot be shown just now: the library could not be read",
        status: .internalServerError)
    }
  }

  private func response(to request: Request) throws -> Response {
    let isOfAPI = request.path == LibraryAPI.root || request.path.hasPrefix(LibraryAPI.root + "/")
    if isOfAPI || Self.workedOutAnew.contains(request.path),
      let seconds = limiter?.wait(for: client(of: request))
    {
      return Self.tooMany(seconds)
    }
    if isOfAPI {
      return try LibraryAPI(library: site.library, answerer: site.answerer).answer(request)
    }
    let asked = String(request.path.drop { $0 == "/" })
    let path = asked.isEmpty ? PageShell.front : asked
    if path == SearchPage.path || path == "search" { return try search(request) }
    if path == AskPage.path || path == "ask" { return try ask(request) }
    if path != SearchPage.indexPath, let page = try cached(path) {
      let status: Response.Status = path == NotFoundPage.path ? .notFound : .ok
      return Response(
        status: status, contentType: page.contentType, body: page.body, tag: page.tag)
    }
    // An address without its ending; one that is a page's has only letters, digits, -, _ and /.
    if SiteAddress(path + ".html") != nil, try cached(path + ".html") != nil {
      return .redirect(to: "/\(path).html")
    }
    let missing = try site.notFound(at: path)
    return Response(status: .notFound, contentType: missing.contentType, body: missing.body)
  }

  /// The addresses of pages that no cache holds.
  private static let workedOutAnew: Set<String> = [
    "/" + SearchPage.path, "/search", "/" + AskPage.path, "/ask",
  ]

  private func client(of request: Request) -> String {
    guard trustsProxy, let forwarded = request.field("X-Forwarded-For") else {
      return request.client
    }
    let last = forwarded.split(separator: ",").last.map { $0.filter { $0 != " " } }
    return String((last ?? "").prefix(64))
  }

  private static func tooMany(_ seconds: Int) -> Response {
    Problem(
      .tooManyRequests, "Too many requests; ask again in \(seconds) s.",
      header: [HeaderField("Retry-After", String(seconds))]
    ).response
  }

  private func search(_ request: Request) throws -> Response {
    let query = String((request.parameter("q") ?? "").prefix(400))
    let page = min(max(1, Int(request.parameter("page") ?? "") ?? 1), 500)
    let found = try site.search(query, page: page)
    return Response(contentType: found.contentType, body: found.body)
  }

  private func ask(_ request: Request) throws -> Response {
    let page = try site.ask(String((request.parameter("q") ?? "").prefix(400)))
    return Response(contentType: page.contentType, body: page.body)
  }

  private func cached(_ path: String) throws -> PageCache.Entry? {
    let edition = try site.library.edition()
    if let entry = cache.entry(path, edition: edition) { return entry }
    guard let page = try site.page(at: path) else { return nil }
    return cache.keep(page, edition: edition)
  }
}
