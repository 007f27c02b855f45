/// One address to fetch, with what is known from the last time.
public struct FetchRequest: Sendable, Hashable {
  /// The address.
  public var url: String
  /// The entity tag of the last answer, sent as `If-None-Match`.
  public var entityTag: String?
  /// The date of the last answer, sent as `If-Modified-Since`.
  public var lastModified: String?

  /// Creates a request; with validators it is conditional.
  public init(url: String, entityTag: String? = nil, lastModified: String? = nil) {
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
}
