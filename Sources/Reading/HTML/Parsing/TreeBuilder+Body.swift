/// Start tags in a body.
extension TreeBuilder {
  mutating func startInBody(_ start: StartTag) -> Bool {
    if start.tag.opensPlainBlock {
      closeParagraph()
      insert(start)
      if start.tag == .pre || start.tag == .listing { allowsFrameset = false }
      return true
    }
    if start.tag.isFormatting, start.tag != .a, start.tag != .nobr {
      insertFormatting(start)
      return true
    }
    switch start.tag {
    case .html: return mergeRoot(start)
    case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
      return takesHeadContent(start)
    case .body:
      guard open.count > 1, tag(open[1]) == .body, !holds(.template) else { return true }
      allowsFrameset = false
      merge(start, into: open[1])
    case .frameset: return startFrameset(start)
    case .a, .nobr: startLink(start)
    case .li, .dd, .dt: startListItem(start)
    case .h1, .h2, .h3, .h4, .h5, .h6: startHeading(start)
    case .table:
      if !isQuirky { closeParagraph() }
      insert(start)
      allowsFrameset = false
      mode = .inTable
    case .caption, .col, .colgroup, .frame, .head, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default:
      if !startOfForm(start), !startEmbedded(start) {
        reconstruct()
        insert(start)
      }
    }
    return true
  }

  private mutating func startHeading(_ start: StartTag) {
    closeParagraph()
    if currentTag.headingLevel != nil { open.removeLast() }
    insert(start)
  }

  /// A link or `<nobr>` ends one that is still open.
  private mutating func startLink(_ start: StartTag) {
    if start.tag == .nobr {
      reconstruct()
      if isOpen(.nobr) {
        adopt(.nobr, name: start.name)
        reconstruct()
      }
    } else if let entry = formattingIndex(of: .a) {
      let node = formatting[entry].node
      adopt(.a, name: start.name)
      formatting.removeAll { $0.node == node }
      open.removeAll { $0 == node }
    }
    insertFormatting(start)
  }

  private mutating func startListItem(_ start: StartTag) {
    allowsFrameset = false
    for node in open.reversed() {
      let tag = tag(node)
      let isSame = start.tag == .li ? tag == .li : tag == .dd || tag == .dt
      if isSame {
        closeImplied(except: tag)
        pop(through: tag)
        break
      }
      let isPassed = tag == .address || tag == .div || tag == .p
      if !isPassed, isSpecial(nodes[Int(node)]) { break }
    }
    closeParagraph()
    insert(start)
  }

  /// Takes the parts of forms.
  private mutating func startOfForm(_ start: StartTag) -> Bool {
    switch start.tag {
    case .form:
      let isInTemplate = holds(.template)
      if form >= 0, !isInTemplate { return true }
      closeParagraph()
      let node = insert(start)
      if !isInTemplate { form = node }
    case .button:
      if isOpen(.button) {
        closeImplied()
        pop(through: .button)
      }
      reconstruct()
      insert(start)
      allowsFrameset = false
    case .input:
      reconstruct()
      insertEmpty(start)
      if !start.isHidden { allowsFrameset = false }
    case .textarea:
      insert(start)
      allowsFrameset = false
      model = .escapableText
    case .select:
      reconstruct()
      insert(start)
      allowsFrameset = false
      switch mode {
      case .inTable, .inCaption, .inTableBody, .inRow, .inCell: mode = .inSelectInTable
      default: mode = .inSelect
      }
    case .optgroup, .option:
      if currentTag == .option { open.removeLast() }
      reconstruct()
      insert(start)
    default: return false
    }
    return true
  }

  /// Takes pictures, frames, plug-ins, formulas and the like.
  private mutating func startEmbedded(_ start: StartTag) -> Bool {
    switch start.tag {
    case .applet, .marquee, .object:
      reconstruct()
      insert(start)
      formatting.append(.marker)
      allowsFrameset = false
    case .area, .br, .embed, .img, .image, .keygen, .wbr:
      reconstruct()
      insertEmpty(start.tag == .image ? renamed(start, .img) : start)
      allowsFrameset = false
    case .param, .source, .track: insertEmpty(start)
    case .hr:
      closeParagraph()
      insertEmpty(start)
      allowsFrameset = false
    case .iframe, .xmp, .noembed: startRaw(start)
    case .plaintext:
      closeParagraph()
      insert(start)
      model = .plainText
    case .rb, .rtc, .rp, .rt:
      if isOpen(.ruby) {
        closeImplied(except: start.tag == .rp || start.tag == .rt ? .rtc : nil)
      }
      insert(start)
    case .math, .svg:
      reconstruct()
      let space: Namespace = start.tag == .svg ? .svg : .math
      if start.isSelfClosing { put(make(start, space)) } else { insert(start, space) }
    default: return false
    }
    return true
  }

  private mutating func startRaw(_ start: StartTag) {
    if start.tag == .xmp {
      closeParagraph()
      reconstruct()
    }
    if start.tag != .noembed { allowsFrameset = false }
    insert(start)
    model = .rawText
  }

  private func renamed(_ start: StartTag, _ tag: HTMLTag) -> StartTag {
    var other = StartTag(implied: tag)
    other.attributes = start.attributes
    return other
  }
}

/// End tags in a body.
extension TreeBuilder {
  mutating func endInBody(_ end: HTMLTag, name: Int32) -> Bool {
    if end.isFormatting {
      adopt(end, name: name)
      return true
    }
    switch end {
    case .template: endTemplate()
    case .body, .html:
      guard isOpen(.body) else { return true }
      mode = .afterBody
      return end == .body
    case .form: endForm()
    case .p:
      if !isOpen(.p, in: .button) { insert(StartTag(implied: .p)) }
      closeParagraph()
    case .li: endBlock(end, in: .listItem)
    case .dd, .dt: endBlock(end, in: .usual)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard isOpen(in: .usual, { $0.headingLevel != nil }) else { return true }
      closeImplied()
      pop { $0.headingLevel != nil }
    case .applet, .marquee, .object:
      guard isOpen(end) else { return true }
      closeImplied()
      pop(through: end)
      clearFormatting()
    case .br:
      reconstruct()
      insertEmpty(StartTag(implied: .br))
      allowsFrameset = false
    case .button, .pre, .listing: endBlock(end, in: .usual)
    default:
      if end.opensPlainBlock { endBlock(end, in: .usual) } else { endOther(end, name: name) }
    }
    return true
  }

  private mutating func endBlock(_ end: HTMLTag, in scope: Scope) {
    guard isOpen(end, in: scope) else { return }
    closeImplied(except: end)
    pop(through: end)
  }

  private mutating func endForm() {
    if holds(.template) { return endBlock(.form, in: .usual) }
    let node = form
    form = -1
    guard node >= 0, isOpen(node: node) else { return }
    closeImplied()
    if let index = open.lastIndex(of: node) { open.remove(at: index) }
  }

  /// Ends an element that has no rule of its own.
  mutating func endOther(_ end: HTMLTag, name: Int32) {
    for index in open.indices.reversed() {
      let node = nodes[Int(open[index])]
      if node.space == .html, node.name == name {
        closeImplied(except: end)
        if index < open.count { open.removeSubrange(index...) }
        return
      }
      if isSpecial(node) { return }
    }
  }
}

extension HTMLTag {
  /// Blocks that only end an open paragraph.
  var opensPlainBlock: Bool {
    switch self {
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl,
      .fieldset, .figcaption, .figure, .footer, .header, .hgroup, .main, .menu, .nav, .ol, .p,
      .search, .section, .summary, .ul, .pre, .listing:
      true
    default: false
    }
  }
}
