import Engine
import NewsModel
import Primitives

/// `feeds`: the register of feeds that `ingest --feeds` fetches.
enum FeedsVerb: Verb {
  static let name = "feeds"
  static let summary = "List the feeds of a library and how they do; add, remove, pause them."
  static let operands =
    "--library FILE [add URL|OPML-FILE... | remove URL... | pause URL... | resume URL... | show URL...]"
  static let options: [Option] = [.library, .json, .allowPrivate]
  static let examples = [
    (
      "backgrounder feeds --library news.library add https://outlet.example/feed.xml",
      "registers a feed, or the feed that a page names"
    ),
    ("backgrounder feeds --library news.library add feeds.opml", "registers all feeds of a list"),
    ("backgrounder feeds --library news.library", "health, last and next fetch, items of each"),
    (
      "backgrounder feeds --library news.library show https://outlet.example/feed.xml",
      "and what became of the items that gave no article"
    ),
  ].map { (line: $0.0, does: $0.1) }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let places = Array(arguments.operands.dropFirst())
    let library = try Library(path: arguments.required(.library), access: .write)
    guard let action = arguments.operands.first else {
      try list(library.feeds(), arguments)
      return .done
    }
    guard ["add", "remove", "pause", "resume", "show"].contains(action) else {
      throw UsageError("say add, remove, pause, resume or show, not \"\(action)\"; see --help")
    }
    guard !places.isEmpty else { throw UsageError("name the feeds to \(action)") }
    switch action {
    case "add": return try add(places, to: library, arguments)
    case "show": return try show(places, in: library, arguments)
    default: return try change(action, places, in: library)
    }
  }

  private static func add(
    _ places: [String], to library: Library, _ arguments: Arguments
  ) throws -> ExitStatus {
    var settings = FeedSettings()
    settings.allowsPrivateAddresses = arguments.has(.allowPrivate)
    let finder = FeedFinder(library: library, settings: settings)
    var status = ExitStatus.done
    for outcome in try places.flatMap({ try finder.add($0) }) {
      switch outcome {
      case .added(let url, let note):
        Console.write("added \(url)" + (note.map { " (\($0))" } ?? ""))
      case .known(let url): Console.write("\(url) is registered already")
      case .refused(let place, let reason):
        Console.error("refused \(place): \(reason)")
        status = .doneWithRefusals
      }
    }
    return status
  }

  private static func change(
    _ action: String, _ places: [String], in library: Library
  ) throws -> ExitStatus {
    var status = ExitStatus.done
    for url in places {
      let isDone =
        switch action {
        case "remove": try library.removeFeed(at: url)
        default:
          try library.setFeed(
            at: url, isPaused: action == "pause", now: FeedClock.system.time)
        }
      if isDone {
        Console.write("\(url): \(action)d")
      } else {
        Console.error("\(url) is not registered; see backgrounder feeds --library \(library.path)")
        status = .failed
      }
    }
    return status
  }

  private static func show(
    _ places: [String], in library: Library, _ arguments: Arguments
  ) throws -> ExitStatus {
    var status = ExitStatus.done
    for url in places {
      guard let view = try library.feed(at: url, notes: 100) else {
        Console.error("\(url) is not registered; see backgrounder feeds --library \(library.path)")
        status = .failed
        continue
      }
      try list([view], arguments)
      guard !arguments.has(.json) else { continue }
      for address in view.feed.formerAddresses { Console.write("  was at \(address)") }
      for note in view.notes {
        let again = note.due.map { "; again at \($0)" } ?? ""
        Console.write(
          "  \(note.state.rawValue)\t\(note.page ?? note.title ?? "untitled")\t\(note.reason)\(again)"
        )
      }
    }
    return status
  }

  private static func list(_ views: [FeedView], _ arguments: Arguments) throws {
    if arguments.has(.json) { return try views.forEach { try Console.writeJSON($0) } }
    if views.isEmpty {
      Console.error("no feed is registered; add one with: feeds --library FILE add URL")
    }
    for view in views {
      let feed = view.feed
      let health = feed.isPaused ? "paused" : feed.health.rawValue
      let title = feed.title.map { " \"\($0)\"" } ?? ""
      let isFetched = !feed.isPaused && feed.health != .stopped
      let times =
        "fetched \(feed.lastSuccess?.description ?? "never"), "
        + (isFetched ? "next \(feed.due)" : "not fetched again")
      var counts = ["\(view.items) items", "\(view.filed) filed"]
      if view.summaries > 0 { counts.append("\(view.summaries) as summaries") }
      if view.waiting > 0 { counts.append("\(view.waiting) waiting") }
      if view.failed > 0 { counts.append("\(view.failed) failed") }
      Console.write("\(health)\t\(feed.url)\(title)\t\(times)\t\(counts.joined(separator: ", "))")
      if let reason = feed.reason {
        let times = feed.failures > 1 ? " (\(feed.failures) times in a row)" : ""
        Console.write("  \(reason)\(times)")
      }
    }
  }
}
