import Engine
import NewsModel
import Primitives

/// `positions`: where somebody stands, and since when.
enum PositionsVerb: Verb {
  static let name = "positions"
  static let summary = "List who is for or against whom or what over time, changes of side marked."
  static let operands = "--library FILE [--holder NAME] [--target NAME] [--topic NAME] [--json]"
  static let options: [Option] = [.library, holder, target, topic, changed, .json, .limit]
  static let examples = [
    (
      line: "backgrounder positions --library news.library --target \"liaison office\"",
      does: "who stands where towards it, each stance with its day and sentence"
    ),
    (
      line: "backgrounder positions --library news.library --changed",
      does: "only those who changed sides"
    ),
  ]
  private static let holder = Option(
    name: "--holder", value: "NAME", help: "Only positions that this entity holds.")
  private static let target = Option(
    name: "--target", value: "NAME", help: "Only positions towards this entity.")
  private static let topic = Option(
    name: "--topic", value: "NAME", help: "Only from the articles of this topic.")
  private static let changed = Option(
    name: "--changed", value: nil, help: "Only positions that went from one side to the other.")

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    guard let query = try query(arguments, library) else { return .failed }
    let isWanted: (PositionView) -> Bool = { view in
      !arguments.has(changed) || !view.position.reversals.isEmpty
    }
    let views = try library.positions(query).filter(isWanted)
    for view in views.prefix(limit) {
      if arguments.has(.json) { try Console.writeJSON(PositionDocument(view)) } else { write(view) }
    }
    if views.isEmpty {
      let count = try library.overview().articleCount
      Console.error("no such position in \(count) articles")
    }
    return .done
  }

  private static func query(
    _ arguments: Arguments, _ library: Library
  ) throws -> Library.PositionQuery? {
    var query = Library.PositionQuery()
    for (option, path) in [
      (holder, \Library.PositionQuery.holder), (target, \Library.PositionQuery.target),
    ] {
      guard let words = arguments.value(option) else { continue }
      guard let profile = try Named.entity(words, in: library) else { return nil }
      query[keyPath: path] = profile.id
    }
    if let words = arguments.value(topic) {
      guard let found = try Named.topic(words, in: library) else { return nil }
      query.topic = found
    }
    return query
  }

  private static func write(_ view: PositionView) {
    let changes = view.position.reversals.isEmpty ? "" : ", changed sides"
    Console.write(
      "\(view.holder.name) on \(view.target.name): \(view.position.newest.polarity.rawValue)\(changes)"
    )
    for dated in view.stances {
      let day = dated.stance.day?.description ?? "undated"
      Console.write(
        "  \(day)\t\(dated.stance.polarity.rawValue)\t\(dated.sentence.outlet)\t\(dated.sentence.exact)"
      )
    }
    let silent = view.position.silentAfter.count
    if silent > 0 {
      let noun = silent == 1 ? "article mentions" : "articles mention"
      Console.write("  \(silent) later \(noun) both and show no stance")
    }
  }
}
