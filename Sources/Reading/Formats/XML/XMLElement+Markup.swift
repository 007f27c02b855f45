import Primitives

extension XMLElement {
  /// What stands in it as HTML, for XHTML that is written straight into a feed.
  var innerMarkup: [UInt8] {
    var markup: [UInt8] = []
    var open: [XMLElement] = []
    var next = index + 1
    let end = Int(document.nodes[index].end)
    while next < end {
      while let last = open.last, Int(document.nodes[last.index].end) <= next {
        markup += last.endTag
        open.removeLast()
      }
      if document.nodes[next].name < 0 {
        markup += Self.escaped(document.text(of: next))
      } else {
        let element = XMLElement(document: document, index: next)
        markup += element.startTag
        open.append(element)
      }
      next += 1
    }
    for element in open.reversed() { markup += element.endTag }
    return markup
  }

  /// The element as HTML under the names that `name` gives; those without a name are left out whole.
  func markup(renaming name: (String) -> String?) -> [UInt8] {
    var markup: [UInt8] = []
    var open: [(end: Int, tag: String)] = []
    var next = index
    while next < Int(document.nodes[index].end) {
      while let last = open.last, last.end <= next {
        if last.tag != "br", last.tag != "hr" { markup += Array("</\(last.tag)>".utf8) }
        open.removeLast()
      }
      let node = document.nodes[next]
      next += 1
      guard node.name >= 0 else {
        markup += Self.escaped(document.text(of: next - 1))
        continue
      }
      let element = XMLElement(document: document, index: next - 1)
      guard let tag = name(element.local) else {
        next = Int(node.end)
        continue
      }
      let link = element.attribute("href").map { Self.escaped(Array($0.utf8)[...]) }
      markup += Array("<\(tag)".utf8)
      if let link { markup += Array(" href=\"".utf8) + link + Array("\"".utf8) }
      markup.append(UInt8(ascii: ">"))
      open.append((Int(node.end), tag))
    }
    for last in open.reversed() { markup += Array("</\(last.tag)>".utf8) }
    return markup
  }

  private var startTag: [UInt8] {
    var tag = Array("<\(local)".utf8)
    for (name, value) in attributes where name.prefix == nil {
      tag += Array(" \(name.local)=\"".utf8) + Self.escaped(Array(value.utf8)[...])
      tag.append(UInt8(ascii: "\""))
    }
    tag.append(UInt8(ascii: ">"))
    return tag
  }

  private var endTag: [UInt8] {
    // HTML knows no end tags for these; one for a line break would be read as a second one.
    let isVoid = ["br", "img", "hr", "input", "meta", "link", "wbr", "col", "area", "base"]
      .contains(local)
    return isVoid ? [] : Array("</\(local)>".utf8)
  }

  private static func escaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      case UInt8(ascii: "\""): result += Array("&quot;".utf8)
      default: result.append(byte)
      }
    }
    return result
  }
}
