/// Builds the tree of a page from its tags and text, as the HTML standard says (section 13.2.6).
///
/// Nodes stand in one array and are linked by their numbers, so that moving them, as wrongly nested markup
/// asks for, costs nothing and nothing is recursive. Scripting counts as off. Nesting and the work for
/// wrongly nested elements have bounds; past them `fault` is set.
struct TreeBuilder {
  /// Which vocabulary an element belongs to.
  enum Namespace: UInt8 { case html, math, svg }

  /// An element or a piece of text; links are numbers of nodes, -1 where there is none.
  struct Node {
    let tag: HTMLTag
    let space: Namespace
    /// For `<annotation-xml>`: whether HTML may stand in it.
    var holdsHTML = false
    let name: Int32
    var parent: Int32 = -1
    var first: Int32 = -1
    var last: Int32 = -1
    var next: Int32 = -1
    var previous: Int32 = -1
    /// For text its bytes in `pool`, for an element its attributes.
    var content: Range<Int32>
  }

  /// An element of the list of active formatting elements; a marker has the node -1.
  struct Formatting {
    var node: Int32
    var hash: UInt64
    static let marker = Formatting(node: -1, hash: 0)
  }

  /// The insertion modes of the standard; text of scripts and the like is read by the tokenizer.
  enum Mode {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody
    case inTable, inCaption, inColumnGroup, inTableBody, inRow, inCell, inSelect, inSelectInTable
    case inTemplate, afterBody, inFrameset, afterFrameset, afterAfterBody, afterAfterFrameset
  }

  var nodes: [Node] = []
  var attributes: [HTMLTree.Attribute] = []
  var pool: [UInt8] = []
  /// The stack of open elements.
  var open: [Int32] = []
  var formatting: [Formatting] = []
  var mode = Mode.initial
  var templateModes: [Mode] = []
  /// The `<html>` element.
  var root: Int32?
  var head: Int32 = -1
  var form: Int32 = -1
  var allowsFrameset = true
  var isFostering = false
  var isQuirky = false
  /// How the text after the last start tag is read.
  var model = ContentModel.data
  private(set) var fault: RefusalReason?
  private var work = 0
  private let limits: ReadingLimits

  /// Steps for wrongly nested markup; no page of the development data needs a hundredth.
  private static let workLimit = 40_000_000

  init(_ limits: ReadingLimits) {
    self.limits = limits
  }

  /// Counts steps that wrongly nested markup asks for.
  mutating func count(_ steps: Int) {
    work += steps
    if work > Self.workLimit { fault = .markupTooHeavy }
  }
}

// MARK: - Nodes

extension TreeBuilder {
  /// The innermost open element; -1 before there is one.
  var current: Int32 { open.last ?? -1 }

  /// The tag of the innermost open element, `other` when it is not of HTML.
  var currentTag: HTMLTag {
    guard let last = open.last else { return .other }
    return tag(last)
  }

  /// The tag of an element of HTML; `other` for those of other vocabularies.
  func tag(_ node: Int32) -> HTMLTag {
    let node = nodes[Int(node)]
    return node.space == .html ? node.tag : .other
  }

  /// Makes an element that stands nowhere yet.
  mutating func make(_ start: StartTag, _ space: Namespace = .html) -> Int32 {
    var node = Node(tag: start.tag, space: space, name: start.name, content: start.attributes)
    node.holdsHTML = start.isEncodedHTML
    return add(node)
  }

  /// Makes an element like another one, without its content.
  mutating func makeCopy(of element: Int32) -> Int32 {
    let node = nodes[Int(element)]
    return add(Node(tag: node.tag, space: node.space, name: node.name, content: node.content))
  }

  private mutating func add(_ node: Node) -> Int32 {
    nodes.append(node)
    if nodes.count > 4 * limits.pageTags { fault = .markupTooHeavy }
    return Int32(nodes.count - 1)
  }

  /// Puts a node behind the last child of another.
  mutating func append(_ node: Int32, to parent: Int32) {
    let last = nodes[Int(parent)].last
    nodes[Int(node)].parent = parent
    nodes[Int(node)].previous = last
    nodes[Int(node)].next = -1
    if last >= 0 { nodes[Int(last)].next = node } else { nodes[Int(parent)].first = node }
    nodes[Int(parent)].last = node
  }

