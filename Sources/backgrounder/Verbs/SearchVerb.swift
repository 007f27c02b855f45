import Engine
import NewsModel
import Primitives

/// `search`: the sentences that hold the words.
enum SearchVerb: Verb {
  static let name = "search"
  static let summary = "Find sentences by their words, best first."
  static let operands = "--library FILE [--in UNIT] [--speaker NAME] [--outlet NAME] WORD ..."
  static let options: [Option] = [
    .library, unit, speaker, footing, outlet, from, through, .json, .limit,
  ]
  static let examples = [
    (
      line: "backgrounder search --library news.library liaison office Tokyo",
      does: "sentences that hold all three words"
    ),
    (
      line: "backgrounder search --library news.library --in statements --speaker Macron office",
      does: "what he says of the office"
    ),
  ]
  private static let unit = Option(
    name: "--in", value: "UNIT", help: "sentences (the default), articles or statements.")
  private static let speaker = Option(
    name: "--speaker", value: "NAME", help: "Only sentences in which this entity says something.")
  private static let footing = Option(
    name: "--footing", value: "FOOTING",
    help: "Only statements on this footing: named, role, anonymous, document, outlet, unstated.")
  private static let outlet = Option(
    name: "--outlet", value: "NAME", help: "Only articles of this outlet.")
  private static let from = Option(
    name: "--from", value: "DAY", help: "Only articles published on this day or later.")
  private static let through = Option(
    name: "--through", value: "DAY", help: "Only articles published on this day or earlier.")

  private struct Line: Encodable {
    let citation: Citation
    let matches: [ByteRange]
    let speaker: String?
    let footing: Footing?
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    guard !arguments.operands.isEmpty else { throw UsageError("give the words to look for") }
    let limit = try arguments.number(.limit, default: 20, in: 1...10_000)
    let library = try Library(path: arguments.required(.library))
    guard let filter = try filter(arguments, library) else { return .failed }
    let asked = arguments.value(unit) ?? SearchUnit.sentences.rawValue
    guard let listed = SearchUnit(rawValue: asked) else {
      throw UsageError("--in takes sentences, articles or statements, not \(asked)")
    }
    let results = try library.search(
      arguments.operands.joined(separator: " "), filter: filter, unit: listed, limit: limit)
    for hit in results.hits {
      if arguments.has(.json) {
        try Console.writeJSON(
          Line(
            citation: hit.citation, matches: hit.matches, speaker: hit.speaker?.name,
            footing: hit.statement?.footing))
      } else {
        let day = hit.citation.published.map { $0.date.description } ?? "undated"
        let voice = hit.speaker.map { "\($0.name) in " } ?? ""
        Console.write(
          "\(hit.citation.exact)\n    \(voice)\(hit.citation.outlet), \(day): \(hit.article.title)")
      }
    }
    if results.total == 0 {
      let count = try library.overview().articleCount
      Console.error("no sentence in \(count) articles holds these words")
    } else if !results.matchedAll {
      Console.error("no sentence holds all of the words; these hold some")
    }
    return .done
  }

  /// The filter that the options ask for; nil, with a message, when nobody has the speaker's name.
  private static func filter(_ arguments: Arguments, _ library: Library) throws -> SearchFilter? {
    var filter = SearchFilter()
    filter.outlet = arguments.value(outlet)
    filter.from = try day(from, arguments)
    filter.through = try day(through, arguments)
    if let words = arguments.value(footing) {
      guard let known = Footing(rawValue: words) else {
        let all = Footing.allCases.map(\.rawValue).joined(separator: ", ")
        throw UsageError("--footing takes one of \(all), not \(words)")
      }
      filter.footing = known
    }
    if let words = arguments.value(speaker) {
      guard let profile = try Named.entity(words, in: library) else { return nil }
      filter.speaker = profile.id
    }
    return filter
  }

  private static func day(_ option: Option, _ arguments: Arguments) throws -> CivilDate? {
    guard let words = arguments.value(option) else { return nil }
    guard let day = CivilTime(iso8601: words)?.date else {
      throw UsageError("\(option.name) takes a day, as 2024-03-15")
    }
    return day
  }
}
