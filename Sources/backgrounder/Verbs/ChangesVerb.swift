import Engine
import NewsModel
import Primitives

/// `changes`: what is new since a day.
enum ChangesVerb: Verb {
  static let name = "changes"
  static let summary =
    "Say what has changed since a day: articles, voices, sides, stages, corrections."
  static let operands = "--library FILE --since DAY [TOPIC] [--json]"
  static let options: [Option] = [.library, since, .json, .limit]
  static let examples = [
    (
      line: "backgrounder changes --library news.library --since 2024-03-15 \"harbour tunnel\"",
      does: "what reports of that day or later brought"
    )
  ]
  private static let since = Option(
    name: "--since", value: "DAY", help: "The first day that is new, as 2024-03-15.")

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    guard let day = CivilTime(iso8601: try arguments.required(since))?.date else {
      throw UsageError("--since takes a day, as 2024-03-15")
    }
    guard arguments.operands.count < 2 else {
      throw UsageError("name one topic, or none; backgrounder topics lists them")
    }
    var changes: [TopicChanges] = []
    if let words = arguments.operands.first {
      guard let topic = try Named.topic(words, in: library) else { return .failed }
      changes = [try library.changes(in: topic, since: day)]
    } else {
      changes = try library.changes(since: day)
    }
    for topic in changes.prefix(limit) {
      if arguments.has(.json) {
        try Console.writeJSON(TopicChangesDocument(topic))
      } else {
        write(topic)
      }
    }
    if changes.allSatisfy(\.isEmpty) {
      let count = try changes.first?.searched ?? library.overview().articleCount
      Console.error("nothing new since \(day) in \(count) articles")
    }
    return .done
  }

  private static func write(_ changes: TopicChanges) {
    let fresh = changes.articles.count
    Console.write(
      "\(changes.topic.name): \(fresh) new of \(changes.searched) articles, from "
        + "\(changes.originCount) \(changes.originCount == 1 ? "origin" : "origins")"
        + (changes.isNewTopic && fresh > 0 ? "; a new topic" : ""))
    for voice in changes.newVoices {
      Console.write("  new voice\t\(voice.speaker.name)\t\(voice.sentence.exact)")
    }
    for view in changes.reversals {
      Console.write(
        "  changed sides\t\(view.holder.name) on \(view.target.name), now "
          + "\(view.newest.stance.polarity.rawValue)\t\(view.newest.sentence.exact)")
    }
    for view in changes.stages {
      let step = view.steps.rest.last ?? view.steps.first
      Console.write("  now \(step.step.stage)\t\(view.profile.name)\t\(step.evidence.first.exact)")
    }
    for view in changes.claims {
      let answers = view.answers.map(\.answer.value).joined(separator: " / ")
      Console.write(
        "  \(view.claim.relation.rawValue)\t\(answers)\t\(view.answers[0].reports.first.sentence.exact)"
      )
    }
    for view in changes.happenings {
      Console.write(
        "  \(view.event.when)\t\(view.event.outcome.rawValue)\t"
          + (view.report ?? view.announcement).exact)
    }
    for item in changes.corrections { Console.write("  corrected\t\(item.sentence.exact)") }
  }
}
