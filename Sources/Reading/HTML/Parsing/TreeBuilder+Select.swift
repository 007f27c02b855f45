/// Insertion modes of `<select>` and `<template>`.
extension TreeBuilder {
  mutating func startInSelect(_ start: StartTag) -> Bool {
    switch start.tag {
    case .html: return mergeRoot(start)
    case .option:
      if currentTag == .option { open.removeLast() }
      insert(start)
    case .optgroup:
      closeOptions()
      insert(start)
    case .hr:
      closeOptions()
      insertEmpty(start)
    case .select: closeSelect()
    case .input, .keygen, .textarea:
      guard isOpen(.select, in: .select) else { return true }
      closeSelect()
      return false
    case .script, .template: return takesHeadContent(start)
    default: break
    }
    return true
  }

  private mutating func closeOptions() {
    if currentTag == .option { open.removeLast() }
    if currentTag == .optgroup { open.removeLast() }
  }

  private mutating func closeSelect() {
    guard isOpen(.select, in: .select) else { return }
    pop(through: .select)
    resetMode()
  }

  mutating func endInSelect(_ end: HTMLTag) -> Bool {
    switch end {
    case .optgroup:
      if currentTag == .option, open.count > 1, tag(open[open.count - 2]) == .optgroup {
        open.removeLast()
      }
      if currentTag == .optgroup { open.removeLast() }
    case .option: if currentTag == .option { open.removeLast() }
    case .select: closeSelect()
    case .template: endTemplate()
    default: break
    }
    return true
  }

  mutating func startInSelectInTable(_ start: StartTag) -> Bool {
    switch start.tag {
    case .caption, .table, .tbody, .tfoot, .thead, .tr, .td, .th:
      pop(through: .select)
      resetMode()
      return false
    default: return startInSelect(start)
    }
  }

  mutating func endInSelectInTable(_ end: HTMLTag) -> Bool {
    switch end {
    case .caption, .table, .tbody, .tfoot, .thead, .tr, .td, .th:
      guard isOpen(end, in: .table) else { return true }
      pop(through: .select)
      resetMode()
      return false
    default: return endInSelect(end)
    }
  }

  mutating func startInTemplate(_ start: StartTag) -> Bool {
    if takesHeadContent(start) { return true }
    switch start.tag {
    case .caption, .colgroup, .tbody, .tfoot, .thead: changeTemplate(.inTable)
    case .col: changeTemplate(.inColumnGroup)
    case .tr: changeTemplate(.inTableBody)
    case .td, .th: changeTemplate(.inRow)
    default: changeTemplate(.inBody)
    }
    return false
  }

  private mutating func changeTemplate(_ next: Mode) {
    _ = templateModes.popLast()
    templateModes.append(next)
    mode = next
  }

  mutating func endInTemplate(_ end: HTMLTag) -> Bool {
    if end == .template { endTemplate() }
    return true
  }
}
