import CGumbo
import Glibc

extension HTMLTree {
  /// Parses markup by the HTML5 rules.
  ///
  /// - Parameter markup: UTF-8 that passed `PageScanner`, which bounds its nesting.
  /// - Complexity: O(bytes), about 20 MB/s.
  init(parsing markup: [UInt8]) {
    let arena = GumboArena()
    var options = unsafe kGumboDefaultOptions
    unsafe options.userdata = Unmanaged.passUnretained(arena).toOpaque()
    unsafe options.allocator = { userdata, size in
      guard let userdata = unsafe userdata else { return nil }
      return unsafe Unmanaged<GumboArena>.fromOpaque(userdata)._withUnsafeGuaranteedRef {
        unsafe $0.allocate(size)
      }
    }
    unsafe options.deallocator = { _, _ in }
    unsafe options.max_errors = 0
    unsafe markup.withUnsafeBytes { source in
      let start = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let output = unsafe gumbo_parse_with_options(&options, start, source.count),
        let root = unsafe output.pointee.root
      else { return }
      unsafe copy(root)
    }
    withExtendedLifetime(arena) {}
  }

  /// Copies gumbo's tree without recursion.
  private mutating func copy(_ root: UnsafeMutablePointer<GumboNode>) {
    var open: [(node: UnsafeMutablePointer<GumboNode>, index: Int, child: UInt32)] = unsafe []
    if let index = unsafe add(root, parent: -1) { unsafe open.append((root, index, 0)) }
    while let top = unsafe open.last {
      let children = unsafe top.node.pointee.v.element.children
      guard unsafe top.child < children.length,
        let child = unsafe children.data[Int(top.child)]
      else {
        unsafe close(top.index)
        unsafe open.removeLast()
        continue
      }
      unsafe open[open.count - 1].child += 1
      let node = unsafe child.assumingMemoryBound(to: GumboNode.self)
      if let index = unsafe add(node, parent: top.index) { unsafe open.append((node, index, 0)) }
    }
  }

  /// Adds a node; its index when it is an element whose children are wanted.
  private mutating func add(_ node: UnsafeMutablePointer<GumboNode>, parent: Int) -> Int? {
    switch unsafe node.pointee.type {
    case GUMBO_NODE_ELEMENT:
      return unsafe addElement(node.pointee.v.element, parent: parent)
    case GUMBO_NODE_TEXT, GUMBO_NODE_CDATA, GUMBO_NODE_WHITESPACE:
      if let text = unsafe node.pointee.v.text.text {
        let range = unsafe store(Self.bytes(text))
        _ = open(.text, parent: parent, content: range)
      }
      return nil
    default:
      return nil
    }
  }

  private mutating func addElement(_ element: GumboElement, parent: Int) -> Int? {
    guard unsafe element.tag_namespace == GUMBO_NAMESPACE_HTML else { return nil }
    let tag = unsafe Self.tag(element.tag)
    let first = Int32(attributes.count)
    for index in unsafe 0..<Int(element.attributes.length) {
      guard
        let attribute = unsafe element.attributes.data[index]?.assumingMemoryBound(
          to: GumboAttribute.self),
        let name = unsafe attribute.pointee.name, let value = unsafe attribute.pointee.value,
        let known = unsafe HTMLAttribute(name: Self.bytes(name))
      else { continue }
      unsafe add(known, store(Self.bytes(value)))
    }
    return open(tag, parent: parent, content: first..<Int32(attributes.count))
  }

  /// The bytes of a C string.
  private static func bytes(_ string: UnsafePointer<CChar>) -> UnsafeRawBufferPointer {
    unsafe UnsafeRawBufferPointer(start: string, count: strlen(string))
  }

  private static func tag(_ tag: GumboTag) -> HTMLTag {
    let index = Int(tag.rawValue)
    return index < byGumboTag.count ? byGumboTag[index] : .other
  }

  private static let byGumboTag: [HTMLTag] = (0..<GUMBO_TAG_LAST.rawValue).map { raw in
    guard let name = unsafe gumbo_normalized_tagname(GumboTag(rawValue: raw)) else { return .other }
    return unsafe HTMLTag(name: bytes(name))
  }
}
