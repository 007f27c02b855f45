import HTTPServer
import Synchronization
import Testing

struct RateLimiterTests {
  /// A clock that a test sets.
  private final class Clock: Sendable {
    private let time = Mutex(0.0)
    func read() -> Double { time.withLock { $0 } }
    func pass(_ seconds: Double) { time.withLock { $0 += seconds } }
  }

  private let clock = Clock()

  private func limiter(capacity: Int = 10) -> RateLimiter {
    RateLimiter(perSecond: 2, burst: 3, capacity: capacity, now: { [clock] in clock.read() })
  }

  @Test func `a burst passes, then as many a second as are allowed`() {
    let limiter = limiter()
    #expect((0..<3).allSatisfy { _ in limiter.wait(for: "a") == nil })
    #expect(limiter.wait(for: "a") == 1)
    clock.pass(0.5)
    #expect(limiter.wait(for: "a") == nil)
    #expect(limiter.wait(for: "a") != nil)
    clock.pass(60)
    #expect((0..<3).allSatisfy { _ in limiter.wait(for: "a") == nil })
    #expect(limiter.wait(for: "a") != nil)
  }

  @Test func `one client does not cost another`() {
    let limiter = limiter()
    while limiter.wait(for: "a") == nil {}
    #expect(limiter.wait(for: "b") == nil)
  }

  @Test func `many clients do not fill the memory, and the newest keep their bounds`() {
    let limiter = limiter(capacity: 4)
    for client in 0..<1_000 {
      _ = limiter.wait(for: "client \(client)")
      clock.pass(0.001)
    }
    #expect(limiter.wait(for: "client 999") == nil)
    #expect(limiter.wait(for: "client 999") == nil)
    #expect(limiter.wait(for: "client 999") != nil)
  }
}