  /// Puts a node before another.
  mutating func insert(_ node: Int32, before other: Int32) {
    let (parent, previous) = (nodes[Int(other)].parent, nodes[Int(other)].previous)
    nodes[Int(node)].parent = parent
    nodes[Int(node)].previous = previous
    nodes[Int(node)].next = other
    nodes[Int(other)].previous = node
    if previous >= 0 {
      nodes[Int(previous)].next = node
    } else if parent >= 0 {
      nodes[Int(parent)].first = node
    }
  }

  /// Takes a node out of its parent.
  mutating func detach(_ node: Int32) {
    let found = nodes[Int(node)]
    guard found.parent >= 0 else { return }
    if found.previous >= 0 {
      nodes[Int(found.previous)].next = found.next
    } else {
      nodes[Int(found.parent)].first = found.next
    }
    if found.next >= 0 {
      nodes[Int(found.next)].previous = found.previous
    } else {
      nodes[Int(found.parent)].last = found.previous
    }
    nodes[Int(node)].parent = -1
  }

  /// Moves all children of one element into another.
  mutating func moveChildren(of source: Int32, to target: Int32) {
    while case let child = nodes[Int(source)].first, child >= 0 {
      detach(child)
      append(child, to: target)
      count(1)
    }
  }
}

// MARK: - Insertion

extension TreeBuilder {
  /// The appropriate place for inserting a node: an element, and the child before which it goes.
  func place(_ override: Int32? = nil) -> (parent: Int32, before: Int32) {
    let target = override ?? current
    guard isFostering else { return (target, -1) }
    switch tag(target) {
    case .table, .tbody, .tfoot, .thead, .tr: break
    default: return (target, -1)
    }
    let table = open.lastIndex { tag($0) == .table }
    if let template = open.lastIndex(where: { tag($0) == .template }), template > table ?? -1 {
      return (open[template], -1)
    }
    guard let table else { return (open[0], -1) }
    let parent = nodes[Int(open[table])].parent
    if parent >= 0 { return (parent, open[table]) }
    return (open[max(0, table - 1)], -1)
  }

  /// Puts a node at the appropriate place.
  mutating func put(_ node: Int32, _ override: Int32? = nil) {
    let (parent, before) = place(override)
    if before >= 0 { insert(node, before: before) } else if parent >= 0 { append(node, to: parent) }
  }

  /// Inserts an element and opens it.
  @discardableResult
  mutating func insert(_ start: StartTag, _ space: Namespace = .html) -> Int32 {
    let node = make(start, space)
    put(node)
    push(node)
    return node
  }

  /// Inserts an element that has no content.
  mutating func insertEmpty(_ start: StartTag) {
    put(make(start))
  }

  /// Opens an element.
  mutating func push(_ node: Int32) {
    open.append(node)
    if open.count > limits.pageDepth { fault = .tooDeep(limit: limits.pageDepth) }
  }

  /// Inserts text, joined with text right before it.
  mutating func insertText(_ range: Range<Int32>) {
    guard !range.isEmpty else { return }
    let (parent, before) = place()
    guard parent >= 0 else { return }
    let neighbour = before >= 0 ? nodes[Int(before)].previous : nodes[Int(parent)].last
    if neighbour >= 0, nodes[Int(neighbour)].tag == .text,
      nodes[Int(neighbour)].content.upperBound == range.lowerBound
    {
      nodes[Int(neighbour)].content = nodes[Int(neighbour)].content.lowerBound..<range.upperBound
      return
    }
    let node = add(
      Node(tag: .text, space: .html, name: Int32(HTMLTag.text.rawValue), content: range))
    if before >= 0 { insert(node, before: before) } else { append(node, to: parent) }
  }

  /// Gives an element the attributes that it lacks.
  mutating func merge(_ start: StartTag, into node: Int32) {
    guard node >= 0, !start.attributes.isEmpty else { return }
    let old = nodes[Int(node)].content
    let first = Int32(attributes.count)
    for index in old { attributes.append(attributes[Int(index)]) }
    for index in start.attributes {
      let attribute = attributes[Int(index)]
      if !old.contains(where: { attributes[Int($0)].name == attribute.name }) {
        attributes.append(attribute)
      }
    }
    nodes[Int(node)].content = first..<Int32(attributes.count)
  }
}
