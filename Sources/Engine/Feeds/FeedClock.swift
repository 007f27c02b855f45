import Fetching
public import Primitives

/// The time as the register of feeds needs it: what it is, and how it passes.
public struct FeedClock: Sendable {
  /// The present, in seconds since 1970.
  public let now: @Sendable () -> Double
  /// Waits so many seconds, or until it is told to stop.
  public let wait: @Sendable (Double, _ isStopped: @Sendable () -> Bool) -> Void

  /// Creates a clock.
  public init(
    now: @escaping @Sendable () -> Double,
    wait: @escaping @Sendable (Double, _ isStopped: @Sendable () -> Bool) -> Void
  ) {
    self.now = now
    self.wait = wait
  }

  /// The machine's clock.
  public static let system = FeedClock(now: SystemClock.now) { seconds, isStopped in
    var left = seconds
    while left > 0, !isStopped() {
      SystemClock.wait(min(left, 0.2))
      left -= 0.2
    }
  }

  /// The machine's clock, set so that it stands at `time` now.
  public static func system(from time: CivilTime) -> FeedClock {
    let offset = Double(time.secondsSinceEpoch) - SystemClock.now()
    return FeedClock(now: { SystemClock.now() + offset }, wait: system.wait)
  }

  /// The present, in whole seconds.
  public var time: CivilTime { CivilTime(secondsSinceEpoch: Int(now())) }
}
