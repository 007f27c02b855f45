/// Cuts a page into blocks of text in the order of the document.
struct BlockSegmenter {
  private let tree: HTMLTree
  private var blocks: [PageBlock] = []
  private var text = FoldedText()
  private var linkBytes = 0
  private var linkDepth = 0
  private var position = -1
  private var element = 0
  /// Open elements with the index after their last descendant.
  private var open: [Int] = []
  private var lineBreaks = 0
  private let names: MarkupNames
  private let showsNoscript: Bool

  private init(_ tree: HTMLTree, names: MarkupNames, showsNoscript: Bool) {
    self.tree = tree
    self.names = names
    self.showsNoscript = showsNoscript
  }

  /// All blocks of a page; with `showsNoscript` as a reader without scripts sees it.
  /// - Complexity: O(nodes + bytes).
  static func blocks(
    of tree: HTMLTree, names: MarkupNames? = nil, showsNoscript: Bool = false
  ) -> [PageBlock] {
    let names = names ?? MarkupNames(tree)
    var segmenter = BlockSegmenter(tree, names: names, showsNoscript: showsNoscript)
    segmenter.run()
    return segmenter.blocks
  }

  private mutating func run() {
    var index = 0
    while index < tree.nodes.count {
      while let last = open.last, Int(tree.nodes[last].end) <= index { leave(last) }
      let tag = tree.nodes[index].tag
      if tag == .text {
        take(index)
      } else if Self.isInvisible(tag), !(showsNoscript && tag == .noscript) {
        if tag.isBlock { flush() }
        index = Int(tree.nodes[index].end)
        continue
      } else if isHiddenWord(index, tag) {
        index = Int(tree.nodes[index].end)
        continue
      } else {
        enter(index, tag)
      }
      index += 1
    }
    while let last = open.last { leave(last) }
    flush()
  }

  private mutating func enter(_ index: Int, _ tag: HTMLTag) {
    if tag.isBlock {
      flush()
      element = index
    }
    open.append(index)
    if isLink(index) {
      linkDepth += 1
    } else if tag == .br {
      lineBreak()
    } else if tag == .img {
      text.appendSpace()
    }
  }

  private mutating func leave(_ index: Int) {
    let tag = tree.nodes[index].tag
    if tag.isBlock { flush() }
    open.removeLast()
    if tag.isBlock {
      element = open.last(where: { tree.nodes[$0].tag.isBlock }) ?? 0
    } else if isLink(index) {
      linkDepth -= 1
    }
  }

  /// An anchor without an address is a mark to jump to, often left open.
  private func isLink(_ index: Int) -> Bool {
    tree.nodes[index].tag == .a && tree.bytes(.href, of: index) != nil
  }

  /// Whether an inline element holds words for screen readers only.
  private func isHiddenWord(_ index: Int, _ tag: HTMLTag) -> Bool {
    guard !tag.isBlock else { return false }
    return tree.attributeIndices(of: index).contains {
      tree.attributes[$0].name == .class && names.finding(of: $0)?.role == .hidden
    }
  }

  private mutating func take(_ index: Int) {
    let before = text.bytes.count
    text.append(tree.text(of: index))
    guard text.bytes.count > before else { return }
    if position < 0 { position = index }
    if linkDepth > 0 { linkBytes += text.bytes.count - before }
    lineBreaks = 0
  }

  /// One line break ends a block after a sentence, two end it anywhere.
  private mutating func lineBreak() {
    lineBreaks += 1
    if lineBreaks > 1 || SentenceEnd.closes(text.bytes) { flush() } else { text.appendSpace() }
  }

  private mutating func flush() {
    defer {
      text = FoldedText()
      linkBytes = 0
      position = -1
    }
    guard !text.isEmpty, position >= 0 else { return }
    let bytes = text.bytes
    let characters = bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    let linkCharacters = characters * linkBytes / max(1, bytes.count)
    blocks.append(
      PageBlock(
        text: bytes, linkCharacters: linkCharacters, characters: characters, element: element,
        position: position, kind: kind()))
  }

  /// The innermost element with a meaning decides.
  private func kind() -> PageBlock.Kind {
    for index in open.reversed() {
      let tag = tree.nodes[index].tag
      if let level = tag.headingLevel { return .heading(level) }
      switch tag {
      case .p: return isInQuote ? .quote : .paragraph
      case .li, .dd, .dt: return .listItem
      case .blockquote: return .quote
      case .td, .th: return .cell
      case .pre: return .preformatted
      case .div, .section, .article, .main, .body: return isInQuote ? .quote : .loose
      default: continue
      }
    }
    return .loose
  }

  private var isInQuote: Bool {
    open.suffix(6).contains { tree.nodes[$0].tag == .blockquote }
  }

  /// Elements whose content no reader sees as text.
  static func isInvisible(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .head, .script, .style, .noscript, .template, .iframe, .object, .embed, .svg, .math,
      .canvas, .audio, .video, .select, .datalist, .textarea, .input, .button, .map, .noframes,
      .noembed, .applet:
      true
    default: false
    }
  }
}
