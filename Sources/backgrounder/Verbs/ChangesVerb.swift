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

  private struct Line: Encodable {
    let topic: TopicID
    let name: String
    let since: String
    let articles: [ArticleID]
    let origins: Int
    let searched: Int
    let isNewTopic: Bool
    let newVoices: [VoiceLine]
    let reversals: [ReversalLine]
    let stages: [StageLine]
    let claims: [ClaimLine]
    let happenings: [HappeningLine]
    let corrections: [Citation]
  }

  private struct VoiceLine: Encodable {
    let speaker: String
    let sentence: Citation
  }

  private struct ReversalLine: Encodable {
    let holder: String
    let target: String
    let newest: Polarity
    let sentence: Citation
  }

  private struct StageLine: Encodable {
    let programme: String
    let stage: String
    let evidence: Citation
  }

  private struct ClaimLine: Encodable {
    let slot: ContestedClaim.Slot
    let relation: ContestedClaim.Relation
    let answers: [String]
    let sentences: [Citation]
  }

  private struct HappeningLine: Encodable {
    let when: String
    let outcome: FollowedEvent.Outcome
    let announcement: Citation
    let report: Citation?
  }

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
      guard let topic = try library.topic(called: words) else {
        Console.error("no topic is called \"\(words)\"; backgrounder topics lists them")
        return .failed
      }
      changes = [try library.changes(in: topic, since: day)]
    } else {
      changes = try library.changes(since: day)
    }
    for topic in changes.prefix(limit) {
      if arguments.has(.json) { try Console.writeJSON(line(topic)) } else { write(topic) }
    }
    if changes.allSatisfy(\.isEmpty) {
      let count = try changes.first?.searched ?? library.overview().articleCount
      Console.error("nothing new since \(day) in \(count) articles")
    }
    return .done
  }

  private static func line(_ changes: TopicChanges) -> Line {
    Line(
      topic: changes.topic.id, name: changes.topic.name, since: changes.since.description,
      articles: changes.articles.map(\.id), origins: changes.originCount,
      searched: changes.searched, isNewTopic: changes.isNewTopic,
      newVoices: changes.newVoices.map {
        VoiceLine(speaker: $0.speaker.name, sentence: $0.sentence)
      },
      reversals: changes.reversals.map {
        ReversalLine(
          holder: $0.holder.name, target: $0.target.name, newest: $0.newest.stance.polarity,
          sentence: $0.newest.sentence)
      },
      stages: changes.stages.map {
        StageLine(
          programme: $0.profile.name, stage: $0.history.current.stage,
          evidence: ($0.steps.rest.last ?? $0.steps.first).evidence.first)
      },
      claims: changes.claims.map { view in
        ClaimLine(
          slot: view.claim.slot, relation: view.claim.relation,
          answers: view.answers.map(\.answer.value),
          sentences: view.answers.map(\.reports.first.sentence))
      },
      happenings: changes.happenings.map {
        HappeningLine(
          when: $0.event.when, outcome: $0.event.outcome, announcement: $0.announcement,
          report: $0.report)
      },
      corrections: changes.corrections.map(\.sentence))
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
