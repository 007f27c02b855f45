/// Where a server listens and what it allows.
public struct ServerSettings: Hashable, Sendable {
  /// The IP address to listen on; only this machine can reach `127.0.0.1`.
  public var address: String
  /// The port; 0 lets the system choose a free one.
  public var port: UInt16
  /// How many threads answer requests.
  public var threads: Int
  /// The bounds on what clients may send.
  public var limits: RequestLimits
  /// The methods that the handler knows; others are answered with 405.
  public var methods: [String]
  /// Fields that every answer carries.
  public var commonHeader: [HeaderField]

  /// Creates settings; by default only this machine can reach the server, and only to read.
  public init(
    address: String = "127.0.0.1", port: UInt16 = 8080, threads: Int = 2,
    limits: RequestLimits = .standard, methods: [String] = ["GET", "HEAD"],
    commonHeader: [HeaderField] = ServerSettings.strictHeader
  ) {
    self.address = address
    self.port = port
    self.threads = threads
    self.limits = limits
    self.methods = methods
    self.commonHeader = commonHeader
  }

  /// Lets a page load only what comes from this server, and lets nobody frame it or learn where its readers go.
  public static let strictHeader = [
    HeaderField(
      "Content-Security-Policy",
      """
      default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
      form-action 'self'; base-uri 'none'; frame-ancestors 'none'
      """),
    HeaderField("X-Content-Type-Options", "nosniff"),
    HeaderField("Referrer-Policy", "no-referrer"),
    HeaderField("Cross-Origin-Opener-Policy", "same-origin"),
    HeaderField("Cross-Origin-Resource-Policy", "same-origin"),
  ]
}

/// Bounds on what clients may send.
public struct RequestLimits: Hashable, Sendable {
  /// The largest first line and header, in bytes.
  public var headerBytes: Int
  /// The largest body, in bytes.
  public var bodyBytes: Int
  /// How many connections may be open at once.
  public var connections: Int
  /// After how many seconds of silence a connection is closed.
  public var idleSeconds: Int

  /// Creates limits.
  public init(headerBytes: Int, bodyBytes: Int, connections: Int, idleSeconds: Int) {
    self.headerBytes = headerBytes
    self.bodyBytes = bodyBytes
    self.connections = connections
    self.idleSeconds = idleSeconds
  }

  /// Enough for every browser: 32 kB of header, 64 kB of body, 1,000 connections, 30 seconds.
  public static let standard = RequestLimits(
    headerBytes: 32 << 10, bodyBytes: 64 << 10, connections: 1000, idleSeconds: 30)
}
