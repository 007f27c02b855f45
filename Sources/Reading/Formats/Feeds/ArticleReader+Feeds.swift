import NewsModel
import Primitives

extension ArticleReader {
  /// Reads what was fetched from an address that should hold a feed.
  ///
  /// `charset` is what the server declares. Items without text are entries as well: their page may have it.
  public func readFeed(
    bytes: [UInt8], address: String, charset: String? = nil
  ) -> FeedDocument {
    do throws(ReadingFault) {
      guard bytes.contains(where: { !$0.isASCIIWhitespace }) else { throw ReadingFault(.empty) }
      guard bytes.count <= limits.articleBytes else {
        throw ReadingFault(.tooLarge(limit: limits.articleBytes))
      }
      switch ContentKind(sniffing: Array(bytes.prefix(4096))) {
      case .xml: return try xmlFeed(bytes, address: address, charset: charset)
      case .json, .jsonLines: return try jsonFeed(bytes, address: address, charset: charset)
      case .html: return .page(try PageFeeds.find(in: bytes, address: address, charset: charset))
      default: throw ReadingFault(.feed("it is neither XML nor a JSON Feed"))
      }
    } catch {
      return .other(error.reason.description)
    }
  }

  /// Reads a file that should hold a feed or a list of feeds.
  public func readFeed(path: String) -> FeedDocument {
    do throws(FileFault) {
      let source = try FileSource(path: path)
      var bytes: [UInt8] = []
      while bytes.count <= limits.articleBytes {
        let chunk = try source.chunk()
        if chunk.isEmpty { break }
        bytes += chunk
      }
      return readFeed(bytes: bytes, address: path)
    } catch {
      return .other(error.reason.description)
    }
  }

  private func xmlFeed(
    _ bytes: [UInt8], address: String, charset: String?
  ) throws(ReadingFault) -> FeedDocument {
    let declared = charset ?? DeclaredCharacterSet.find(in: bytes)
    let document = try XMLParser.parse(TextDecoder.decode(bytes, declared: declared))
    guard let root = document.root else { throw ReadingFault(.empty) }
    switch root.local {
    case "opml": return .list(OutlineReader.feeds(root))
    case "html": return .page(try PageFeeds.find(in: bytes, address: address, charset: charset))
    default: break
    }
    guard FeedReader.isFeed(root) else { throw ReadingFault(.unknownXML(root.name.spelling)) }
    let feed = FeedReader(limits: limits).entries(root, name: address)
    var refusals = feed.refusals
    if let damage = document.damage {
      let reason = RefusalReason.damagedXML(line: damage.line, damage.what)
      refusals.append(Refusal(address, reason))
    }
    return .feed(title: feed.title, entries: feed.entries, refusals: refusals)
  }

  private func jsonFeed(
    _ bytes: [UInt8], address: String, charset: String?
  ) throws(ReadingFault) -> FeedDocument {
    let value: JSONValue
    let text = try TextDecoder.decode(bytes, declared: charset)
    do throws(JSONParser.Fault) {
      value = try JSONParser.parse(text)
    } catch {
      throw ReadingFault(.brokenDocument(error.description))
    }
    guard JSONFeedReader.isFeed(value) else { throw ReadingFault(.unknownJSON) }
    return JSONFeedReader(limits: limits).entries(value, name: address)
  }
}

/// Finds the feeds that a page names in its head.
enum PageFeeds {
  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
    "application/json", "text/xml", "application/xml",
  ]

  /// The feeds in `<link rel="alternate">` with a feed's media type, in the page's order.
  static func find(
    in bytes: [UInt8], address: String, charset: String?
  ) throws(ReadingFault) -> [FeedReference] {
    let declared = charset ?? DeclaredCharacterSet.find(in: bytes)
    let text = try TextDecoder.decode(bytes, declared: declared)
    let tree = try HTMLDocument(text, limits: .standard).tree
    let base = LinkAddress.web(MetaTags(tree).base, against: address) ?? address
    var found: [FeedReference] = []
    var seen: Set<String> = []
    for index in tree.nodes.indices where tree.nodes[index].tag == .link {
      let relations = (tree.value(.rel, of: index) ?? "").lowercased().split(separator: " ")
      let type = (tree.value(.type, of: index) ?? "").lowercased().prefix { $0 != ";" }
      guard relations.contains("alternate"), types.contains(String(type)),
        let url = LinkAddress.web(tree.value(.href, of: index), against: base),
        seen.insert(url).inserted
      else { continue }
      found.append(FeedReference(url: url, title: tree.value(.title, of: index)))
    }
    return found
  }
}
