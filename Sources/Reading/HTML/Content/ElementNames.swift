import Primitives

/// What the elements of a page are for, as far as tags, attributes and classes say.
struct ElementNames {
  /// The role of each node; nil when nothing names one.
  private(set) var roles: [ElementRole?]
  /// A number for the name that gave the role; equal names have equal numbers.
  private(set) var keys: [Int]
  private let tree: HTMLTree

  init(_ tree: HTMLTree) {
    self.tree = tree
    roles = Array(repeating: nil, count: tree.nodes.count)
    keys = Array(repeating: 0, count: tree.nodes.count)
    var words = ElementRoles()
    var numbers: [String: Int] = [:]
    for index in tree.nodes.indices {
      let tag = tree.nodes[index].tag
      guard tag.isBlock || tag == .other, tag != .body, tag != .html,
        let (role, name) = role(of: index, &words)
      else { continue }
      roles[index] = role
      let number = numbers[name] ?? numbers.count
      numbers[name] = number
      keys[index] = number
    }
  }

  /// The index after the last descendant of a node.
  func end(of index: Int) -> Int { Int(tree.nodes[index].end) }

  private func role(of index: Int, _ words: inout ElementRoles) -> (ElementRole, String)? {
    if let role = role(ofTag: index) { return (role, "\(tree.nodes[index].tag)") }
    if isHidden(index) { return (.hidden, "hidden") }
    if let property = tree.value(.itemprop, of: index), property.contains("articleBody") {
      return (.content, property)
    }
    var content: (ElementRole, String)?
    for attribute in [HTMLAttribute.class, .id, .dataTestid, .dataComponent, .role] {
      guard let value = tree.value(attribute, of: index), let role = words.role(of: value) else {
        continue
      }
      if role == .content {
        content = (role, value)
      } else if !(tree.nodes[index].tag == .blockquote && role == .share) {
        // The name without its numbers, so that "part-1" and "part-2" are one name.
        return (role, MarkupName(value.utf8).phrase)
      }
    }
    return content
  }

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

  private func isHidden(_ index: Int) -> Bool {
    if tree.bytes(.hidden, of: index) != nil { return true }
    if let hidden = tree.bytes(.ariaHidden, of: index), hidden.elementsEqual("true".utf8) {
      return true
    }
    guard let style = tree.value(.style, of: index) else { return false }
    let compact = String(style.lowercased().filter { $0 != " " })
    return compact.contains("display:none") || compact.contains("visibility:hidden")
  }
}
