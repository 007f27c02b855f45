/// Why something was not fetched.
public enum FetchError: Error, Hashable, Sendable {
  /// The address is not an `http` or `https` address.
  case unsupportedAddress(url: String)
  /// The address leads to a private network or to this machine.
  case privateAddress(url: String, address: String)
  /// The site's robots.txt asks robots to stay away from the path.
  case disallowedByRobots(url: String)
  /// The site's robots.txt could not be had, so that nothing is fetched until it can.
  case robotsUnavailable(url: String, status: Int, seconds: Int)
  /// The body is larger than the limit.
  case tooLarge(url: String, limit: Int)
  /// Too many redirects, or one that leads nowhere.
  case redirects(url: String, reason: String)
  /// The server answered with an error; `retryAfterSeconds` when it says for how long.
  case status(url: String, code: Int, retryAfterSeconds: Int?)
  /// The transfer failed: name not found, connection refused, time out, broken answer.
  case transfer(url: String, reason: String)
  /// The host asked to be left alone and the time is not over.
  case waiting(url: String, seconds: Int)
  /// The program is to end.
  case cancelled(url: String)
}

extension FetchError: CustomStringConvertible {
  /// One sentence that says what to do.
  public var description: String {
    switch self {
    case .unsupportedAddress(let url):
      "\(url) is not an http or https address; only those are fetched"
    case .privateAddress(let url, let address):
      "\(url) leads to \(address), a private address; allow it with --allow-private if it is yours"
    case .disallowedByRobots(let url):
      "the site's robots.txt asks robots to stay away from \(url); ask the outlet for its articles"
    case .robotsUnavailable(let url, let status, let seconds):
      "the robots.txt of the site of \(url) was answered with status \(status); "
        + "it is asked again in \(seconds) seconds"
    case .tooLarge(let url, let limit):
      "\(url) is larger than \(limit >> 20) MB; download it and read the file"
    case .redirects(let url, let reason): "\(url) \(reason); check the address"
    case .status(let url, let code, _):
      "\(url) was answered with status \(code)\(Self.hint(code))"
    case .transfer(let url, let reason): "\(url) could not be fetched: \(reason)"
    case .waiting(let url, let seconds):
      "the host of \(url) asked to be left alone for \(seconds) seconds more; run again then"
    case .cancelled(let url): "\(url) was not fetched to its end; run again"
    }
  }

  private static func hint(_ code: Int) -> String {
    switch code {
    case 401, 403: "; the outlet does not give it to programs"
    case 404: "; there is no such page, check the address"
    case 410: "; the page is gone for good, remove the address"
    case 429, 503: "; the server is busy, run again later"
    default: ""
    }
  }
}
