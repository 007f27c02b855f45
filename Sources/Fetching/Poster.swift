import CCurl
import Primitives

/// Something to send to an address by POST.
public struct PostRequest: Sendable, Hashable {
  /// The address.
  public var url: String
  /// What is sent.
  public var body: [UInt8]
  /// The media type of what is sent and of what is taken.
  public var contentType: String
  /// A secret that lets us in, sent as `Authorization: Bearer`; nil for none.
  public var token: String?

  /// Creates a request.
  public init(
    url: String, body: [UInt8], contentType: String = "application/json", token: String? = nil
  ) {
    self.url = url
    self.body = body
    self.contentType = contentType
    self.token = token
  }
}

/// Sends to services that the operator has named: bounded as every fetch is, and straight, without redirects.
///
/// ```swift
/// let answer = try Poster(policy: policy).post(PostRequest(url: endpoint, body: document))
/// ```
/// What was sent is asked for once; a redirect is refused, because it would carry text and token elsewhere. Robots.txt is
/// for crawlers and is not asked.
public struct Poster: Sendable {
  /// What may be asked and how long it may take.
  public let policy: FetchPolicy

  /// Creates a poster.
  public init(policy: FetchPolicy) {
    _ = CurlLibrary.isStarted
    self.policy = policy
  }

  /// Sends and waits for the answer.
  ///
  /// Throws `FetchError` for everything that is not a success. A token goes to an encrypted address or to this machine only.
  /// - Complexity: O(bytes sent and taken), `FetchPolicy.timeoutSeconds` at most.
  public func post(_ request: PostRequest) throws -> FetchResponse {
    guard let address = WebAddress(request.url) else {
      throw FetchError.unsupportedAddress(url: request.url)
    }
    var headers = [
      "Content-Type: \(request.contentType)", "Accept: \(request.contentType)", "Expect:",
    ]
    if let token = request.token {
      guard token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
        throw FetchError.transfer(url: address.url, reason: "the key holds characters no key has")
      }
      guard address.scheme == "https" || address.isThisMachine else {
        throw FetchError.transfer(
          url: address.url, reason: "a key is not sent without encryption; use https")
      }
      headers.append("Authorization: Bearer \(token)")
    }
    let answer = try Transfer.perform(
      address, headers: headers, policy: policy, body: request.body)
    if (300..<400).contains(answer.status) {
      throw FetchError.redirects(
        url: address.url, reason: "redirects, and what is sent goes nowhere else")
    }
    guard (200..<300).contains(answer.status) else {
      throw FetchError.status(url: address.url, code: answer.status, retryAfterSeconds: nil)
    }
    return FetchResponse(
      status: answer.status, url: address.url, movedTo: nil, body: answer.body,
      contentType: answer.headers["content-type"], entityTag: nil, lastModified: nil,
      retryAfterSeconds: nil)
  }
}

/// libcurl, started once for the process.
enum CurlLibrary {
  static let isStarted: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}
