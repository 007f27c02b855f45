import CCurl

/// An `http` or `https` address, taken apart by libcurl's own parser.
///
/// One parser for what is checked and what is fetched: two that differ are a way around every check.
public struct WebAddress: Hashable, Sendable {
  /// The whole address, normalised.
  public let url: String
  /// `http` or `https`.
  public let scheme: String
  /// The host in lower case.
  public let host: String
  /// Scheme, host and port: what robots.txt and politeness go by.
  public let origin: String
  /// Path and query: what robots.txt rules are matched with.
  public let target: String

  /// Parses an address, relative ones against `base`; nil when it is not `http` or `https`.
  public init?(_ text: String, relativeTo base: WebAddress? = nil) {
    guard let handle = unsafe curl_url() else { return nil }
    defer { unsafe curl_url_cleanup(handle) }
    if let base {
      guard unsafe curl_url_set(handle, CURLUPART_URL, base.url, 0) == CURLUE_OK else { return nil }
    }
    guard unsafe curl_url_set(handle, CURLUPART_URL, text, 0) == CURLUE_OK,
      let scheme = unsafe Self.part(handle, CURLUPART_SCHEME)?.lowercased(),
      scheme == "http" || scheme == "https",
      let host = unsafe Self.part(handle, CURLUPART_HOST)?.lowercased(), !host.isEmpty,
      let port = unsafe Self.part(handle, CURLUPART_PORT, UInt32(CURLU_DEFAULT_PORT)),
      let path = unsafe Self.part(handle, CURLUPART_PATH)
    else { return nil }
    // A fragment is never sent, and a user name in an address is how people are misled.
    unsafe curl_url_set(handle, CURLUPART_FRAGMENT, nil, 0)
    unsafe curl_url_set(handle, CURLUPART_USER, nil, 0)
    unsafe curl_url_set(handle, CURLUPART_PASSWORD, nil, 0)
    guard let url = unsafe Self.part(handle, CURLUPART_URL) else { return nil }
    let query = unsafe Self.part(handle, CURLUPART_QUERY)
    self.url = url
    self.scheme = scheme
    self.host = host
    origin = "\(scheme)://\(host):\(port)"
    target = path + (query.map { "?\($0)" } ?? "")
  }

  /// Whether the host is written as this machine: `localhost`, 127.0.0.1 and its like, or ::1.
  public var isThisMachine: Bool {
    if host == "localhost" || host == "[::1]" || host == "::1" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  private static func part(
    _ handle: OpaquePointer, _ part: CURLUPart, _ flags: UInt32 = 0
  ) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard unsafe curl_url_get(handle, part, &text, flags) == CURLUE_OK,
      let text = unsafe text
    else { return nil }
    defer { unsafe curl_free(text) }
    return unsafe String(cString: text)
  }
}
