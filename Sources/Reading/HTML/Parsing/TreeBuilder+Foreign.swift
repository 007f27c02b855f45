/// MathML and SVG in a page.
extension TreeBuilder {
  /// Whether a start tag is read by the rules for foreign content.
  func isForeign(_ start: StartTag) -> Bool {
    guard let last = open.last else { return false }
    let node = nodes[Int(last)]
    if node.space == .html { return false }
    if Self.isTextPoint(node), start.tag != .mglyph, start.tag != .malignmark { return false }
    if node.tag == .annotationXML, start.tag == .svg { return false }
    return !Self.isHTMLPoint(node)
  }

  /// Whether text is read by the rules for foreign content.
  var isForeignText: Bool {
    guard let last = open.last else { return false }
    let node = nodes[Int(last)]
    return node.space != .html && !Self.isTextPoint(node) && !Self.isHTMLPoint(node)
  }

  /// Whether a CDATA section may stand here.
  var allowsCData: Bool { open.last.map { nodes[Int($0)].space != .html } ?? false }

  /// Elements of MathML that hold text of HTML.
  static func isTextPoint(_ node: Node) -> Bool {
    guard node.space == .math else { return false }
    switch node.tag {
    case .mi, .mo, .mn, .ms, .mtext: return true
    default: return false
    }
  }

  /// Elements of SVG, and annotations, that hold HTML.
  static func isHTMLPoint(_ node: Node) -> Bool {
    switch node.space {
    case .svg: node.tag == .foreignobject || node.tag == .desc || node.tag == .title
    case .math: node.tag == .annotationXML && node.holdsHTML
    case .html: false
    }
  }

  /// Takes a start tag in foreign content; false when it is one of HTML that ends the foreign content.
  mutating func takesForeign(_ start: StartTag) -> Bool {
    if start.tag.breaksOutOfForeign || (start.tag == .font && start.hasFontAttribute) {
      leaveForeign()
      return false
    }
    let space = open.last.map { nodes[Int($0)].space } ?? .svg
    if start.isSelfClosing { put(make(start, space)) } else { insert(start, space) }
    return true
  }

  private mutating func leaveForeign() {
    while let last = open.last {
      let node = nodes[Int(last)]
      if node.space == .html || Self.isTextPoint(node) || Self.isHTMLPoint(node) { return }
      open.removeLast()
    }
  }

  /// Takes an end tag in foreign content; false when the rules of HTML are to take it.
  mutating func endForeign(name: Int32) -> Bool {
    if name == Int32(HTMLTag.br.rawValue) || name == Int32(HTMLTag.p.rawValue) {
      leaveForeign()
      return false
    }
    for index in open.indices.reversed() {
      let node = nodes[Int(open[index])]
      if node.space == .html { return false }
      if node.name == name {
        open.removeSubrange(index...)
        return true
      }
    }
    return false
  }
}

extension HTMLTag {
  /// Elements of HTML that cannot stand in SVG or MathML.
  var breaksOutOfForeign: Bool {
    switch self {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1,
      .h2, .h3, .h4, .h5, .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p,
      .pre, .ruby, .s, .small, .span, .strong, .strike, .sub, .sup, .table, .tt, .u, .ul, .var:
      true
    default: false
    }
  }
}
