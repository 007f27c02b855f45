/// Insertion modes of tables.
extension TreeBuilder {
  mutating func startInTable(_ start: StartTag) -> Bool {
    switch start.tag {
    case .caption:
      clearStack { $0 == .table }
      formatting.append(.marker)
      return open(start, .inCaption)
    case .colgroup:
      clearStack { $0 == .table }
      return open(start, .inColumnGroup)
    case .col:
      clearStack { $0 == .table }
      return !open(StartTag(implied: .colgroup), .inColumnGroup)
    case .tbody, .tfoot, .thead:
      clearStack { $0 == .table }
      return open(start, .inTableBody)
    case .td, .th, .tr:
      clearStack { $0 == .table }
      return !open(StartTag(implied: .tbody), .inTableBody)
    case .table:
      guard isOpen(.table, in: .table) else { return true }
      pop(through: .table)
      resetMode()
      return false
    case .style, .script, .template: return takesHeadContent(start)
    case .input where start.isHidden: insertEmpty(start)
    case .form:
      guard form < 0, !holds(.template) else { return true }
      form = insert(start)
      open.removeLast()
    default: return fostering { $0.startInBody(start) }
    }
    return true
  }

  /// Opens a part of a table; always true.
  private mutating func open(_ start: StartTag, _ next: Mode) -> Bool {
    insert(start)
    mode = next
    return true
  }

  /// Does something with what is out of place in a table put before the table.
  private mutating func fostering(_ action: (inout TreeBuilder) -> Bool) -> Bool {
    isFostering = true
    let isDone = action(&self)
    isFostering = false
    return isDone
  }

  mutating func endInTable(_ end: HTMLTag, name: Int32) -> Bool {
    switch end {
    case .table:
      guard isOpen(.table, in: .table) else { return true }
      pop(through: .table)
      resetMode()
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
    case .template: endTemplate()
    default: return fostering { $0.endInBody(end, name: name) }
    }
    return true
  }

  mutating func startInCaption(_ start: StartTag) -> Bool {
    start.tag.isTablePart ? !closeCaption() : startInBody(start)
  }

  mutating func endInCaption(_ end: HTMLTag, name: Int32) -> Bool {
    switch end {
    case .caption:
      _ = closeCaption()
      return true
    case .table: return !closeCaption()
    case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return true
    default: return endInBody(end, name: name)
    }
  }

  private mutating func closeCaption() -> Bool {
    guard isOpen(.caption, in: .table) else { return false }
    closeImplied()
    pop(through: .caption)
    clearFormatting()
    mode = .inTable
    return true
  }

  mutating func startInColumnGroup(_ start: StartTag) -> Bool {
    switch start.tag {
    case .html: return mergeRoot(start)
    case .col: insertEmpty(start)
    case .template: return takesHeadContent(start)
    default: return !closeColumnGroup()
    }
    return true
  }

  mutating func endInColumnGroup(_ end: HTMLTag) -> Bool {
    switch end {
    case .colgroup: _ = closeColumnGroup()
    case .col: break
    case .template: endTemplate()
    default: return !closeColumnGroup()
    }
    return true
  }

  private mutating func closeColumnGroup() -> Bool {
    guard currentTag == .colgroup else { return false }
    open.removeLast()
    mode = .inTable
    return true
  }

  mutating func startInTableBody(_ start: StartTag) -> Bool {
    switch start.tag {
    case .tr:
      clearStack { $0.isTableBody }
      return open(start, .inRow)
    case .th, .td:
      clearStack { $0.isTableBody }
      return !open(StartTag(implied: .tr), .inRow)
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead: return !closeTableBody()
    default: return startInTable(start)
    }
  }

  mutating func endInTableBody(_ end: HTMLTag, name: Int32) -> Bool {
    switch end {
    case .tbody, .tfoot, .thead:
      if isOpen(end, in: .table) { _ = closeTableBody() }
      return true
    case .table: return !closeTableBody()
    case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: return true
    default: return endInTable(end, name: name)
    }
  }

  private mutating func closeTableBody() -> Bool {
    guard isOpen(in: .table, { $0.isTableBody }) else { return false }
    clearStack { $0.isTableBody }
    open.removeLast()
    mode = .inTable
    return true
  }

  mutating func startInRow(_ start: StartTag) -> Bool {
    switch start.tag {
    case .th, .td:
      clearStack { $0 == .tr }
      formatting.append(.marker)
      let isDone = open(start, .inCell)
      return isDone
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: return !closeRow()
    default: return startInTable(start)
    }
  }

  mutating func endInRow(_ end: HTMLTag, name: Int32) -> Bool {
    switch end {
    case .tr:
      _ = closeRow()
      return true
    case .table: return !closeRow()
    case .tbody, .tfoot, .thead: return isOpen(end, in: .table) ? !closeRow() : true
    case .body, .caption, .col, .colgroup, .html, .td, .th: return true
    default: return endInTable(end, name: name)
    }
  }

  private mutating func closeRow() -> Bool {
    guard isOpen(.tr, in: .table) else { return false }
    clearStack { $0 == .tr }
    open.removeLast()
    mode = .inTableBody
    return true
  }

  mutating func startInCell(_ start: StartTag) -> Bool {
    guard start.tag.isTablePart else { return startInBody(start) }
    return !closeCell()
  }

  mutating func endInCell(_ end: HTMLTag, name: Int32) -> Bool {
    switch end {
    case .td, .th:
      guard isOpen(end, in: .table) else { return true }
      closeCell(end)
      return true
    case .body, .caption, .col, .colgroup, .html: return true
    case .table, .tbody, .tfoot, .thead, .tr:
      return isOpen(end, in: .table) ? !closeCell() : true
    default: return endInBody(end, name: name)
    }
  }

  private mutating func closeCell() -> Bool {
    guard isOpen(in: .table, { $0 == .td || $0 == .th }) else { return false }
    closeImplied()
    pop { $0 == .td || $0 == .th }
    clearFormatting()
    mode = .inRow
    return true
  }

  private mutating func closeCell(_ end: HTMLTag) {
    closeImplied()
    pop(through: end)
    clearFormatting()
    mode = .inRow
  }
}

extension HTMLTag {
  /// Parts of a table that end the caption or cell before them.
  var isTablePart: Bool {
    switch self {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: true
    default: false
    }
  }

  /// The bodies of a table.
  var isTableBody: Bool { self == .tbody || self == .thead || self == .tfoot }
}
