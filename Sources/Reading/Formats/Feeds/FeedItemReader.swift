import NewsModel
import Primitives

/// Reads one item of a feed, whatever the dialect, as an article.
///
/// Facts go by many names in RSS, RDF, Atom, CDF and their modules; `FeedKey` ranks them. What no fact
/// of the record takes up is kept in `extra`.
struct FeedItemReader {
  private let item: XMLElement
  private let limits: ReadingLimits
  private var head: FeedHead
  private var used: Set<Int> = []

  private init(_ item: XMLElement, head: FeedHead, limits: ReadingLimits) {
    self.item = item
    self.limits = limits
    self.head = head
  }

  /// The article of an item; throws the reason when it holds no text.
  static func article(
    _ item: XMLElement, head: FeedHead, file: String, limits: ReadingLimits
  ) throws(ReadingFault) -> Article {
    let entry = try entry(item, head: head, file: file, limits: limits)
    guard !entry.article.text.isEmpty else {
      throw ReadingFault(.itemWithoutText(page: entry.article.url))
    }
    return entry.article
  }

  /// An item as it stands, with or without text.
  static func entry(
    _ item: XMLElement, head: FeedHead, file: String, limits: ReadingLimits
  ) throws(ReadingFault) -> FeedEntry {
    var reader = FeedItemReader(item, head: head, limits: limits)
    return try reader.read(file: file)
  }

  private mutating func read(file: String) throws(ReadingFault) -> FeedEntry {
    takeSource()
    let address = takeAddress()
    let title = takeLine(FeedKey.title, isTitle: true)
    let (content, language) = try takeText(FeedKey.content)
    let (summary, summaryLanguage) = try takeText(FeedKey.summary)
    let second = content.text == nil ? try takeText(FeedKey.second).0 : MarkupText()
    let text = content.text ?? summary.text ?? ""
    let dates = takeDates()
    let categories = takeCategories()
    let contributors = takePeople(FeedKey.contributors)
    let authors = takePeople(FeedKey.authors)
    let byline = authors.isEmpty ? head.authors : authors
    var article = Article(
      id: address.page == nil ? address.identifier.map(Self.id) : nil, file: file,
      url: address.page, outlet: head.title, title: title,
      standfirst: content.text == nil ? second.line : summary.line,
      byline: Self.names(byline), section: categories.first, published: dates.published,
      modified: dates.modified, language: language ?? summaryLanguage ?? takeLanguage(),
      text: text, credits: Self.names(contributors),
      rights: takeLine(FeedKey.rights, isTitle: true) ?? head.rights,
      links: links(content, summary) + address.others)
    article.extra = extra(address, categories, authors + contributors)
    return FeedEntry(
      article: article, identifier: address.identifier,
      isFullText: FeedFullness.isFull(content: content, summary: summary))
  }

  /// The id of an item that is known by a name and not by an address.
  static func id(_ identifier: String) -> ArticleID {
    ArticleID(Digest(fields: ["guid", identifier]).short())
  }

  // MARK: Taking facts

  /// The first element that goes by one of the names and yields a value; it counts as used.
  private mutating func take<Value>(
    _ keys: [FeedKey], _ value: (XMLElement) -> Value?
  ) -> Value? {
    for element in keys.all(in: item) {
      if let found = value(element) {
        used.insert(element.index)
        return found
      }
    }
    return nil
  }

  /// As `take`, but the last of several elements of one name counts: it was added last.
  private mutating func takeLast<Value>(
    _ keys: [FeedKey], _ value: (XMLElement) -> Value?
  ) -> Value? {
    for key in keys {
      for element in [key].all(in: item).reversed() {
        guard let found = value(element) else { continue }
        used.insert(element.index)
        return found
      }
    }
    return nil
  }

  private mutating func takeLine(_ keys: [FeedKey], isTitle: Bool) -> String? {
    let (base, limits) = (head.base, limits)
    return take(keys) { FeedText($0, base: base, isTitle: isTitle).line(limits: limits) }
  }

