/// An XML document as a flat tree: nodes in document order, each with the end of its subtree.
///
/// No node is an object and no walk of it is recursive, so that no document can exhaust the stack.
final class XMLDocument: Sendable {
  /// The name of an element or attribute.
  struct Name: Hashable {
    /// The name without its prefix, in lower case: old feeds disagree on the case.
    let local: String
    /// The name without its prefix as it was written.
    let spelling: String
    /// The prefix as it was written; nil when there is none.
    let prefix: String?
    /// The vocabulary of its namespace.
    let vocabulary: XMLVocabulary
  }

  /// An element or a piece of text.
  struct Node {
    /// The name's place in `names`; -1 for text.
    let name: Int32
    /// The element around it; -1 for the root.
    let parent: Int32
    /// The index after its last descendant.
    var end: Int32
    /// For text: its bytes in `pool`. For an element: its attributes in `attributes`.
    let content: Range<Int32>
  }

  /// An attribute with the place of its value in `pool`.
  struct Attribute {
    let name: Int32
    let value: Range<Int32>
  }

  /// What was wrong with a document that could be read in part.
  struct Damage: Hashable {
    let line: Int
    let what: String
    /// The document ended while elements were open.
    let breaksOff: Bool
  }

  let names: [Name]
  let nodes: [Node]
  let attributes: [Attribute]
  let pool: [UInt8]
  /// Elements that were open when the document broke off.
  let unfinished: Set<Int>
  let damage: Damage?

  init(_ builder: XMLTreeBuilder, damage: Damage?) {
    names = builder.names
    nodes = builder.nodes
    attributes = builder.attributes
    pool = builder.pool
    unfinished = Set(builder.open)
    self.damage = damage
  }

  /// The outermost element; nil when the document has none.
  var root: XMLElement? {
    nodes.isEmpty ? nil : XMLElement(document: self, index: 0)
  }
}

/// Builds the flat tree as the parser reports elements and text.
struct XMLTreeBuilder {
  private(set) var names: [XMLDocument.Name] = []
  private(set) var nodes: [XMLDocument.Node] = []
  private(set) var attributes: [XMLDocument.Attribute] = []
  private(set) var pool: [UInt8] = []
  /// The indices of the open elements.
  private(set) var open: [Int] = []
  private var known: [NameKey: Int32] = [:]
  private var rootNamespace: String?

  private struct NameKey: Hashable {
    let local: String
    let prefix: String?
    let namespace: String?
  }

  /// Opens an element; its attributes follow by `attribute`.
  mutating func start(local: String, prefix: String?, namespace: String?) {
    if nodes.isEmpty, prefix == nil { rootNamespace = namespace }
    let name = place(local, prefix, namespace)
    let first = Int32(attributes.count)
    add(
      XMLDocument.Node(
        name: name, parent: parent, end: Int32(nodes.count + 1), content: first..<first))
    open.append(nodes.count - 1)
  }

  /// Adds attributes to the element that was just opened.
  mutating func attach(
    _ list: [(local: String, prefix: String?, namespace: String?, value: [UInt8])]
  ) {
    guard let index = open.last else { return }
    let first = Int32(attributes.count)
    for item in list {
      let start = Int32(pool.count)
      pool += item.value
      let name = place(item.local, item.prefix, item.namespace)
      attributes.append(XMLDocument.Attribute(name: name, value: start..<Int32(pool.count)))
    }
    let node = nodes[index]
    nodes[index] = XMLDocument.Node(
      name: node.name, parent: node.parent, end: node.end,
      content: first..<Int32(attributes.count))
  }

  /// Closes the innermost open element.
  mutating func end() {
    guard let index = open.popLast() else { return }
    nodes[index].end = Int32(nodes.count)
  }

  /// Adds text to the innermost open element.
  mutating func text(_ bytes: [UInt8]) {
    guard !open.isEmpty else { return }
    let start = Int32(pool.count)
    pool += bytes
    add(
      XMLDocument.Node(
        name: -1, parent: parent, end: Int32(nodes.count + 1),
        content: start..<Int32(pool.count)))
  }

  /// Ends the subtrees of elements that the document left open.
  mutating func finish() {
    for index in open { nodes[index].end = Int32(nodes.count) }
  }

  private var parent: Int32 { Int32(open.last ?? -1) }

  private mutating func add(_ node: XMLDocument.Node) { nodes.append(node) }

  private mutating func place(_ local: String, _ prefix: String?, _ namespace: String?) -> Int32 {
    let key = NameKey(local: local, prefix: prefix, namespace: namespace)
    if let place = known[key] { return place }
    var vocabulary = XMLVocabulary(namespace: namespace, prefix: prefix)
    // A namespace of its own around the whole document is a dialect, not a module.
    if vocabulary == .other, namespace != nil, namespace == rootNamespace { vocabulary = .rss }
    names.append(
      XMLDocument.Name(
        local: local.lowercased(), spelling: local, prefix: prefix, vocabulary: vocabulary))
    known[key] = Int32(names.count - 1)
    return Int32(names.count - 1)
  }
}
