import Primitives

/// What a feed says of itself, as far as its items inherit it.
struct FeedHead {
  private(set) var title: String?
  private(set) var link: String?
  private(set) var language: String?
  private(set) var rights: String?
  /// Atom lets entries inherit the authors of the feed; RSS does not.
  private(set) var authors: [FeedPerson] = []
  /// What relative references are resolved against where nothing nearer is said.
  private(set) var base: String?

  /// No head.
  init() {}

  /// Reads a channel or feed element.
  init(_ channel: XMLElement, limits: ReadingLimits) {
    let links = FeedLinks(channel, base: nil)
    link = links.page.flatMap { LinkAddress.web($0, against: nil) }
    base = link
    func line(_ keys: [FeedKey]) -> String? {
      keys.all(in: channel).lazy
        .compactMap { FeedText($0, base: nil, isTitle: true).line(limits: limits) }.first
    }
    title = line(FeedKey.title)
    rights = line(FeedKey.rights)
    language =
      FeedKey.language.all(in: channel).lazy.compactMap(\.foldedText).first
      ?? (channel.vocabulary == .atom ? nil : channel.language)
    if channel.vocabulary == .atom || channel.local == "feed" {
      authors = FeedKey.authors.all(in: channel).map { FeedPerson($0) }
    }
  }

  /// The head that an entry brought from another feed (`source`), over this one.
  func replaced(by source: XMLElement, limits: ReadingLimits) -> FeedHead {
    var head = source.children.isEmpty ? FeedHead() : FeedHead(source, limits: limits)
    if source.children.isEmpty {
      head.title = source.foldedText
      head.link = (source.attribute("url") ?? source.attribute("href"))
        .flatMap { LinkAddress.web($0, against: base) }
    }
    var result = self
    result.title = head.title ?? title
    result.rights = head.rights ?? rights
    if !head.authors.isEmpty { result.authors = head.authors }
    return result
  }
}
