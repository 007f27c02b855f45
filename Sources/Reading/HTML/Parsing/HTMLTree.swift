/// A page as a flat tree: nodes in document order, each with the end of its subtree.
///
/// No node is an object and no walk is recursive, so that no page can exhaust the stack.
struct HTMLTree {
  /// An element or a piece of text.
  struct Node {
    let tag: HTMLTag
    /// The element around it; -1 for the root.
    let parent: Int32
    /// The index after its last descendant.
    var end: Int32
    /// For text: its bytes in `pool`. For an element: its attributes in `attributes`.
    let content: Range<Int32>
  }

  /// An attribute with the place of its value in `pool`.
  struct Attribute {
    let name: HTMLAttribute
    let value: Range<Int32>
  }

  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  private(set) var pool: [UInt8] = []

  /// Appends a node; its subtree is closed by `close`.
  mutating func open(_ tag: HTMLTag, parent: Int, content: Range<Int32>) -> Int {
    nodes.append(
      Node(tag: tag, parent: Int32(parent), end: Int32(nodes.count + 1), content: content))
    return nodes.count - 1
  }

  /// Ends the subtree of a node after the last node that was opened.
  mutating func close(_ index: Int) {
    nodes[index].end = Int32(nodes.count)
  }

  /// Makes room for nodes.
  mutating func reserve(_ count: Int) { nodes.reserveCapacity(count) }

  /// Takes over the attributes and bytes that nodes refer to.
  mutating func adopt(attributes: [Attribute], pool: [UInt8]) {
    self.attributes = attributes
    self.pool = pool
  }

  /// The value of an attribute as bytes; nil when the element has none.
  func bytes(_ name: HTMLAttribute, of index: Int) -> ArraySlice<UInt8>? {
    let node = nodes[index]
    guard node.tag != .text else { return nil }
    for attribute in attributes[Int(node.content.lowerBound)..<Int(node.content.upperBound)]
    where attribute.name == name {
      return pool[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
    }
    return nil
  }

  /// The attributes of an element; none for text.
  func attributes(of index: Int) -> ArraySlice<Attribute> {
    let node = nodes[index]
    guard node.tag != .text else { return [] }
    return attributes[Int(node.content.lowerBound)..<Int(node.content.upperBound)]
  }

  /// Where the attributes of an element stand in `attributes`; empty for text.
  func attributeIndices(of index: Int) -> Range<Int> {
    let node = nodes[index]
    guard node.tag != .text else { return 0..<0 }
    return Int(node.content.lowerBound)..<Int(node.content.upperBound)
  }

  /// The value of an attribute.
  func bytes(of attribute: Attribute) -> ArraySlice<UInt8> {
    pool[Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)]
  }

  /// The value of an attribute; nil when the element has none.
  func value(_ name: HTMLAttribute, of index: Int) -> String? {
    bytes(name, of: index).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a text node.
  func text(of index: Int) -> ArraySlice<UInt8> {
    let range = nodes[index].content
    return pool[Int(range.lowerBound)..<Int(range.upperBound)]
  }

  /// The indices of the nodes below an element.
  func descendants(of index: Int) -> Range<Int> { index + 1..<Int(nodes[index].end) }

  /// Whether `inner` is `outer` or stands in it.
  func contains(_ outer: Int, _ inner: Int) -> Bool {
    outer <= inner && inner < Int(nodes[outer].end)
  }

  /// The element around a node; nil for the root.
  func parent(of index: Int) -> Int? {
    let parent = Int(nodes[index].parent)
    return parent >= 0 ? parent : nil
  }

  /// The text below an element, white space folded; not much more than `limit` bytes of it.
  func foldedText(of index: Int, limit: Int = 1000) -> String {
    var result = FoldedText()
    for node in index..<Int(nodes[index].end) {
      if result.bytes.count > limit { break }
      if nodes[node].tag == .text {
        result.append(text(of: node).prefix(limit))
      } else if nodes[node].tag.isBlock || nodes[node].tag == .br {
        result.appendSpace()
      }
    }
    return result.string
  }
}
