import NewsModel
import Primitives

/// What the columns of a table mean, by the words in its first row.
struct TableColumns {
  private enum Meaning: Hashable {
    case id, url, outlet, title, standfirst, byline, section, published, modified, language, text
    case credits, rights
  }

  private let names: [String]
  private let meanings: [Meaning?]

  init(_ head: [String]) {
    names = head.map { String($0.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
    var seen: Set<Meaning> = []
    meanings = names.map { name in
      let key = name.lowercased().filter { $0.isLetter }
      // The first column of a meaning has it; a second one is kept as it is.
      guard let meaning = Self.words[key], seen.insert(meaning).inserted else { return nil }
      return meaning
    }
  }

  var hasText: Bool { meanings.contains(.text) || meanings.contains(.standfirst) }

  /// The names for people.
  var list: String {
    let shown = names.prefix(12).map { "\"\($0.prefix(30))\"" }.joined(separator: ", ")
    return names.count > 12 ? shown + " and \(names.count - 12) more" : shown
  }

  /// The article of a row; throws what is wrong with it.
  func article(
    _ fields: [String], file: String, limits: ReadingLimits
  ) throws(ReadingFault) -> Article {
    guard fields.count <= names.count else {
      throw ReadingFault(.tableRow("has \(fields.count) fields where the head has \(names.count)"))
    }
    let base = value(.url, fields)
    let body = try markup(value(.text, fields), base: base, limits: limits)
    let summary = try markup(value(.standfirst, fields), base: base, limits: limits)
    guard let text = body.text ?? summary.text else {
      throw ReadingFault(.tableRow("holds no text"))
    }
    var article = Article(
      id: value(.id, fields).map { ArticleID($0) }, file: file,
      url: base.flatMap { LinkAddress.web($0, against: nil) }, outlet: value(.outlet, fields),
      title: value(.title, fields), standfirst: body.text == nil ? nil : summary.line,
      byline: value(.byline, fields).map { FeedPerson($0).names } ?? [],
      section: value(.section, fields),
      published: value(.published, fields).flatMap(FeedDate.parse),
      modified: value(.modified, fields).flatMap(FeedDate.parse),
      language: value(.language, fields), text: text,
      credits: value(.credits, fields).map { [$0] } ?? [], rights: value(.rights, fields),
      links: body.links)
    article.extra = extra(fields)
    return article
  }

  private func value(_ meaning: Meaning, _ fields: [String]) -> String? {
    guard let index = meanings.firstIndex(of: meaning), index < fields.count else { return nil }
    let text = fields[index].drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }
    return text.isEmpty ? nil : String(text.reversed())
  }

  private func markup(
    _ text: String?, base: String?, limits: ReadingLimits
  ) throws(ReadingFault) -> MarkupText {
    guard let text else { return MarkupText() }
    let bytes = Array(text.utf8)
    if MarkupGuess.isMarkup(bytes) {
      return try MarkupText(html: bytes, base: base, limits: limits)
    }
    // Cells hold paragraphs, not wrapped lines: every line feed ends one.
    let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    return MarkupText(plain: Array(lines.joined(separator: [0x0A, 0x0A])))
  }

  /// Columns without a meaning, and dates that could not be read.
  private func extra(_ fields: [String]) -> JSONValue? {
    var extra = ExtraFields([])
    for (index, field) in fields.enumerated() where !field.isEmpty {
      switch meanings[index] {
      case nil: extra.add(names[index].isEmpty ? "column \(index + 1)" : names[index], field)
      case .published, .modified:
        if FeedDate.parse(field) == nil { extra.add(names[index], field) }
      default: continue
      }
    }
    return extra.object
  }

  private static let words: [String: Meaning] = [
    "id": .id, "articleid": .id, "guid": .id, "uid": .id,
    "url": .url, "link": .url, "address": .url, "href": .url, "permalink": .url,
    "outlet": .outlet, "source": .outlet, "publisher": .outlet, "publication": .outlet,
    "newspaper": .outlet, "site": .outlet, "medium": .outlet, "sourcename": .outlet,
    "title": .title, "headline": .title, "heading": .title,
    "standfirst": .standfirst, "summary": .standfirst, "description": .standfirst,
    "abstract": .standfirst, "teaser": .standfirst, "lead": .standfirst, "subtitle": .standfirst,
    "byline": .byline, "author": .byline, "authors": .byline, "writer": .byline,
    "section": .section, "category": .section, "rubric": .section, "desk": .section,
    "date": .published, "published": .published, "publishedat": .published, "pubdate": .published,
    "datepublished": .published, "publisheddate": .published, "publicationdate": .published,
    "publishdate": .published, "time": .published, "datetime": .published, "timestamp": .published,
    "modified": .modified, "updated": .modified, "updatedat": .modified, "datemodified": .modified,
    "language": .language, "lang": .language,
    "text": .text, "body": .text, "content": .text, "article": .text, "fulltext": .text,
    "articletext": .text, "articlebody": .text, "bodytext": .text, "story": .text,
    "maintext": .text,
    "credits": .credits, "credit": .credits, "rights": .rights, "copyright": .rights,
  ]
}
