import Fetching
import NewsModel
import Primitives
import Reading
import Storage

/// Fetches the feeds of a library when they are due and files what they bring.
///
/// What was learned of a feed and the items that wait for it are kept in one transaction, articles before the
/// items that they came from: a run that was killed goes on where it stood, and nothing is lost or filed twice.
/// No failure of a feed or of a page ends the run; each is kept with its reason.
public final class FeedIngester {
  private let library: Library
  private let ingester: Ingester
  private let settings: FeedSettings
  private let isStopped: @Sendable () -> Bool
  private let asker: FeedAsker
  private let follower: FeedItemFollower
  private var report = FeedReport()
  private var organisedAt = 0.0
  private var hasNews = false

  /// Files into `library`, analysing on `jobs` cores; ends soon after `isStopped` says so.
  public init(
    library: Library, jobs: Int, analyser: Analyser, settings: FeedSettings = FeedSettings(),
    isStopped: @escaping @Sendable () -> Bool = { false },
    report: @escaping (Ingester.Event) -> Void = { _ in }
  ) {
    self.library = library
    self.settings = settings
    self.isStopped = isStopped
    ingester = Ingester(library: library, jobs: jobs, analyser: analyser, report: report)
    let fetcher = Self.fetcher(settings, isStopped)
    asker = FeedAsker(fetcher: fetcher)
    follower = FeedItemFollower(fetcher: fetcher)
  }

  static func fetcher(
    _ settings: FeedSettings, _ isStopped: @escaping @Sendable () -> Bool
  ) -> Fetcher {
    var policy = FetchPolicy()
    policy.allowsPrivateAddresses = settings.allowsPrivateAddresses
    policy.hostPauseSeconds = settings.hostPauseSeconds
    policy.timeoutSeconds = settings.timeoutSeconds
    policy.maximumBytes = settings.maximumBytes
    policy.isCancelled = isStopped
    let clock = settings.clock
    return Fetcher(policy: policy, clock: clock.now) { clock.wait($0, isStopped) }
  }

  /// Fetches all feeds that are due once, and the pages that their items lead to.
  ///
  /// Throws when the library cannot be written; what was filed before stays.
  public func run() throws -> FeedReport {
    report = FeedReport()
    let start = settings.clock.time
    try ingester.begin()
    while try !isStopped() && round(feedsDueAt: start) {}
    try organise()
    return report
  }

  /// Fetches feeds whenever they are due, until it is told to stop.
  ///
  /// Throws when the library could not be written several times in a row.
  public func watch(each: (FeedReport) -> Void = { _ in }) throws {
    var faults = 0
    while !isStopped() {
      do {
        try watchOnce(each)
        faults = 0
      } catch {
        faults += 1
        guard faults < Self.faultsInARow else { throw error }
        ingester.report(.feed("\(error); tried again in \(Int(settings.longestWait)) seconds"))
        settings.clock.wait(settings.longestWait, isStopped)
      }
    }
  }

  /// Another process may hold the library for a while; a disk that is full stays full.
  private static let faultsInARow = 30

  private func watchOnce(_ each: (FeedReport) -> Void) throws {
    report = FeedReport()
    try ingester.begin()
    while try !isStopped() && round(feedsDueAt: settings.clock.time) {
      if hasNews, settings.clock.now() - organisedAt >= settings.organisingSeconds {
        try organise()
      }
    }
    try organise()
    if report != FeedReport() { each(report) }
    guard !isStopped() else { return }
    let due = try library.store.nextFeedDue().map { Double($0.secondsSinceEpoch) }
    let pause = due.map { $0 - settings.clock.now() } ?? settings.longestWait
    settings.clock.wait(min(max(pause, 0.05), settings.longestWait), isStopped)
  }

  private func organise() throws {
    try ingester.bringUpToDate()
    organisedAt = settings.clock.now()
    hasNews = false
  }

  /// Fetches some feeds and follows some items; false when nothing was due.
  private func round(feedsDueAt now: CivilTime) throws -> Bool {
    let feeds = try library.store.dueFeeds(at: now, limit: Self.feedsInARound)
    let asked = byHost(feeds, host: { WebAddress($0.feed.url)?.host ?? "" })
    let answers = waitingMap(asked, width: settings.hostsAtOnce) { [asker] feeds in
      feeds.map { asker.ask($0.feed) }
    }
    for (feed, answer) in zip(asked.joined(), answers.joined()) { try take(answer, for: feed) }
    guard !isStopped() else { return false }
    let hasFollowed = try followItems()
    return !feeds.isEmpty || hasFollowed
  }

  /// So many feeds are fetched in a round: their items are held in memory together.
  private static let feedsInARound = 16
  /// So many items are followed in a round, and so many of one host: other hosts and feeds have their turn.
  private static let itemsInARound = 64
  private static let itemsOfHostInARound = 4

  /// Things by their host, those of one host in their order.
  private func byHost<Thing>(_ things: [Thing], host: (Thing) -> String) -> [[Thing]] {
    var places: [String: Int] = [:]
    var groups: [[Thing]] = []
    for thing in things {
      let name = host(thing)
      if let place = places[name] {
        groups[place].append(thing)
      } else {
        places[name] = groups.count
        groups.append([thing])
      }
    }
    return groups
  }
}

