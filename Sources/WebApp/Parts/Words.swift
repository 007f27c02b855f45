import Composition
import Engine
import NewsModel
import Primitives

/// How the pages put values into words.
enum Words {
  /// A day with its machine-readable form.
  static func time(_ time: CivilTime) -> HTML {
    "<time datetime=\"\(time.date.description)\">\(NewspaperStyle.day(time.date))</time>"
  }

  /// A span of days.
  static func span(_ first: CivilTime, _ last: CivilTime) -> String {
    NewspaperStyle.span(first.date, last.date)
  }

  /// What an entity is, as a word.
  static func kind(_ kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .organisation: "Organisation"
    case .government: "Government"
    case .place: "Place"
    case .group: "Group"
    case .work: "Publication or work"
    case .event: "Event"
    case .programme: "Programme"
    case .product: "Product"
    case .other: "Name"
    }
  }

  /// How the words of a statement are given.
  static func form(_ form: StatementForm) -> String {
    switch form {
    case .direct: "direct speech"
    case .indirect: "in the reporter\u{2019}s words"
    case .mixed: "partly quoted"
    }
  }

  /// On what footing a source speaks.
  static func footing(_ footing: Footing) -> String {
    switch footing {
    case .named: "by name"
    case .role: "by office, not by name"
    case .anonymous: "anonymous"
    case .document: "from a document"
    case .outlet: "as another outlet reported"
    case .unstated: "footing not stated"
    }
  }

  /// The minutes that reading takes at 230 words a minute, the middle of what studies of adults report.
  static func readingMinutes(_ text: UTF8Text) -> Int {
    var words = 0
    var inWord = false
    for byte in text.bytes {
      if byte.isASCIIWhitespace {
        inWord = false
      } else if !inWord {
        inWord = true
        words += 1
      }
    }
    return max(1, (words + 229) / 230)
  }

  /// A number in digits with its noun: "1 outlet", "1,204 articles".
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(NewspaperStyle.digits(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Parts of a line of small print with a dot between them.
  static func line(_ parts: [HTML?]) -> HTML {
    let dot: HTML = "<span class=\"sep\" aria-hidden=\"true\">·</span>"
    return parts.compactMap(\.self).map(isolated).joined(separator: dot)
  }

  /// Markup that turns the direction of writing keeps that to itself.
  private static func isolated(_ markup: HTML) -> HTML {
    let turns = markup.markup.unicodeScalars.contains { scalar in
      (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    return turns ? "<bdi>\(markup)</bdi>" : markup
  }
}
