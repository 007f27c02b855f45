import Primitives

/// Reads a list of feeds (OPML 1.0 and 2.0): every feed in it is refused by its address.
struct OutlineReader {
  func read(
    _ root: XMLElement, name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    var number = 0
    for outline in root.descendants where outline.local == "outline" {
      guard let address = outline.attribute("xmlurl") ?? outline.attribute("url") else { continue }
      number += 1
      let title = outline.attribute("title") ?? outline.attribute("text") ?? address
      try each(.refused(Refusal("\(name)#\(number)", .feedList(title: title, address: address))))
    }
    if number == 0 {
      try each(.refused(Refusal(name, .emptyFeed(title: root.child("head", "title")?.foldedText))))
    }
  }
}
