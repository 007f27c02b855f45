import Synchronization

/// Bounds how many requests a client may make: a token bucket for each.
///
/// A bucket holds `burst` tokens, each request takes one, and `perSecond` come back each second. Buckets that are full again are forgotten, and there
/// are never more than `capacity`: when as many clients are busy at once, those that have been silent longest are forgotten.
public final class RateLimiter: Sendable {
  private struct Bucket {
    var tokens: Double
    var time: Double
  }

  private let perSecond: Double
  private let burst: Double
  private let capacity: Int
  private let now: @Sendable () -> Double
  private let buckets = Mutex<[String: Bucket]>([:])

  /// Creates a limiter; `now` gives a clock in seconds that never goes back.
  public init(
    perSecond: Double, burst: Double, capacity: Int = 10_000,
    now: @escaping @Sendable () -> Double = { RateLimiter.steadyClock() }
  ) {
    self.perSecond = max(0.001, perSecond)
    self.burst = max(1, burst)
    self.capacity = max(1, capacity)
    self.now = now
  }

  /// Seconds of a clock that never goes back.
  public static func steadyClock() -> Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  private static let start = ContinuousClock.now

  /// Lets a request of a client through (nil), or says after how many whole seconds the next one will be.
  /// - Complexity: O(1), but for the moment when `capacity` is reached.
  public func wait(for client: String) -> Int? {
    let time = now()
    return buckets.withLock { buckets in
      var bucket = buckets[client] ?? Bucket(tokens: burst, time: time)
      bucket.tokens = min(burst, bucket.tokens + (time - bucket.time) * perSecond)
      bucket.time = time
      defer {
        buckets[client] = bucket
        if buckets.count > capacity { forget(&buckets, time) }
      }
      guard bucket.tokens >= 1 else {
        return max(1, Int(((1 - bucket.tokens) / perSecond).rounded(.up)))
      }
      bucket.tokens -= 1
      return nil
    }
  }

  private func forget(_ buckets: inout [String: Bucket], _ time: Double) {
    buckets = buckets.filter { $0.value.tokens + (time - $0.value.time) * perSecond < burst }
    guard buckets.count > capacity else { return }
    // A quarter at once, so that the work is paid by as many requests.
    let oldest = buckets.sorted { ($0.value.time, $0.key) < ($1.value.time, $1.key) }
    for item in oldest.prefix(buckets.count - capacity * 3 / 4) { buckets[item.key] = nil }
  }
}
