/// What a fetcher may do and how long it waits.
public struct FetchPolicy: Sendable {
  /// How the program names itself to servers, with an address where it is explained.
  public var userAgent = "Backgrounder/0.1 (+https://backgrounder.example/robot)"
  /// The largest body that is taken, in bytes after decompression.
  public var maximumBytes = 16 << 20
  /// How many redirects are followed.
  public var maximumRedirects = 5
  /// How long one transfer may take, in seconds.
  public var timeoutSeconds = 60
  /// How long a connection may take to open, in seconds.
  public var connectSeconds = 15
  /// The pause between two requests to one host, in seconds.
  public var hostPauseSeconds = 1.0
  /// Whether addresses of private networks and of this machine may be fetched.
  ///
  /// Off by default: a feed must not make this machine ask its own network (server-side request forgery).
  public var allowsPrivateAddresses = false
  /// Whether this machine may be asked, though no other private address.
  ///
  /// For an address that the operator has named, never for one that was found in a document.
  public var allowsLoopback = false
  /// Whether robots.txt is asked and obeyed (RFC 9309).
  public var obeysRobots = true

  /// How long the rules of a site are believed, in seconds: a day, as RFC 9309 has it.
  public var robotsSeconds = 86_400.0
  /// How long a site is left alone whose robots.txt could not be had, in seconds.
  public var robotsRetrySeconds = 1800.0
  /// Asked while something is waited for; when it says true, the fetch ends with `cancelled`.
  public var isCancelled: @Sendable () -> Bool = { false }

  /// Creates the standard policy.
  public init() {}
}
