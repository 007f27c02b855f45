import NewsModel
import Primitives

/// Reads an HTML page as an article.
struct PageReader {
  let limits: ReadingLimits

  func read(_ bytes: [UInt8], file: String) throws(ReadingFault) -> Article {
    let declared = DeclaredCharacterSet.find(in: bytes)
    let text = try TextDecoder.decode(bytes, declared: declared)
    let page = try PageScanner.scan(text, limits: limits)
    let tree = HTMLTree(parsing: page.markup)
    guard !tree.nodes.isEmpty else { throw ReadingFault(.notAnArticlePage) }
    let head = PageHead(tree)
    let blocks = BlockSegmenter.blocks(of: tree)
    let zones = PageZones(tree, mass: TextMass(blocks, weight: TextMass.prose))
    let mass = TextMass(blocks) {
      zones.roles[$0.position] == nil ? TextMass.prose($0) : 0
    }
    let root = ArticleBody(tree, mass: mass, zones: zones).root()
    let range = mass.rank(root)..<mass.rank(Int(tree.nodes[root].end))
    let filter = BodyFilter(tree, zones: zones, title: head.title)
    let kept = filter.text(of: Array(blocks[range]))
    let body = kept.map(\.string).joined(separator: "\n")
    guard kept.contains(where: { $0.characters >= 40 }) else {
      throw ReadingFault(.notAnArticlePage)
    }
    return Article(file: file, url: head.canonical, title: head.title, text: body)
  }
}
