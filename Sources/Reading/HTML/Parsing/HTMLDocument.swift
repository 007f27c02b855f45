/// A page taken apart: its tree, and the data for machines in it.
struct HTMLDocument {
  /// What readers see, and the head.
  let tree: HTMLTree
  /// The content of each `<script type="application/ld+json">`.
  let linkedData: [[UInt8]]

  /// Parses a page, UTF-8 without NUL, by the HTML standard.
  ///
  /// - Throws: The reason when its nesting has no bound.
  /// - Complexity: O(bytes) for pages as people write them; bounded by `limits` for all others.
  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingFault) {
    var tokenizer = Tokenizer(bytes, limits: limits)
    tokenizer.run()
    if let fault = tokenizer.fault { throw ReadingFault(fault) }
    linkedData = tokenizer.linkedData
    tree = HTMLTree(tokenizer.builder)
  }
}

extension HTMLTree {
  /// Puts the nodes of a builder in the order of the document.
  ///
  /// Left out are SVG and MathML and elements whose content no reader sees as text.
  init(_ builder: consuming TreeBuilder) {
    self.init()
    reserve(builder.nodes.count)
    guard let root = builder.root else { return }
    var node = root
    var parent = -1
    var entered: [Int] = []
    while true {
      let source = builder.nodes[Int(node)]
      if Self.isKept(source) {
        let index = open(source.tag, parent: parent, content: source.content)
        if source.first >= 0 {
          entered.append(index)
          (parent, node) = (index, source.first)
          continue
        }
      }
      while builder.nodes[Int(node)].next < 0 || node == root {
        guard let index = entered.popLast() else {
          adopt(attributes: builder.attributes, pool: builder.pool)
          return
        }
        close(index)
        node = builder.nodes[Int(node)].parent
        parent = entered.last ?? -1
      }
      node = builder.nodes[Int(node)].next
    }
  }

  private static func isKept(_ node: TreeBuilder.Node) -> Bool {
    guard node.space == .html else { return false }
    switch node.tag {
    case .script, .style, .iframe, .noembed, .noframes, .xmp: return false
    default: return true
    }
  }
}
