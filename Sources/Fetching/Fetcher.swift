import Primitives
import Synchronization

/// Fetches pages and feeds over HTTP: conditional, polite, bounded, and never from private addresses.
///
/// ```swift
/// let response = try Fetcher().fetch(FetchRequest(url: "https://outlet.example/feed.xml"))
/// ```
/// Calls block; several threads may share one fetcher, and then share its manners.
public final class Fetcher: Sendable {
  /// What the fetcher may do.
  public let policy: FetchPolicy
  private let clock: @Sendable () -> Double
  private let pause: @Sendable (Double) -> Void
  private let schedule = HostSchedule()
  private let robots = Mutex<[String: KnownRobots]>([:])

  /// The rules of a site or the trouble that it is in, and how long that is believed.
  private struct KnownRobots {
    let rules: Result<RobotsRules, RobotsTrouble>
    let expires: Double
  }

  /// The status that robots.txt was answered with by a server in trouble.
  private struct RobotsTrouble: Error {
    let status: Int
  }

  /// Creates a fetcher with the system's clock.
  public convenience init(policy: FetchPolicy = FetchPolicy()) {
    self.init(policy: policy, clock: SystemClock.now, pause: SystemClock.wait)
  }

  /// Creates a fetcher with a clock (seconds since 1970) and a way to wait so many seconds.
  public init(
    policy: FetchPolicy, clock: @escaping @Sendable () -> Double,
    pause: @escaping @Sendable (Double) -> Void
  ) {
    _ = CurlLibrary.isStarted
    self.policy = policy
    self.clock = clock
    self.pause = pause
  }

  /// Fetches an address, following redirects; a 304 is a response without a body.
  ///
  /// Throws `FetchError` for everything that is not a success, each naming the address and what to do.
  public func fetch(_ request: FetchRequest) throws -> FetchResponse {
    guard var address = WebAddress(request.url) else {
      throw FetchError.unsupportedAddress(url: request.url)
    }
    var isMovedForGood = true
    for hop in 0...policy.maximumRedirects {
      try checkRobots(address)
      let validators = validators(of: request)
      let answer = try ask(address, validators + ["Accept: \(request.accept)"])
      // Nothing can be unchanged of which nothing is known.
      if answer.status == 304, validators.isEmpty {
        throw FetchError.status(url: address.url, code: 304, retryAfterSeconds: nil)
      }
      guard let target = try redirect(answer, from: address) else {
        return try response(
          answer, from: address, isMoved: hop > 0 && isMovedForGood)
      }
      isMovedForGood = isMovedForGood && (answer.status == 301 || answer.status == 308)
      address = target
    }
    throw FetchError.redirects(
      url: request.url, reason: "redirects more than \(policy.maximumRedirects) times")
  }

  private func validators(of request: FetchRequest) -> [String] {
    // A line feed in a stored value must not become a header of its own.
    let pairs = [
      ("If-None-Match", request.entityTag), ("If-Modified-Since", request.lastModified),
    ]
    return pairs.compactMap { name, value in
      value.flatMap { $0.utf8.allSatisfy { $0 >= 0x20 } ? "\(name): \($0)" : nil }
    }
  }

  private func ask(_ address: WebAddress, _ headers: [String]) throws -> Transfer.Answer {
    // A site in trouble has no say in the pause; it is not asked at all.
    let delay =
      robots.withLock {
        try? $0[address.origin]?.rules.get().crawlDelaySeconds
      } ?? 0
    let spacing = max(policy.hostPauseSeconds, min(delay, 60))
    switch schedule.take(address.host, now: clock(), pause: spacing) {
    case .blocked(let seconds):
      throw FetchError.waiting(url: address.url, seconds: Int(seconds.rounded(.up)))
    case .after(let seconds): try wait(seconds, before: address)
    }
    return try Transfer.perform(address, headers: headers, policy: policy)
  }

  /// Waits in small steps, so that the program can be ended meanwhile.
  private func wait(_ seconds: Double, before address: WebAddress) throws {
    var left = seconds
    while left > 0 {
      if policy.isCancelled() { throw FetchError.cancelled(url: address.url) }
      pause(min(left, 0.25))
      left -= 0.25
    }
  }

  private func redirect(_ answer: Transfer.Answer, from address: WebAddress) throws -> WebAddress? {
    guard [301, 302, 303, 307, 308].contains(answer.status) else { return nil }
    guard let location = answer.headers["location"] else {
      throw FetchError.redirects(url: address.url, reason: "redirects to nowhere")
    }
    guard let target = WebAddress(location, relativeTo: address) else {
      throw FetchError.unsupportedAddress(url: location)
    }
    return target
  }

