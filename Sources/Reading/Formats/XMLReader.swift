import NewsModel
import Primitives

/// Reads an XML file by what its outermost element says that it is.
struct XMLReader {
  let limits: ReadingLimits

  /// Reads a document; every item in it gives an article or a refusal.
  func read(
    _ bytes: [UInt8], name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    let document: XMLDocument
    do throws(ReadingFault) {
      let text = try TextDecoder.decode(bytes, declared: DeclaredCharacterSet.find(in: bytes))
      document = try XMLParser.parse(text)
    } catch {
      return try each(.refused(Refusal(name, error.reason)))
    }
    guard let root = document.root else { return }
    try read(root, bytes: bytes, name: name, each: each)
    if let damage = document.damage {
      try each(.refused(Refusal(name, .damagedXML(line: damage.line, damage.what))))
    }
  }

  private func read(
    _ root: XMLElement, bytes: [UInt8], name: String, each: (ReadOutcome) throws -> Void
  ) rethrows {
    if FeedReader.isFeed(root) {
      try FeedReader(limits: limits).read(root, name: name, each: each)
    } else if root.local == "opml" {
      try OutlineReader().read(root, name: name, each: each)
    } else if root.local == "newsml" {
      try NewsML1Reader(limits: limits).read(root, name: name, each: each)
    } else if NewsMLReader.isItem(root) {
      try NewsMLReader(limits: limits).read(root, name: name, each: each)
    } else {
      try each(other(root, bytes: bytes, name: name))
    }
  }

  private func other(_ root: XMLElement, bytes: [UInt8], name: String) -> ReadOutcome {
    do throws(ReadingFault) {
      switch root.local {
      case "nitf": return .article(try NITFReader(limits: limits).article(root, file: name))
      case "html": return .article(try PageReader(limits: limits).read(bytes, file: name))
      case "urlset", "sitemapindex": throw ReadingFault(.sitemap)
      default: throw ReadingFault(.unknownXML(root.name.spelling))
      }
    } catch {
      return .refused(Refusal(name, error.reason))
    }
  }
}
