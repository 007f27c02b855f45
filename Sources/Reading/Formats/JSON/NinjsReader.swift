import NewsModel
import Primitives

/// Reads news items in ninjs (IPTC News in JSON), versions 1.0 to 3.0.
///
/// The versions write one name in several ways ("body_text", "contenttype", "contentType"); names are
/// compared without case and underscores. Fields that the record has no place for are kept in `extra`.
struct NinjsReader {
  let limits: ReadingLimits

  /// Whether an object is a ninjs item: it has a `uri` and one of the fields that only ninjs has.
  static func isItem(_ value: JSONValue) -> Bool {
    guard value["uri"]?.string != nil || value["altids"] != nil else { return false }
    let names = Set(value.fields.map { key($0.name) })
    return !names.isDisjoint(with: [
      "versioncreated", "pubstatus", "bodytext", "bodyxhtml", "bodies", "headline", "headlines",
      "copyrightholder", "descriptiontext", "descriptions", "renditions", "firstcreated",
    ])
  }

  /// Reads an item, then the items of text that it brings along as associations.
  func read(
    _ item: JSONValue, input: String, file: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    try each(outcome(item, input: input, file: file))
    for (name, inner) in Self.associations(item) where Self.isText(inner) {
      try each(outcome(inner, input: "\(input)#\(name)", file: file))
    }
  }

  /// What a line that is no article record gives when it is a ninjs item; nil when it is none.
  func outcome(line: [UInt8], input: String, file: String) -> ReadOutcome? {
    do throws(JSONParser.Fault) {
      let item = try JSONParser.parse(line)
      return Self.isItem(item) ? outcome(item, input: input, file: file) : nil
    } catch {
      // The record's own fault says what is wrong with the line.
      return nil
    }
  }

  private func outcome(_ item: JSONValue, input: String, file: String) -> ReadOutcome {
    do throws(ReadingFault) {
      return .article(try article(item, file: file))
    } catch {
      return .refused(Refusal(input, error.reason))
    }
  }

  private func article(_ item: JSONValue, file: String) throws(ReadingFault) -> Article {
    let item = NinjsItem(item)
    if let status = item["pubstatus"]?.string,
      ["canceled", "withheld"].contains(status.lowercased())
    {
      throw ReadingFault(.withdrawn(status))
    }
    let body = try body(item)
    let summary = try summary(item)
    guard let text = body.text ?? summary.text else {
      let type = item["type"]?.string ?? "item"
      throw ReadingFault(.noNewsText("a ninjs \(type)"))
    }
    let uri = item["uri"]?.string
    let page = LinkAddress.web(uri, against: nil)
    var article = Article(
      id: page == nil ? uri.map(FeedItemReader.id) : nil, file: file, url: page,
      outlet: item["copyrightholder"]?.string ?? item["provider"]?.string
        ?? Self.names(item["infosources"]).first,
      title: title(item), standfirst: body.text == nil ? nil : summary.line,
      byline: byline(item), section: Self.names(item["subjects"] ?? item["subject"]).first,
      published: date(item, "firstcreated", "contentcreated", "versioncreated"),
      modified: date(item, "versioncreated", "contentmodified"),
      language: item["language"]?.string, text: text,
      credits: [item["creditline"]?.string].compactMap(\.self),
      rights: item["copyrightnotice"]?.string.flatMap { $0.isEmpty ? nil : $0 }, links: body.links)
    article.extra = item.rest(without: Self.taken)
    return article
  }

  // MARK: Parts

  /// The body as a reader has it: marked-up forms before plain ones, as those keep the paragraphs.
  private func body(_ item: NinjsItem) throws(ReadingFault) -> MarkupText {
    var forms: [(type: String, text: String)] = []
    for field in item.fields where field.key.hasPrefix("body") && field.key != "bodies" {
      if let text = field.value.string { forms.append((String(field.key.dropFirst(4)), text)) }
    }
    for body in item["bodies"]?.elements ?? [] {
      let body = NinjsItem(body)
      guard let text = body["value"]?.string else { continue }
      forms.append((body["contenttype"]?.string ?? body["role"]?.string ?? "text", text))
    }
    for form in forms.sorted(by: { Self.rank($0.type) < Self.rank($1.type) }) {
      let text = try markup(form.text, type: form.type)
      if text.text != nil { return text }
    }
    return MarkupText()
  }