// MARK: Feeds

extension FeedIngester {
  private func take(_ answer: FeedAnswer, for feed: RegisteredFeed) throws {
    let schedule = settings.schedule
    let now = settings.clock.time
    var next = feed
    switch answer {
    case .cancelled: return
    case .feed(let fetched): return try take(fetched, for: feed)
    case .unchanged(let movedTo):
      report.fetched += 1
      report.unchanged += 1
      next.feed = schedule.afterNothingNew(feed.feed, at: now)
      move(&next.feed, to: movedTo)
      tell(feed, "unchanged")
    case .waiting(let seconds):
      next.feed = schedule.afterWaiting(feed.feed, seconds: seconds, at: now)
    case .gone(let reason):
      report.failed += 1
      next.feed = schedule.afterEnd(feed.feed, reason: reason, at: now)
      tell(feed, "stopped: \(reason)")
    case .failed(let reason, let retryAfter):
      report.failed += 1
      next.feed = schedule.afterFailure(
        feed.feed, reason: reason, retryAfter: retryAfter, at: now)
      tell(feed, "failed: \(reason)")
    }
    try library.store.updateFeed(next)
  }

  private func take(_ fetched: FetchedFeed, for feed: RegisteredFeed) throws {
    let now = settings.clock.time
    let sorter = FeedItemSorter(store: library.store, feed: feed, now: now)
    let items = try sorter.items(of: fetched)
    var next = feed
    next.feed =
      items.isEmpty
      ? settings.schedule.afterNothingNew(feed.feed, at: now)
      : settings.schedule.afterNews(feed.feed, at: now)
    next.feed.title = fetched.title ?? feed.feed.title
    // A damaged feed is to be had again whole, so what would make it "unchanged" is not kept.
    let damage = fetched.refusals.first { $0.input == fetched.url }?.reason
    if let damage {
      next.feed = settings.schedule.afterFailure(feed.feed, reason: damage, at: now)
    }
    next.feed.entityTag = damage == nil ? fetched.entityTag : nil
    next.feed.lastModified = damage == nil ? fetched.lastModified : nil
    move(&next.feed, to: fetched.movedTo)
    try library.store.updateFeed(next, items: items)
    report.fetched += damage == nil ? 1 : 0
    report.failed += damage == nil ? 0 : 1
    report.items += items.count
    report.refused += items.count { $0.state == .failed }
    for item in items where item.state == .failed { tell(item) }
    let damaged = damage.map { "; \($0)" } ?? ""
    tell(feed, "\(fetched.entries.count) items, \(items.count) new or changed\(damaged)")
  }

  /// Moves a feed to the address that it was redirected to for good.
  private func move(_ feed: inout Feed, to address: String?) {
    guard let address, address != feed.url else { return }
    ingester.report(.feed("\(feed.url) has moved to \(address)"))
    // Old addresses lead here; a feed that moves in a circle has each once.
    feed.formerAddresses.removeAll { $0 == feed.url || $0 == address }
    feed.formerAddresses.append(feed.url)
    feed.formerAddresses = feed.formerAddresses.suffix(20)
    feed.url = address
  }

  private func tell(_ feed: RegisteredFeed, _ what: String) {
    ingester.report(.feed("\(feed.feed.url): \(what)"))
  }

  private func tell(_ item: FeedItem) {
    guard let reason = item.reason else { return }
    ingester.report(.feed("\(item.page ?? item.title ?? "an item"): \(reason)"))
  }
}

// MARK: Items

extension FeedIngester {
  private func followItems() throws -> Bool {
    let now = settings.clock.time
    let items = try library.store.dueFeedItems(
      at: now, perHost: Self.itemsOfHostInARound, limit: Self.itemsInARound)
    let groups = byHost(items, host: \.item.host)
    let clock = settings.clock
    let steps = waitingMap(groups, width: settings.hostsAtOnce) { [follower] items in
      items.map { follower.follow($0, now: clock.time) }
    }.joined().filter { !$0.isCancelled }
    try file(steps.compactMap(\.article))
    try library.store.updateFeedItems(steps.map(\.item))
    for step in steps { count(step.item.item) }
    return !items.isEmpty
  }

  private func file(_ articles: [Article]) throws {
    let now = settings.clock.time
    var fresh: [Article] = []
    for article in articles {
      let current = try library.store.filed(article.id)?.version.article
      if let next = try LiveVersion.next(article, after: current, at: now) { fresh.append(next) }
    }
    let added = try ingester.file(fresh)
    report.added += added
    if added > 0 { hasNews = true }
  }

  private func count(_ item: FeedItem) {
    switch item.state {
    case .filed: break
    case .summary: report.summaries += 1
    case .failed: report.refused += 1
    case .waiting: report.waiting += 1
    }
    tell(item)
  }
}

extension Ingester {
  /// Starts a run that files articles one by one, by the rules of this program.
  func begin() throws {
    totals = IngestReport()
    try renewAnalyses()
  }

  /// Files articles in their order; returns how many versions were new.
  func file(_ articles: [Article]) throws -> Int {
    let before = totals.added
    for article in articles { try take(.article(article)) }
    try fileBatch()
    return totals.added - before
  }
}
