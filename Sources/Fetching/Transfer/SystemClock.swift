import Glibc

/// The machine's clock, as a fetcher needs it.
public enum SystemClock {
  /// Seconds since 1970-01-01T00:00:00Z.
  public static let now: @Sendable () -> Double = {
    var now = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }

  /// Waits so many seconds.
  public static let wait: @Sendable (Double) -> Void = { seconds in
    usleep(UInt32(min(max(0, seconds), 4000) * 1e6))
  }
}