  private func response(
    _ answer: Transfer.Answer, from address: WebAddress, isMoved: Bool
  ) throws -> FetchResponse {
    let now = CivilTime(secondsSinceEpoch: Int(clock()))
    let retry = answer.headers["retry-after"].flatMap { HTTPDate.retryAfter($0, now: now) }
    guard (200..<300).contains(answer.status) || answer.status == 304 else {
      if answer.status == 429 || answer.status == 503 { throw busy(answer, at: address) }
      throw FetchError.status(
        url: address.url, code: answer.status, retryAfterSeconds: retry)
    }
    return FetchResponse(
      status: answer.status, url: address.url, movedTo: isMoved ? address.url : nil,
      body: answer.status == 304 ? [] : answer.body,
      contentType: answer.headers["content-type"], entityTag: answer.headers["etag"],
      lastModified: answer.headers["last-modified"], retryAfterSeconds: retry)
  }

  /// Leaves a busy host alone for as long as it asks; the error that says so.
  private func busy(_ answer: Transfer.Answer, at address: WebAddress) -> FetchError {
    let now = CivilTime(secondsSinceEpoch: Int(clock()))
    let retry = answer.headers["retry-after"].flatMap { HTTPDate.retryAfter($0, now: now) }
    let seconds = min(retry ?? Self.standardRetrySeconds, Self.longestRetrySeconds)
    schedule.block(address.host, now: clock(), seconds: Double(seconds))
    return .status(url: address.url, code: answer.status, retryAfterSeconds: retry)
  }

  /// How long a host is left alone that is busy and does not say for how long.
  private static let standardRetrySeconds = 600
  /// The longest that a host can ask to be left alone: a day.
  private static let longestRetrySeconds = 86_400
}

extension Fetcher {
  /// Asks robots.txt once a day for each site (RFC 9309, sections 2.3.1 and 2.4).
  ///
  /// None there: everything is allowed. The server is in trouble: nothing is, and it is asked again soon.
  private func checkRobots(_ address: WebAddress) throws {
    guard policy.obeysRobots else { return }
    let now = clock()
    let known = robots.withLock { $0[address.origin] }
    let current = try known.flatMap { $0.expires > now ? $0 : nil } ?? askRobots(address, now: now)
    switch current.rules {
    case .failure(let trouble):
      let seconds = Int((current.expires - now).rounded(.up))
      throw FetchError.robotsUnavailable(
        url: address.url, status: trouble.status, seconds: seconds)
    case .success(let rules):
      guard rules.allows(address.target) else {
        throw FetchError.disallowedByRobots(url: address.url)
      }
    }
  }

  private func askRobots(_ address: WebAddress, now: Double) throws -> KnownRobots {
    let rules = try readRobots(of: address)
    let life = (try? rules.get()) == nil ? policy.robotsRetrySeconds : policy.robotsSeconds
    let known = KnownRobots(rules: rules, expires: now + life)
    robots.withLock { robots in
      // A program that runs for weeks meets many sites.
      if robots.count >= Self.knownSites { robots = robots.filter { $0.value.expires > now } }
      if robots.count >= Self.knownSites { robots.removeAll() }
      robots[address.origin] = known
    }
    return known
  }

  /// So many sites' rules are kept at most.
  private static let knownSites = 4096

  private func readRobots(of address: WebAddress) throws -> Result<RobotsRules, RobotsTrouble> {
    guard var target = WebAddress("\(address.origin)/robots.txt") else {
      return .success(.allowNone)
    }
    for _ in 0...policy.maximumRedirects {
      let answer: Transfer.Answer
      do {
        answer = try Transfer.perform(target, headers: [], policy: policy)
      } catch FetchError.tooLarge {
        throw FetchError.transfer(url: target.url, reason: "its robots.txt has no end")
      }
      do {
        if let next = try redirect(answer, from: target) {
          target = next
          continue
        }
      } catch {
        // It leads nowhere, so there is none (RFC 9309, section 2.3.1.2).
        return .success(.allowAll)
      }
      switch answer.status {
      case 200..<300: return .success(RobotsRules(answer.body, robot: Self.robotName))
      case 429: throw busy(answer, at: target)
      case 500..<600: return .failure(RobotsTrouble(status: answer.status))
      default: return .success(.allowAll)
      }
    }
    return .success(.allowAll)
  }

  /// The name that robots.txt knows this program by.
  private static let robotName = "backgrounder"
}
