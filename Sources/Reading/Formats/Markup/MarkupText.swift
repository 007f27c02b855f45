import NewsModel
import Primitives

/// A piece of HTML as readers see it: paragraphs of text, and the links in them.
struct MarkupText {
  private(set) var paragraphs: [String] = []
  private(set) var links: [ArticleLink] = []

  /// No text.
  init() {}

  /// Reads HTML; links are resolved against `base`, those that lead nowhere are left out.
  init(html: [UInt8], base: String?, limits: ReadingLimits) throws(ReadingFault) {
    let tree = try HTMLDocument(InertTags.removed(from: html), limits: limits).tree
    paragraphs = BlockSegmenter.blocks(of: tree).map(\.string)
    var seen: Set<ArticleLink> = []
    for index in tree.nodes.indices where tree.nodes[index].tag == .a {
      guard let url = LinkAddress.web(tree.value(.href, of: index), against: base) else { continue }
      let title = tree.foldedText(of: index)
      let rel = tree.value(.rel, of: index)
      let link = ArticleLink(url: url, title: title.isEmpty ? url : title, rel: rel)
      if seen.insert(link).inserted { links.append(link) }
    }
  }

  /// Reads plain text: blank lines end paragraphs, single line feeds do not.
  init(plain: [UInt8]) {
    var folded = FoldedText()
    for line in plain.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isASCIIWhitespace) {
        if !folded.isEmpty { paragraphs.append(folded.string) }
        folded = FoldedText()
      } else {
        folded.append(line)
        folded.appendSpace()
      }
    }
    if !folded.isEmpty { paragraphs.append(folded.string) }
  }

  /// The paragraphs, separated by line feeds; nil when there are none.
  var text: String? { paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n") }

  /// The text on one line; nil when there is none.
  var line: String? { paragraphs.isEmpty ? nil : paragraphs.joined(separator: " ") }
}

/// Takes tags out of HTML that hide what stands between them: frames, plug-ins, forms.
///
/// A page's `<iframe>` holds nothing; in feeds it is often left open, and would swallow the rest of the
/// text. What stands between such tags is kept as text.
enum InertTags {
  private static let names: Set<String> = [
    "iframe", "frame", "frameset", "noframes", "noembed", "noscript", "object", "applet", "embed",
    "param", "xmp", "plaintext", "textarea", "select", "option", "button", "input", "form", "meta",
    "link", "base", "html", "body", "svg", "math", "template", "canvas", "audio", "video", "map",
    "datalist",
  ]

  /// The markup without such tags.
  /// - Complexity: O(bytes).
  static func removed(from html: [UInt8]) -> [UInt8] {
    guard html.contains(UInt8(ascii: "<")) else { return html }
    var result: [UInt8] = []
    result.reserveCapacity(html.count)
    var position = 0
    let lastComment = lastCommentEnd(html)
    while position < html.count {
      if html[position] == UInt8(ascii: "<"), position > lastComment,
        html[position...].starts(with: "<!--".utf8)
      {
        // A comment that nothing ends would swallow the rest.
        position = tagEnd(html, from: position)
      } else if html[position] == UInt8(ascii: "<"), let end = inertTag(html, at: position) {
        position = end
      } else {
        result.append(html[position])
        position += 1
      }
    }
    return result
  }

  /// Where the last `-->` stands; -1 when there is none.
  private static func lastCommentEnd(_ html: [UInt8]) -> Int {
    var index = html.count - 3
    while index >= 0 {
      if html[index] == 0x2D, html[index + 1] == 0x2D, html[index + 2] == 0x3E { return index }
      index -= 1
    }
    return -1
  }

  /// The place after a tag to take out; nil when another tag or text stands here.
  private static func inertTag(_ html: [UInt8], at start: Int) -> Int? {
    var index = start + 1
    if index < html.count, html[index] == UInt8(ascii: "/") { index += 1 }
    let nameStart = index
    while index < html.count, html[index].isASCIILetter, index - nameStart < 12 { index += 1 }
    guard index < html.count, index > nameStart,
      html[index].isASCIIWhitespace || "/>".utf8.contains(html[index]),
      names.contains(String(decoding: html[nameStart..<index], as: UTF8.self).lowercased())
    else { return nil }
    return tagEnd(html, from: index)
  }

  /// The place after the `>` that ends a tag; marks between quotation marks do not.
  private static func tagEnd(_ html: [UInt8], from start: Int) -> Int {
    var quote: UInt8 = 0
    for index in start..<html.count {
      let byte = html[index]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if index > 0, html[index - 1] == UInt8(ascii: "=") { quote = byte }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return html.count
  }
}