  /// The first text that is not empty, with the language of its element.
  private mutating func takeText(
    _ keys: [FeedKey]
  ) throws(ReadingFault) -> (MarkupText, language: String?) {
    for element in keys.all(in: item) where !used.contains(element.index) {
      let text = try FeedText(element, base: head.base).markup(limits: limits)
      guard !text.paragraphs.isEmpty else { continue }
      used.insert(element.index)
      return (text, element.language)
    }
    return (MarkupText(), nil)
  }

  private mutating func takeLanguage() -> String? {
    take(FeedKey.language) { $0.foldedText } ?? item.language ?? head.language
  }

  private mutating func takeSource() {
    guard let source = item.children.first(where: FeedKey("source").matches) else { return }
    head = head.replaced(by: source, limits: limits)
  }

  private mutating func takePeople(_ keys: [FeedKey]) -> [FeedPerson] {
    var people: [FeedPerson] = []
    var seen: Set<FeedPerson> = []
    for element in keys.all(in: item) {
      let person = FeedPerson(element)
      if person.names.isEmpty { continue }
      used.insert(element.index)
      if seen.insert(person).inserted { people.append(person) }
    }
    return people
  }

  private static func names(_ people: [FeedPerson]) -> [String] {
    var seen: Set<String> = []
    return people.flatMap(\.names).filter { seen.insert($0).inserted }
  }

  /// When it was published and changed; an item with one date was published then.
  private mutating func takeDates() -> (published: CivilTime?, modified: CivilTime?) {
    let published = take(FeedKey.published) { $0.text.flatMap(FeedDate.parse) }
    let modified =
      takeLast(FeedKey.modified) { $0.text.flatMap(FeedDate.parse) }
      ?? item.attribute("lastmod").flatMap(FeedDate.parse)
    return (published ?? modified, modified)
  }

  private mutating func takeCategories() -> [String] {
    var categories: [String] = []
    var seen: Set<String> = []
    for element in FeedKey.categories.all(in: item) {
      let attribute = ["label", "term", "text"].lazy.compactMap { element.attribute($0) }.first
      let isList = element.local == "keywords" || element.local == "tags"
      let value = attribute ?? element.foldedText ?? ""
      for name in isList ? value.split(separator: ",").map(String.init) : [value] {
        let name = String(name.drop { $0 == " " })
        if !name.isEmpty, seen.insert(name).inserted { categories.append(name) }
      }
      if attribute == nil { used.insert(element.index) }
    }
    return categories
  }

  // MARK: Addresses

  private struct Address {
    var page: String?
    var identifier: String?
    var enclosures: [XMLElement] = []
    var others: [ArticleLink] = []
  }

  /// The page of the item: its link, an id that is a permalink, or what RDF says that it is about.
  private mutating func takeAddress() -> Address {
    let links = FeedLinks(item, base: head.base)
    used.formUnion(links.used)
    var address = Address(enclosures: links.enclosures, others: links.others)
    let about = item.attribute("about", of: .rdf)
    let given = FeedKey.identifier.all(in: item).first
    address.identifier = given?.text ?? about
    if let given { used.insert(given.index) }
    let isPermalink =
      given?.local == "guid" && given?.attribute("ispermalink")?.lowercased() != "false"
    let original = take(FeedKey.originalLink) { $0.text }
    let candidates = [original, links.page, isPermalink ? address.identifier : nil, about]
    address.page =
      candidates.lazy.compactMap { [base = head.base] in
        LinkAddress.web($0, against: base)
      }.first
    return address
  }

  private func links(_ content: MarkupText, _ summary: MarkupText) -> [ArticleLink] {
    let known = Set(content.links)
    return content.links + summary.links.filter { !known.contains($0) }
  }

  // MARK: The rest

  private mutating func extra(
    _ address: Address, _ categories: [String], _ people: [FeedPerson]
  ) -> JSONValue? {
    var extra = ExtraFields(item.children.filter { !used.contains($0.index) })
    extra.add("id", address.identifier)
    extra.add("categories", .array(categories.map { .string($0) }))
    extra.add("enclosures", .array(address.enclosures.map { $0.json() }))
    let known = people.filter { $0.email != nil || $0.url != nil }
    extra.add(
      "people",
      .array(
        known.map { person in
          var fields = ExtraFields([])
          fields.add("name", person.name)
          fields.add("email", person.email)
          fields.add("url", person.url)
          return fields.object ?? .null
        }))
    return extra.object
  }
}
