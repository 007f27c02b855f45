/// A request that has been read wholly and found well formed.
public struct Request: Hashable, Sendable {
  /// The method in capitals.
  public let method: String
  /// The path, percent-decoded, from its first `/`; holds no control character and no `..`.
  public let path: String
  /// The parameters after the `?`, decoded, in order.
  public let query: [QueryItem]
  /// The fields of the header, in order.
  public let header: [HeaderField]
  /// The body; empty when there is none.
  public let body: [UInt8]
  /// The IP address that the connection comes from, as text; empty when it is not known.
  public let client: String

  /// Creates a request.
  public init(
    method: String = "GET", path: String, query: [QueryItem] = [], header: [HeaderField] = [],
    body: [UInt8] = [], client: String = ""
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.header = header
    self.body = body
    self.client = client
  }

  /// The first value of a parameter, or nil when it was not given.
  public func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }

  /// The first value of a header field, or nil when it was not sent.
  public func field(_ name: String) -> String? { header.first { $0.isNamed(name) }?.value }
}

/// One parameter of a query.
public struct QueryItem: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The value; empty when none was given.
  public let value: String

  /// Creates a parameter.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}
