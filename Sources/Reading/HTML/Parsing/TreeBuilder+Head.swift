/// Insertion modes up to the body, and those of frames and of what follows the body.
extension TreeBuilder {
  /// Takes the document type of a page.
  mutating func doctype(_ type: Doctype) {
    isQuirky = type.isQuirky
    mode = .beforeHTML
  }

  /// A page without a document type is read as old browsers did.
  mutating func startInitial() -> Bool {
    isQuirky = true
    mode = .beforeHTML
    return false
  }

  mutating func startBeforeHTML(_ start: StartTag) -> Bool {
    insertRoot(start.tag == .html ? start : StartTag(implied: .html))
    mode = .beforeHead
    return start.tag == .html
  }

  private mutating func insertRoot(_ start: StartTag) {
    let node = make(start)
    root = node
    push(node)
  }

  mutating func startBeforeHead(_ start: StartTag) -> Bool {
    if start.tag == .html { return mergeRoot(start) }
    let isHead = start.tag == .head
    head = insert(isHead ? start : StartTag(implied: .head))
    mode = .inHead
    return isHead
  }

  /// A second `<html>` adds attributes to the first.
  mutating func mergeRoot(_ start: StartTag) -> Bool {
    if !holds(.template), let root = open.first { merge(start, into: root) }
    return true
  }

  mutating func startInHead(_ start: StartTag) -> Bool {
    if takesHeadContent(start) { return true }
    switch start.tag {
    case .html: return mergeRoot(start)
    case .head: return true
    case .noscript:
      insert(start)
      mode = .inHeadNoscript
      return true
    default:
      open.removeLast()
      mode = .afterHead
      return false
    }
  }

  /// Takes what may stand in a head; false when the tag is something else.
  mutating func takesHeadContent(_ start: StartTag) -> Bool {
    switch start.tag {
    case .base, .basefont, .bgsound, .link, .meta: insertEmpty(start)
    case .title:
      insert(start)
      model = .escapableText
    case .noframes, .style:
      insert(start)
      model = .rawText
    case .script:
      insert(start)
      model = .script
    case .template:
      insert(start)
      formatting.append(.marker)
      allowsFrameset = false
      mode = .inTemplate
      templateModes.append(.inTemplate)
    default: return false
    }
    return true
  }

  mutating func endInHead(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .head:
      open.removeLast()
      mode = .afterHead
      return true
    case .body, .html, .br:
      open.removeLast()
      mode = .afterHead
      return false
    case .template:
      endTemplate()
      return true
    default: return true
    }
  }

  /// Ends a template that is open.
  mutating func endTemplate() {
    guard holds(.template) else { return }
    closeImpliedThoroughly()
    pop(through: .template)
    clearFormatting()
    _ = templateModes.popLast()
    resetMode()
  }

  mutating func startInHeadNoscript(_ start: StartTag) -> Bool {
    switch start.tag {
    case .html: return mergeRoot(start)
    case .basefont, .bgsound, .link, .meta, .noframes, .style: return takesHeadContent(start)
    case .head, .noscript: return true
    default:
      open.removeLast()
      mode = .inHead
      return false
    }
  }

  mutating func endInHeadNoscript(_ tag: HTMLTag) -> Bool {
    guard tag == .noscript || tag == .br else { return true }
    open.removeLast()
    mode = .inHead
    return tag == .noscript
  }

  mutating func startAfterHead(_ start: StartTag) -> Bool {
    switch start.tag {
    case .html: return mergeRoot(start)
    case .body:
      insert(start)
      allowsFrameset = false
      mode = .inBody
      return true
    case .frameset:
      insert(start)
      mode = .inFrameset
      return true
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      guard head >= 0 else { return true }
      push(head)
      _ = takesHeadContent(start)
      if let index = open.lastIndex(of: head) { open.remove(at: index) }
      return true
    case .head: return true
    default:
      insert(StartTag(implied: .body))
      mode = .inBody
      return false
    }
  }

  mutating func endAroundHead(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .body, .html, .br: return take(Self.anything)
    case .head where mode != .afterHead: return take(Self.anything)
    case .template where mode == .afterHead:
      endTemplate()
      return true
    default: return true
    }
  }
}

// MARK: - After the body, frames

extension TreeBuilder {
  mutating func startAfterBody(_ start: StartTag) -> Bool {
    if start.tag == .html { return mergeRoot(start) }
    mode = .inBody
    return false
  }

  mutating func endAfterBody(_ tag: HTMLTag) -> Bool {
    if tag == .html, mode == .afterBody {
      mode = .afterAfterBody
      return true
    }
    mode = .inBody
    return false
  }

  mutating func startInFrameset(_ start: StartTag) -> Bool {
    switch start.tag {
    case .html: return mergeRoot(start)
    case .noframes: return takesHeadContent(start)
    case .frameset where mode == .inFrameset: insert(start)
    case .frame where mode == .inFrameset: insertEmpty(start)
    default: break
    }
    return true
  }

  mutating func endInFrameset(_ tag: HTMLTag) -> Bool {
    switch (tag, mode) {
    case (.frameset, .inFrameset) where open.count > 1:
      open.removeLast()
      if currentTag != .frameset { mode = .afterFrameset }
    case (.html, .afterFrameset): mode = .afterAfterFrameset
    default: break
    }
    return true
  }

  /// A `<frameset>` in a body without text takes the body's place.
  mutating func startFrameset(_ start: StartTag) -> Bool {
    guard allowsFrameset, open.count > 1, tag(open[1]) == .body else { return true }
    detach(open[1])
    open.removeSubrange(1...)
    insert(start)
    mode = .inFrameset
    return true
  }
}
