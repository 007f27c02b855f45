import NewsModel
import Primitives

/// Says when a feed is fetched next, from how it did: a pure function of the feed and the time.
///
/// A feed with news is fetched sooner, one without later, one that fails later and later. All intervals are
/// in seconds. A part of each that follows from the address spreads feeds that were registered together.
public struct FeedSchedule: Sendable {
  /// The interval of a new feed.
  public var firstInterval = 1800
  /// The shortest interval.
  public var shortestInterval = 600
  /// The longest interval of a feed that can be had.
  public var longestInterval = 21_600
  /// How soon a feed is tried again after its first failure; doubled with each.
  public var firstRetry = 300
  /// The longest that a failing feed is left alone of our own accord.
  public var longestRetry = 86_400
  /// The longest that a server can ask to be left alone: a week.
  public var longestRetryAfter = 604_800

  /// Creates the standard schedule.
  public init() {}

  /// A schedule that fetches every feed that can be had at one interval.
  public static func fixed(_ seconds: Int) -> FeedSchedule {
    var schedule = FeedSchedule()
    schedule.firstInterval = seconds
    schedule.shortestInterval = seconds
    schedule.longestInterval = seconds
    return schedule
  }

  /// The feed after an answer with at least one item that was not known.
  func afterNews(_ feed: Feed, at now: CivilTime) -> Feed {
    // To a feed that was never fetched everything is new.
    let interval = feed.health == .new ? feed.intervalSeconds : feed.intervalSeconds / 2
    return healthy(feed, interval: interval, at: now)
  }

  /// The feed after an answer without anything new.
  func afterNothingNew(_ feed: Feed, at now: CivilTime) -> Feed {
    healthy(feed, interval: feed.intervalSeconds + feed.intervalSeconds / 2, at: now)
  }

  private func healthy(_ feed: Feed, interval: Int, at now: CivilTime) -> Feed {
    var next = feed
    next.health = .healthy
    next.reason = nil
    next.failures = 0
    next.lastAttempt = now
    next.lastSuccess = now
    next.intervalSeconds = min(max(interval, shortestInterval), longestInterval)
    let pause = min(next.intervalSeconds + spread(feed, next.intervalSeconds), longestInterval)
    next.due = now.adding(pause)
    return next
  }

  /// The feed after a failure; the server may have said for how long it wants to be left alone.
  func afterFailure(
    _ feed: Feed, reason: String, retryAfter: Int? = nil, at now: CivilTime
  ) -> Feed {
    var next = feed
    next.health = .failing
    next.reason = reason
    next.failures += 1
    next.lastAttempt = now
    // Doubling nine times passes every limit.
    let doubled = firstRetry << min(next.failures - 1, 9)
    let own = min(doubled + spread(feed, doubled), longestRetry)
    next.due = now.adding(max(own, min(retryAfter ?? 0, longestRetryAfter)))
    return next
  }

  /// The feed after it was not asked, since its host wants to be left alone for so many seconds.
  func afterWaiting(_ feed: Feed, seconds: Int, at now: CivilTime) -> Feed {
    var next = feed
    next.due = now.adding(max(seconds, 1))
    return next
  }

  /// The feed after the server said that it is gone for good.
  func afterEnd(_ feed: Feed, reason: String, at now: CivilTime) -> Feed {
    var next = feed
    next.health = .stopped
    next.reason = reason
    next.failures += 1
    next.lastAttempt = now
    return next
  }

  /// Up to a tenth of an interval, by the feed's address: the same on every run.
  private func spread(_ feed: Feed, _ interval: Int) -> Int {
    let value = Int(Digest(of: feed.url).short(7), radix: 16) ?? 0
    return value % (interval / 10 + 1)
  }
}

extension CivilTime {
  /// The time so many seconds later.
  func adding(_ seconds: Int) -> CivilTime {
    CivilTime(secondsSinceEpoch: secondsSinceEpoch + seconds)
  }
}
