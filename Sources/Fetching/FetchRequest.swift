/// One address to fetch, with what is known from the last time.
public struct FetchRequest: Sendable, Hashable {
  /// The address.
  public var url: String
  /// The entity tag of the last answer, sent as `If-None-Match`.
  public var entityTag: String?
  /// The date of the last answer, sent as `If-Modified-Since`.
  public var lastModified: String?

  /// The media types that are taken, the preferred ones first.
  public var accept: String

  /// What is asked for where a page is expected.
  public static let pages = "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
  /// What is asked for where a feed is expected.
  public static let feeds = """
    application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml, \
    application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5
    """

  /// Creates a request; with validators it is conditional.
  public init(
    url: String, entityTag: String? = nil, lastModified: String? = nil,
    accept: String = FetchRequest.pages
  ) {
    self.accept = accept
    self.url = url
    self.entityTag = entityTag
    self.lastModified = lastModified
  }
}

/// What came back for a request.
public struct FetchResponse: Sendable, Hashable {
  /// The status code of the last answer.
  public let status: Int
  /// The address that answered, after redirects.
  public let url: String
  /// Where the resource has moved for good, when every redirect on the way was permanent.
  public let movedTo: String?
  /// The body, decompressed; empty when nothing has changed.
  public let body: [UInt8]
  /// The media type with its parameters.
  public let contentType: String?
  /// The entity tag, for the next request.
  public let entityTag: String?
  /// The date of last change, for the next request.
  public let lastModified: String?
  /// How long the server asks to be left alone, in seconds.
  public let retryAfterSeconds: Int?

  /// Whether the server says that nothing has changed.
  public var isUnchanged: Bool { status == 304 }

  /// The media type in lower case, without its parameters; nil when the server does not say.
  public var mediaType: String? {
    let type = contentType?.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
    return type?.isEmpty == false ? type : nil
  }

  /// The character set that the server declares, in lower case; nil when it does not.
  public var charset: String? {
    for parameter in contentType?.split(separator: ";").dropFirst() ?? [] {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[0].filter({ $0 != " " }).lowercased() == "charset" else {
        continue
      }
      let name = parts[1].filter { $0 != " " && $0 != "\"" && $0 != "'" }.lowercased()
      if !name.isEmpty { return name }
    }
    return nil
  }
}
