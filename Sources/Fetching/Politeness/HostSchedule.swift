import Synchronization

/// When each host may be asked again.
///
/// Requests to one host are spaced by a pause; a host that answered `Retry-After` is left alone until then.
final class HostSchedule: Sendable {
  private struct Entry {
    var next: Double
    var isBlocked: Bool
  }

  private let entries = Mutex<[String: Entry]>([:])

  /// What to do before asking a host.
  enum Turn: Equatable {
    /// Ask after so many seconds.
    case after(Double)
    /// Do not ask: the host wants to be left alone for so many seconds more.
    case blocked(Double)
  }

  /// Takes the next turn at a host and books the one after it.
  func take(_ host: String, now: Double, pause: Double) -> Turn {
    entries.withLock { entries in
      let entry = entries[host] ?? Entry(next: now, isBlocked: false)
      // A program that runs for weeks meets many hosts.
      if entries.count >= 4096 { entries = entries.filter { $0.value.next > now } }
      let wait = max(0, entry.next - now)
      if entry.isBlocked, wait > 0 { return .blocked(wait) }
      entries[host] = Entry(next: now + wait + pause, isBlocked: false)
      return .after(wait)
    }
  }

  /// Leaves a host alone for so many seconds.
  func block(_ host: String, now: Double, seconds: Double) {
    entries.withLock { $0[host] = Entry(next: now + seconds, isBlocked: true) }
  }
}
