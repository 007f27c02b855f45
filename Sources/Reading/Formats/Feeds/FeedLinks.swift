import NewsModel
import Primitives

/// The links of a feed or of an item in it.
struct FeedLinks {
  /// The page that the item is about; may be an address that is not of the web.
  private(set) var page: String?
  /// The elements that hold enclosures: sound, pictures, files.
  private(set) var enclosures: [XMLElement] = []
  /// Links to other pages: "related", "via", "replies".
  private(set) var others: [ArticleLink] = []
  /// The elements that were made use of.
  private(set) var used: [Int] = []

  init(_ parent: XMLElement, base: String?) {
    var alternates: [(rank: Int, address: String)] = []
    for element in parent.children where element.local == "link" || element.local == "a" {
      guard [.rss, .atom, .xhtml].contains(element.vocabulary) else { continue }
      let base = element.base(document: base)
      guard let reference = element.attribute("href") ?? element.text else { continue }
      let address = LinkAddress.resolve(reference, against: base) ?? reference
      let rel = element.attribute("rel")?.lowercased() ?? "alternate"
      switch rel {
      case "alternate", "":
        alternates.append((Self.rank(element), address))
        used.append(element.index)
      case "enclosure": enclosures.append(element)
      case "related", "via", "replies", "canonical":
        guard let url = LinkAddress.web(reference, against: base) else { continue }
        let title = element.attribute("title") ?? url
        others.append(ArticleLink(url: url, title: title, rel: rel))
        used.append(element.index)
      default: continue
      }
    }
    enclosures += parent.children.filter { $0.local == "enclosure" && $0.vocabulary != .other }
    used += enclosures.map(\.index)
    let best = alternates.map(\.rank).min()
    page =
      alternates.first { $0.rank == best }?.address
      ?? parent.attribute("href").map { LinkAddress.resolve($0, against: base) ?? $0 }
  }

  /// RSS's own links and pages before data: 0 is best.
  private static func rank(_ element: XMLElement) -> Int {
    switch element.attribute("type")?.lowercased() {
    case nil, "", "text/html", "application/xhtml+xml": 0
    default: 1
    }
  }
}
