import Primitives

/// What the elements of a page are for, as far as tags, attributes and classes say.
struct ElementNames {
  /// The role of each node; nil when nothing names one.
  private(set) var roles: [ElementRole?]
  /// A number for the name that gave the role; equal names have equal numbers.
  private(set) var keys: [Int]
  private let tree: HTMLTree

  init(_ tree: HTMLTree, names: MarkupNames, trustsNames: Bool) {
    self.tree = tree
    roles = Array(repeating: nil, count: tree.nodes.count)
    keys = Array(repeating: 0, count: tree.nodes.count)
    for index in tree.nodes.indices {
      let tag = tree.nodes[index].tag
      guard tag.isBlock || tag == .other, tag != .body, tag != .html else { continue }
      if let role = role(ofTag: index) {
        roles[index] = role
        keys[index] = -Int(tag.rawValue) - 1
      } else if let (role, key) = role(of: index, names),
        trustsNames || role == .content || role == .comments
      {
        roles[index] = role
        keys[index] = key
      }
    }
  }

  /// The index after the last descendant of a node.
  func end(of index: Int) -> Int { Int(tree.nodes[index].end) }

  private func role(of index: Int, _ names: MarkupNames) -> (ElementRole, Int)? {
    var found: (role: ElementRole, key: Int)?
    for position in tree.attributeIndices(of: index) {
      let attribute = tree.attributes[position]
      let value = tree.bytes(of: attribute)
      switch attribute.name {
      case .hidden: return (.hidden, Self.hiddenKey)
      case .ariaHidden where value.elementsEqual("true".utf8): return (.hidden, Self.hiddenKey)
      case .style where Self.hides(value): return (.hidden, Self.hiddenKey)
      case .itemprop where Self.namesBody(value): return (.content, MarkupNames.bodyKey)
      case .class, .id, .dataTestid, .dataComponent, .role:
        guard let finding = names.finding(of: position), let role = finding.role else { continue }
        if tree.nodes[index].tag == .blockquote, role == .share { continue }
        // What speaks against the text wins over what speaks for it.
        if found == nil || (found?.role == .content && role != .content) {
          found = (role, finding.key)
        }
      default: continue
      }
    }
    return found
  }

  private static let hiddenKey = -1000

  private func role(ofTag index: Int) -> ElementRole? {
    switch tree.nodes[index].tag {
    case .nav, .footer, .menu, .dialog, .form: .navigation
    case .aside: .related
    case .figcaption: .caption
    case .figure: holdsText(index) ? nil : .caption
    case .header: isInArticle(index) ? nil : .navigation
    default: nil
    }
  }

  /// Whether a figure is a frame for a table, a quotation or code.
  private func holdsText(_ index: Int) -> Bool {
    tree.descendants(of: index).contains { inner in
      let tag = tree.nodes[inner].tag
      return tag == .table || tag == .blockquote || tag == .pre
    }
  }

  private func isInArticle(_ index: Int) -> Bool {
    var current = tree.parent(of: index)
    while let element = current {
      let tag = tree.nodes[element].tag
      if tag == .article || tag == .main { return true }
      current = tree.parent(of: element)
    }
    return false
  }

  /// Whether a style takes an element out of sight.
  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard style.count >= 12 else { return false }
    let compact = String(
      decoding: style.lazy.filter { !$0.isASCIIWhitespace }
        .map { $0.isASCIIUppercase ? $0 + 0x20 : $0 },
      as: UTF8.self)
    return compact.contains("display:none") || compact.contains("visibility:hidden")
  }

  private static func namesBody(_ property: ArraySlice<UInt8>) -> Bool {
    property.split(whereSeparator: \.isASCIIWhitespace).contains {
      $0.elementsEqual("articleBody".utf8)
    }
  }
}
