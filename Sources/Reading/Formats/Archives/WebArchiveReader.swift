import NewsModel
import Primitives

/// Reads a web archive (WARC, ISO 28500) as a stream: every page that a server sent is read as a page.
///
/// Refusals are named `path#number`, records counted from 1. Records on the crawl itself are passed over;
/// pictures, styles and scripts are counted and refused together at the end.
struct WebArchiveReader {
  private let reader: ArticleReader
  private let name: ContentName
  private var buffer: [UInt8] = []
  private var record: Record?
  private var number = 0
  private var pages = 0
  private var others: [String: Int] = [:]
  private var isBroken = false

  /// A record's head may be so long.
  private static let headLimit = 64 << 10

  private struct Record {
    let fields: WebHeader
    var left: Int
    var body: [UInt8] = []
    var isTooLong = false
  }

  init(reader: ArticleReader, name: ContentName) {
    self.reader = reader
    self.name = name
  }

  /// Takes the next bytes of the archive.
  mutating func take(_ bytes: [UInt8], each: (ReadOutcome) throws -> Void) rethrows {
    guard !isBroken else { return }
    var rest = bytes[...]
    while !rest.isEmpty, !isBroken {
      if record != nil { try takeBody(&rest, each: each) } else { try takeHead(&rest, each: each) }
    }
  }

  /// Ends the archive: a record that breaks off, and what was passed over, are refused.
  mutating func finish(each: (ReadOutcome) throws -> Void) rethrows {
    let isCut = record != nil || buffer.contains { !$0.isASCIIWhitespace }
    if isCut, !isBroken { try refuse(.itemBreaksOff, each) }
    if !others.isEmpty {
      let kinds = others.sorted { $0.key < $1.key }.map { "\($0.value) of \($0.key)" }
      let shown = kinds.prefix(8).joined(separator: ", ") + (kinds.count > 8 ? " and others" : "")
      try each(.refused(Refusal(name.path, .webRecord("no page (\(shown))"))))
    } else if pages == 0, !isCut, !isBroken {
      try each(.refused(Refusal(name.path, .emptyArchive)))
    }
  }

  private mutating func takeHead(
    _ rest: inout ArraySlice<UInt8>, each: (ReadOutcome) throws -> Void
  ) rethrows {
    while let byte = rest.popFirst() {
      if buffer.isEmpty, byte.isASCIIWhitespace { continue }
      buffer.append(byte)
      guard byte == 0x0A, WebHeader.isWhole(buffer) else {
        if buffer.count > Self.headLimit { return try breakOff("a record has no head", each) }
        continue
      }
      number += 1
      let fields = WebHeader(buffer[...])
      buffer = []
      guard fields.start.hasPrefix("WARC/"), let length = fields.length else {
        return try breakOff("record \(number) has no length", each)
      }
      record = Record(fields: fields, left: length)
      if length == 0 { try endRecord(each) }
      return
    }
  }

  private mutating func takeBody(
    _ rest: inout ArraySlice<UInt8>, each: (ReadOutcome) throws -> Void
  ) rethrows {
    guard var current = record else { return }
    record = nil
    let piece = rest.prefix(current.left)
    rest = rest.dropFirst(piece.count)
    current.left -= piece.count
    if current.body.count + piece.count > reader.limits.articleBytes {
      current.isTooLong = true
      current.body = []
    } else if !current.isTooLong {
      current.body += piece
    }
    record = current
    if current.left == 0 { try endRecord(each) }
  }

  private mutating func breakOff(
    _ why: String, _ each: (ReadOutcome) throws -> Void
  ) rethrows {
    isBroken = true
    try each(.refused(Refusal(name.path, .brokenArchive(why))))
  }

  private func refuse(_ reason: RefusalReason, _ each: (ReadOutcome) throws -> Void) rethrows {
    try each(.refused(Refusal("\(name.path)#\(max(1, number))", reason)))
  }

  private mutating func endRecord(_ each: (ReadOutcome) throws -> Void) rethrows {
    guard let ended = record else { return }
    record = nil
    switch ended.fields["warc-type"] ?? "" {
    case "response", "resource", "conversion": try read(ended, each)
    case "revisit":
      pages += 1
      try refuse(.webRecord("a repeat of a page that was stored before"), each)
    case "continuation":
      try refuse(.webRecord("the continuation of another record"), each)
    default: return
    }
  }

  private mutating func read(
    _ record: Record, _ each: (ReadOutcome) throws -> Void
  ) rethrows {
    if record.isTooLong {
      return try refuse(.tooLarge(limit: reader.limits.articleBytes), each)
    }
    let isAnswer = record.fields["warc-type"] == "response"
    let content = isAnswer ? WebAnswer(record.body) : WebAnswer(record.fields, record.body)
    guard content.status == 200 else {
      pages += 1
      return try refuse(.webRecord("an answer with status \(content.status)"), each)
    }
    guard let suffix = Self.suffix(of: content.type) else {
      others[content.type.isEmpty ? "an unnamed type" : content.type, default: 0] += 1
      return
    }
    pages += 1
    let address = record.fields["warc-target-uri"]
      .map { String($0.drop { $0 == "<" }.reversed().drop { $0 == ">" }.reversed()) }
    let place = ContentName(
      path: "\(name.path)#\(number)", suffix: content.isCompressed ? "gz" : suffix,
      depth: name.depth, budget: name.budget)
    var body: [UInt8]? = content.body
    try reader.readStream(
      place,
      next: {
        defer { body = nil }
        return body.map { $0.isEmpty ? .end : .bytes($0) } ?? .end
      },
      each: { outcome in
        guard case .article(let article) = outcome else { return try each(outcome) }
        try each(.article(Self.placed(article, file: name.path, address: address)))
      })
  }

  /// The article as it was fetched: from this file, and from this address unless it names its own.
  private static func placed(_ article: Article, file: String, address: String?) -> Article {
    let url = article.url ?? LinkAddress.web(address, against: nil)
    return Article(
      file: file, url: url, outlet: article.outlet ?? url.flatMap(PageAddress.host),
      title: article.title, standfirst: article.standfirst, byline: article.byline,
      section: article.section, published: article.published, modified: article.modified,
      language: article.language, text: article.text, credits: article.credits,
      rights: article.rights, links: article.links, extra: article.extra)
  }

  /// The suffix that files of a media type have; nil for types that hold no article.
  private static func suffix(of type: String) -> String? {
    switch type {
    case "text/html", "application/xhtml+xml": "html"
    case "text/plain": "txt"
    case "application/rss+xml", "application/atom+xml", "text/xml", "application/xml": "xml"
    case "application/json", "application/feed+json": "json"
    default: nil
    }
  }
}
