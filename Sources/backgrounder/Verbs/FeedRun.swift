import Dispatch
import Engine
import Glibc
import HTTPServer
import Primitives
import Reading
import Synchronization

/// `ingest --feeds` and `ingest --watch`: feeds are fetched, and a signal ends the run cleanly.
enum FeedRun {
  static func run(_ arguments: Arguments) throws -> ExitStatus {
    if let operand = arguments.operands.first {
      throw UsageError(
        "\"\(operand)\" cannot be ingested together with feeds; register it with: feeds add")
    }
    let jobs = try arguments.number(.jobs, default: Processors.count, in: 1...1024)
    var settings = FeedSettings()
    settings.allowsPrivateAddresses = arguments.has(.allowPrivate)
    settings.hostPauseSeconds = Double(try arguments.number(.hostPause, default: 1, in: 0...3600))
    let every = try arguments.number(.every, default: 0, in: 1...604_800)
    if every > 0 { settings.schedule = .fixed(every) }
    if let now = try arguments.clock() { settings.clock = .system(from: now) }
    let path = try arguments.required(.library)
    let stop = StopSignal()
    let library = try Library(path: path, access: .write)
    let ingester = FeedIngester(
      library: library, jobs: jobs, analyser: try ReadingNotice.analyser(), settings: settings,
      isStopped: { stop.isGiven }
    ) { event in
      switch event {
      case .feed(let what): Console.error(what)
      case .refused(let refusal): Console.error("refused \(refusal.input): \(refusal.reason)")
      case .step(let what): if Console.isInteractive { Console.error(what) }
      case .filed: break
      }
    }
    return try arguments.has(.watch)
      ? watch(ingester, settings.clock) : once(ingester, library)
  }

  private static func once(_ ingester: FeedIngester, _ library: Library) throws -> ExitStatus {
    if try library.feeds().isEmpty {
      Console.error("no feed is registered; add one with: feeds --library \(library.path) add URL")
    }
    let report = try ingester.run()
    Console.write(line(report))
    let held = try library.overview()
    Console.write(
      "\(held.articleCount) articles from \(held.originCount) origins in \(held.storyCount) stories "
        + "and \(held.topicCount) topics; edition \(held.edition)")
    return report.failed + report.refused + report.summaries + report.waiting == 0
      ? .done : .doneWithRefusals
  }

  private static func watch(_ ingester: FeedIngester, _ clock: FeedClock) throws -> ExitStatus {
    Console.error("feeds are fetched when they are due; end with Ctrl-C")
    try ingester.watch { report in
      Console.write("\(clock.time)\t\(line(report))")
      Console.flush()
    }
    Console.error("ended")
    return .done
  }

  private static func line(_ report: FeedReport) -> String {
    var parts = [
      "\(report.fetched) feeds fetched (\(report.unchanged) unchanged)", "\(report.failed) failed",
      "\(report.items) new or changed items", "\(report.added) versions filed",
    ]
    if report.summaries > 0 { parts.append("\(report.summaries) as summaries") }
    if report.waiting > 0 { parts.append("\(report.waiting) to be tried again") }
    if report.refused > 0 { parts.append("\(report.refused) gave no article") }
    return parts.joined(separator: ", ")
  }
}

/// Whether a signal has asked the program to end; a second one ends it at once.
private final class StopSignal: Sendable {
  private let flag = Mutex(false)

  var isGiven: Bool { flag.withLock { $0 } }

  init() {
    TerminationSignals.hold()
    let thread = DispatchQueue(label: "backgrounder.signals")
    thread.async { [self] in
      TerminationSignals.wait()
      flag.withLock { $0 = true }
      TerminationSignals.wait()
      // Whatever is under way is repeated by the next run.
      _exit(130)
    }
  }
}
