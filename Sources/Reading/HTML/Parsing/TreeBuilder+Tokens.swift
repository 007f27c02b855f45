/// The three kinds of tokens and where each insertion mode takes them.
extension TreeBuilder {
  /// Takes a start tag; `model` then tells how the text after it is read.
  mutating func start(_ start: StartTag) {
    model = .data
    if isForeign(start) {
      if takesForeign(start) { return }
    }
    while !take(start), fault == nil {}
  }

  /// Takes an end tag.
  mutating func end(_ tag: HTMLTag, name: Int32) {
    if let last = open.last, nodes[Int(last)].space != .html, endForeign(name: name) { return }
    while !takeEnd(tag, name: name), fault == nil {}
  }

  /// Takes the whole text of an element that holds nothing else, and ends the element.
  mutating func rawText(_ range: Range<Int32>) {
    insertText(range)
    if !open.isEmpty { open.removeLast() }
  }

  /// Takes the end of the page: what every page has is there then.
  mutating func finish() {
    while holds(.template), fault == nil { endTemplate() }
    switch mode {
    case .initial, .beforeHTML, .beforeHead, .inHead, .inHeadNoscript, .afterHead:
      while mode != .inBody, fault == nil, !take(Self.anything) {}
    default: return
    }
  }

  /// A tag that brings a page to its body from wherever it stands before it.
  static let anything = StartTag(implied: .other)

  /// Takes a start tag in the current mode; false when it is to be taken again in another.
  mutating func take(_ start: StartTag) -> Bool {
    switch mode {
    case .initial: startInitial()
    case .beforeHTML: startBeforeHTML(start)
    case .beforeHead: startBeforeHead(start)
    case .inHead: startInHead(start)
    case .inHeadNoscript: startInHeadNoscript(start)
    case .afterHead: startAfterHead(start)
    case .inBody: startInBody(start)
    case .inTable: startInTable(start)
    case .inCaption: startInCaption(start)
    case .inColumnGroup: startInColumnGroup(start)
    case .inTableBody: startInTableBody(start)
    case .inRow: startInRow(start)
    case .inCell: startInCell(start)
    case .inSelect: startInSelect(start)
    case .inSelectInTable: startInSelectInTable(start)
    case .inTemplate: startInTemplate(start)
    case .afterBody, .afterAfterBody: startAfterBody(start)
    case .inFrameset, .afterFrameset, .afterAfterFrameset: startInFrameset(start)
    }
  }

  /// Takes an end tag in the current mode; false when it is to be taken again in another.
  mutating func takeEnd(_ tag: HTMLTag, name: Int32) -> Bool {
    switch mode {
    case .initial: startInitial()
    case .beforeHTML, .beforeHead, .afterHead: endAroundHead(tag)
    case .inHead: endInHead(tag)
    case .inHeadNoscript: endInHeadNoscript(tag)
    case .inBody: endInBody(tag, name: name)
    case .inTable: endInTable(tag, name: name)
    case .inCaption: endInCaption(tag, name: name)
    case .inColumnGroup: endInColumnGroup(tag)
    case .inTableBody: endInTableBody(tag, name: name)
    case .inRow: endInRow(tag, name: name)
    case .inCell: endInCell(tag, name: name)
    case .inSelect: endInSelect(tag)
    case .inSelectInTable: endInSelectInTable(tag)
    case .inTemplate: endInTemplate(tag)
    case .afterBody, .afterAfterBody: endAfterBody(tag)
    case .inFrameset, .afterFrameset, .afterAfterFrameset: endInFrameset(tag)
    }
  }

  /// Takes text; runs of white space in it are one space each.
  mutating func text(_ range: Range<Int32>) {
    if isForeignText {
      insertText(range)
      if !isSpace(range) { allowsFrameset = false }
      return
    }
    var rest = range
    while !rest.isEmpty, fault == nil, !takeText(&rest) {}
  }

  /// Takes text in the current mode; false when what is left is to be taken again in another.
  private mutating func takeText(_ rest: inout Range<Int32>) -> Bool {
    switch mode {
    case .initial, .beforeHTML, .beforeHead:
      rest = withoutSpace(rest)
      return rest.isEmpty || take(Self.anything)
    case .inHead, .inHeadNoscript, .afterHead:
      insertText(rest.lowerBound..<withoutSpace(rest).lowerBound)
      rest = withoutSpace(rest)
      return rest.isEmpty || take(Self.anything)
    case .inBody, .inTemplate, .inCell, .inCaption:
      insertBodyText(rest)
    case .inTable, .inTableBody, .inRow:
      textInTable(rest)
    case .inColumnGroup:
      insertText(rest.lowerBound..<withoutSpace(rest).lowerBound)
      rest = withoutSpace(rest)
      guard !rest.isEmpty, currentTag == .colgroup else { return true }
      open.removeLast()
      mode = .inTable
      return false
    case .inSelect, .inSelectInTable: insertText(rest)
    case .afterBody, .afterAfterBody:
      if isSpace(rest) { insertBodyText(rest) } else { mode = .inBody }
      return mode != .inBody
    case .inFrameset, .afterFrameset, .afterAfterFrameset: break
    }
    return true
  }

  /// Inserts text as bodies take it.
  mutating func insertBodyText(_ range: Range<Int32>) {
    reconstruct()
    insertText(range)
    if !isSpace(range) { allowsFrameset = false }
  }

  private mutating func textInTable(_ range: Range<Int32>) {
    switch currentTag {
    case .table, .tbody, .tfoot, .thead, .tr:
      if isSpace(range) { return insertText(range) }
    default: break
    }
    isFostering = true
    insertBodyText(range)
    isFostering = false
  }

  private func isSpace(_ range: Range<Int32>) -> Bool {
    range.count == 1 && pool[Int(range.lowerBound)] == 0x20
  }

  private func withoutSpace(_ range: Range<Int32>) -> Range<Int32> {
    guard !range.isEmpty, pool[Int(range.lowerBound)] == 0x20 else { return range }
    return range.lowerBound + 1..<range.upperBound
  }
}