  private static func rank(_ type: String) -> Int {
    let type = type.lowercased()
    if type.contains("nitf") { return 1 }
    if type.contains("html") { return 0 }
    return type.contains("text") || type.contains("plain") ? 2 : 3
  }

  private func markup(_ text: String, type: String) throws(ReadingFault) -> MarkupText {
    let bytes = Array(text.utf8)
    if type.lowercased().contains("nitf") {
      guard let root = try XMLParser.parse(bytes).root else { return MarkupText() }
      return try NITFDocument(root).body(limits: limits)
    }
    if type.lowercased().contains("html") || MarkupGuess.isMarkup(bytes) {
      return try MarkupText(html: bytes, base: nil, limits: limits)
    }
    // Agencies write one paragraph a line.
    let lines = bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    return MarkupText(plain: Array(lines.joined(separator: [0x0A, 0x0A])))
  }

  private func summary(_ item: NinjsItem) throws(ReadingFault) -> MarkupText {
    let flat = item.fields.filter { $0.key.hasPrefix("description") && $0.key != "descriptions" }
    let listed = (item["descriptions"]?.elements ?? []).map { NinjsItem($0)["value"] }
    for text in (flat.map(\.value) + listed.compactMap(\.self)).compactMap(\.string) {
      let markup = try markup(text, type: "text/plain")
      if markup.text != nil { return markup }
    }
    return MarkupText()
  }

  private func title(_ item: NinjsItem) -> String? {
    let headlines = (item["headlines"]?.elements ?? []).map { NinjsItem($0) }
    let main = headlines.first { $0["role"]?.string == "main" } ?? headlines.first
    let text = item["headline"]?.string ?? main?["value"]?.string ?? item["title"]?.string
    guard let text else { return nil }
    let bytes = Array(text.utf8)
    guard MarkupGuess.isMarkupInTitle(bytes) else { return MarkupText(plain: bytes).line }
    do throws(ReadingFault) {
      return try MarkupText(html: bytes, base: nil, limits: limits).line
    } catch {
      return text
    }
  }

  private func byline(_ item: NinjsItem) -> [String] {
    if let line = (item["byline"] ?? item["by"])?.string { return FeedPerson(line).names }
    return Self.names(item["bylines"])
  }

  private func date(_ item: NinjsItem, _ names: String...) -> CivilTime? {
    names.lazy.compactMap { item[$0]?.string.flatMap(FeedDate.parse) }.first
  }

  private static func names(_ value: JSONValue?) -> [String] {
    (value?.elements ?? []).compactMap { $0["name"]?.string ?? $0["by"]?.string }
  }

  /// The items that an item brings along, with their names or numbers.
  private static func associations(_ item: JSONValue) -> [(name: String, item: JSONValue)] {
    guard let value = NinjsItem(item)["associations"] else { return [] }
    if case .array(let items) = value {
      return items.enumerated().map { ("association-\($0.offset + 1)", $0.element) }
    }
    return value.fields.map { ($0.name, $0.value) }
  }

  private static func isText(_ item: JSONValue) -> Bool {
    isItem(item) && item["type"]?.string == "text"
  }

  /// A name without case and underscores.
  static func key(_ name: String) -> String { name.lowercased().filter { $0 != "_" } }

  private static let taken: Set<String> = [
    "headline", "byline", "by", "language", "creditline", "copyrightnotice", "bodies",
  ]
}

/// The fields of an object under names without case and underscores.
struct NinjsItem {
  let fields: [(key: String, name: String, value: JSONValue)]

  init(_ value: JSONValue) {
    fields = value.fields.map { (NinjsReader.key($0.name), $0.name, $0.value) }
  }

  subscript(key: String) -> JSONValue? { fields.first { $0.key == key }?.value }

  /// The fields as they were given, but for those that the record took up.
  func rest(without taken: Set<String>) -> JSONValue? {
    let kept = fields.filter { !taken.contains($0.key) && !$0.key.hasPrefix("body") }
    let rest = kept.map { JSONValue.Field(name: $0.name, value: $0.value) }
    return rest.isEmpty ? nil : .object(rest)
  }
}
