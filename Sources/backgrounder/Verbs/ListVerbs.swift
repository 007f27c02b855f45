import Engine
import NewsModel
import Primitives

/// A number with its noun in the right form: "1 origin", "2 origins".
private func count(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// `topics`: the subjects of the library, biggest first.
enum TopicsVerb: Verb {
  static let name = "topics"
  static let summary = "List the topics of a library, biggest first."
  static let operands = "--library FILE [--json]"
  static let options: [Option] = [.library, .json, .limit]
  static let examples = [
    (line: "backgrounder topics --library news.library", does: "name, articles, origins, trend")
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    for topic in try library.topics().prefix(limit) {
      if arguments.has(.json) {
        try Console.writeJSON(topic)
      } else {
        let trend = topic.trend
        Console.write(
          "\(topic.id)\t\(topic.name)\t\(count(topic.articles.count, "article")), "
            + "\(count(trend.origins, "origin")), \(count(trend.outlets, "outlet"))")
      }
    }
    return .done
  }
}

/// `stories`: the happenings of the library, latest first.
enum StoriesVerb: Verb {
  static let name = "stories"
  static let summary = "List the stories of a library, latest first."
  static let operands = "--library FILE [--json]"
  static let options: [Option] = [.library, .json, .limit]
  static let examples = [
    (line: "backgrounder stories --library news.library --json", does: "with their articles")
  ]

  private struct Line: Encodable {
    let story: StoryID
    let headline: String
    let articles: [ArticleID]
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    for story in try library.stories().prefix(limit) {
      if arguments.has(.json) {
        try Console.writeJSON(
          Line(story: story.id, headline: story.headline, articles: story.articles))
      } else {
        let day = story.lastDay.map { $0.date.description } ?? "undated"
        Console.write("\(day)\t\(story.articles.count)\t\(story.headline)")
      }
    }
    return .done
  }
}

/// `entities`: the people, organisations and places of the library, most mentioned first.
enum EntitiesVerb: Verb {
  static let name = "entities"
  static let summary = "List people, organisations and places, most mentioned first."
  static let operands = "--library FILE [--json]"
  static let options: [Option] = [.library, .json, .limit]
  static let examples = [
    (line: "backgrounder entities --library news.library --limit 20", does: "the twenty first")
  ]

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let limit = try arguments.number(.limit, default: .max, in: 1...Int.max)
    let library = try Library(path: arguments.required(.library))
    for profile in try library.entities(limit: limit == .max ? nil : limit) {
      if arguments.has(.json) {
        try Console.writeJSON(profile)
      } else {
        Console.write(
          "\(profile.name)\t\(profile.kind.rawValue)\t\(count(profile.articleCount, "article")), "
            + count(profile.statementCount, "statement"))
      }
    }
    return .done
  }
}

/// `copies`: which articles are made from one text.
enum CopiesVerb: Verb {
  static let name = "copies"
  static let summary = "List the texts of which several articles are copies."
  static let operands = "--library FILE [--json]"
  static let options: [Option] = [.library, .json]
  static let examples = [
    (line: "backgrounder copies --library news.library", does: "each origin with its copies"),
    (
      line: "backgrounder copies --library news.library --json",
      does: "every origin, those of one article too"
    ),
  ]

  private struct Line: Encodable {
    let origin: OriginID
    let source: String?
    let articles: [ArticleID]
  }

  static func run(_ arguments: Arguments) throws -> ExitStatus {
    try arguments.noOperands()
    let library = try Library(path: arguments.required(.library))
    for origin in try library.origins() {
      if arguments.has(.json) {
        try Console.writeJSON(
          Line(origin: origin.id, source: origin.source, articles: origin.articles))
      } else if origin.articles.count > 1 {
        Console.write("\(origin.source ?? "unnamed source"): \(origin.articles.count) articles")
        for article in try library.summaries(origin.articles) {
          Console.write("  \(article.outlet)\t\(article.title)")
        }
      }
    }
    return .done
  }
}
