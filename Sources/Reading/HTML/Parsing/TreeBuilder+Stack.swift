/// What the standard asks of the stack of open elements.
extension TreeBuilder {
  /// How far an element is looked for.
  enum Scope { case usual, listItem, button, table, select }

  /// Whether an element is open, with nothing around it that bounds the scope.
  func isOpen(_ wanted: HTMLTag, in scope: Scope = .usual) -> Bool {
    isOpen(in: scope) { $0 == wanted }
  }

  /// Whether an element that is wanted is open in a scope.
  func isOpen(in scope: Scope, _ isWanted: (HTMLTag) -> Bool) -> Bool {
    for index in open.indices.reversed() {
      let node = nodes[Int(open[index])]
      if node.space == .html, isWanted(node.tag) { return true }
      if Self.bounds(node, scope) { return false }
    }
    return false
  }

  /// Whether a node itself is open in the usual scope.
  func isOpen(node wanted: Int32) -> Bool {
    for node in open.reversed() {
      if node == wanted { return true }
      if Self.bounds(nodes[Int(node)], .usual) { return false }
    }
    return false
  }

  /// Whether an element is open anywhere.
  func holds(_ wanted: HTMLTag) -> Bool { open.contains { tag($0) == wanted } }

  private static func bounds(_ node: Node, _ scope: Scope) -> Bool {
    switch (node.space, scope) {
    case (.html, .table): node.tag == .html || node.tag == .table || node.tag == .template
    case (.html, .select): node.tag != .optgroup && node.tag != .option
    case (_, .select): true
    case (_, .table): false
    case (.html, _):
      switch node.tag {
      case .applet, .caption, .html, .table, .td, .th, .marquee, .object, .template: true
      case .ol, .ul: scope == .listItem
      case .button: scope == .button
      default: false
      }
    case (.math, _): isTextPoint(node) || node.tag == .annotationXML
    case (.svg, _): isHTMLPoint(node)
    }
  }

  /// Closes elements up to and with the innermost of a tag.
  mutating func pop(through wanted: HTMLTag) { pop { $0 == wanted } }

  /// Closes elements up to and with the innermost that is wanted.
  mutating func pop(through isWanted: (HTMLTag) -> Bool) {
    while let last = open.popLast() {
      if isWanted(tag(last)) { return }
    }
  }

  /// Closes elements until a node is closed.
  mutating func pop(throughNode node: Int32) {
    while let last = open.popLast(), last != node {}
  }

  /// Closes elements whose end tags may be left out, except one kind.
  mutating func closeImplied(except kept: HTMLTag? = nil) {
    while let last = open.last {
      let tag = tag(last)
      guard tag.hasOptionalEnd, tag != kept else { return }
      open.removeLast()
    }
  }

  /// The same for the end of a template, which closes the parts of tables too.
  mutating func closeImpliedThoroughly() {
    while let last = open.last {
      let tag = tag(last)
      switch tag {
      case .caption, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: break
      default: guard tag.hasOptionalEnd else { return }
      }
      open.removeLast()
    }
  }

  /// Closes an open paragraph.
  mutating func closeParagraph() {
    guard isOpen(.p, in: .button) else { return }
    closeImplied(except: .p)
    pop(through: .p)
  }

  /// Closes elements until one is left that tables are built in.
  mutating func clearStack(to isKept: (HTMLTag) -> Bool) {
    while let last = open.last {
      let tag = tag(last)
      if isKept(tag) || tag == .template || tag == .html { return }
      open.removeLast()
    }
  }

  /// Chooses the mode that fits the open elements.
  mutating func resetMode() {
    for index in open.indices.reversed() {
      switch tag(open[index]) {
      case .select: mode = selectMode(at: index)
      case .td, .th: if index > 0 { mode = .inCell } else { continue }
      case .tr: mode = .inRow
      case .tbody, .thead, .tfoot: mode = .inTableBody
      case .caption: mode = .inCaption
      case .colgroup: mode = .inColumnGroup
      case .table: mode = .inTable
      case .template: mode = templateModes.last ?? .inBody
      case .head: if index > 0 { mode = .inHead } else { continue }
      case .body: mode = .inBody
      case .frameset: mode = .inFrameset
      case .html: mode = head < 0 ? .beforeHead : .afterHead
      default:
        if index > 0 { continue }
        mode = .inBody
      }
      return
    }
  }

  private func selectMode(at index: Int) -> Mode {
    for outer in open[..<index].reversed() {
      if tag(outer) == .template { return .inSelect }
      if tag(outer) == .table { return .inSelectInTable }
    }
    return .inSelect
  }
}

extension HTMLTag {
  /// Elements whose end tags may be left out.
  var hasOptionalEnd: Bool {
    switch self {
    case .dd, .dt, .li, .optgroup, .option, .p, .rb, .rp, .rt, .rtc: true
    default: false
    }
  }

  /// The "special" elements of the standard: end tags of others do not reach past them.
  var isSpecial: Bool {
    switch self {
    case .address, .applet, .area, .article, .aside, .base, .basefont, .bgsound, .blockquote, .body,
      .br, .button, .caption, .center, .col, .colgroup, .dd, .details, .dir, .div, .dl, .dt,
      .embed, .fieldset, .figcaption, .figure, .footer, .form, .frame, .frameset, .h1, .h2, .h3,
      .h4, .h5, .h6, .head, .header, .hgroup, .hr, .html, .iframe, .img, .input, .keygen, .li,
      .link, .listing, .main, .marquee, .menu, .meta, .nav, .noembed, .noframes, .noscript,
      .object, .ol, .p, .param, .plaintext, .pre, .script, .search, .section, .select, .source,
      .style, .summary, .table, .tbody, .td, .template, .textarea, .tfoot, .th, .thead, .title,
      .tr, .track, .ul, .wbr, .xmp:
      true
    default: false
    }
  }
}

extension TreeBuilder {
  /// Whether a node counts as special; some of MathML and SVG do.
  func isSpecial(_ node: Node) -> Bool {
    node.space == .html
      ? node.tag.isSpecial
      : Self.isTextPoint(node) || Self.isHTMLPoint(node) || node.tag == .annotationXML
  }
}
