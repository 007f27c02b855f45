/// An answer to a request.
public struct Response: Hashable, Sendable {
  /// The status.
  public let status: Status
  /// The fields of the header, without those that the server adds to every answer.
  public var header: [HeaderField]
  /// The body; it is not sent in answer to `HEAD`.
  public let body: [UInt8]
  /// The entity tag without quotation marks; nil lets the server derive it from the body.
  public let tag: String?

  /// Creates an answer.
  public init(
    status: Status = .ok, contentType: String, header: [HeaderField] = [], body: [UInt8],
    tag: String? = nil
  ) {
    self.status = status
    self.header = [HeaderField("Content-Type", contentType)] + header
    self.body = body
    self.tag = tag
  }

  /// An answer of one line of plain text.
  public static func text(
    _ line: String, status: Status = .ok, header: [HeaderField] = []
  ) -> Response {
    Response(
      status: status, contentType: "text/plain; charset=utf-8", header: header,
      body: Array("\(line)\n".utf8))
  }

  /// Sends the reader on to another address of this server.
  public static func redirect(to location: String) -> Response {
    text(
      "moved to \(location)", status: .movedPermanently,
      header: [HeaderField("Location", location)])
  }

  /// The status of an answer (RFC 9110, section 15).
  public enum Status: Int, Sendable {
    case ok = 200
    case accepted = 202
    case movedPermanently = 301
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case notAcceptable = 406
    case conflict = 409
    case contentTooLarge = 413
    case tooManyRequests = 429
    case internalServerError = 500
    case serviceUnavailable = 503
  }
}
