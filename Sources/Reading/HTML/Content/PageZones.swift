import Primitives

/// Tells the parts of a page that are furniture from those that may be the article.
struct PageZones {
  /// What each node is part of; nil where nothing speaks against the article.
  private(set) var roles: [ElementRole?]
  /// Elements that their names or attributes call the article's body.
  private(set) var contentElements: [Int] = []

  /// An element that holds this share of a page's prose is never furniture, whatever its class says.
  private static let spareShare = 0.5

  init(_ tree: HTMLTree, mass: TextMass) {
    roles = Array(repeating: nil, count: tree.nodes.count)
    let total = mass.mass(of: 0..<tree.nodes.count)
    var names = ElementRoles()
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      let range = index..<Int(node.end)
      if node.tag != .text, node.tag != .body, node.tag != .html,
        let role = Self.role(of: index, tree, &names)
      {
        if role == .content {
          contentElements.append(index)
        } else if !Self.isSpared(role, mass: mass.mass(of: range), total: total) {
          for inner in range { roles[inner] = role }
          index = range.upperBound
          continue
        }
      }
      index += 1
    }
  }

  /// Comments may outweigh a short article; everything else may not.
  private static func isSpared(_ role: ElementRole, mass: Int, total: Int) -> Bool {
    if role == .comments { return total - mass < 250 && mass > 0 }
    return mass > 0 && Double(mass) >= spareShare * Double(total)
  }

  /// What an element is for by its tag, its attributes and its class.
  private static func role(
    of index: Int, _ tree: HTMLTree, _ names: inout ElementRoles
  ) -> ElementRole? {
    if let role = role(ofTag: index, tree) { return role }
    if isHidden(index, tree) { return .hidden }
    if let property = tree.value(.itemprop, of: index), property.contains("articleBody") {
      return .content
    }
    guard tree.nodes[index].tag.isBlock || tree.nodes[index].tag == .span else { return nil }
    var content: ElementRole?
    for attribute in [HTMLAttribute.class, .id, .dataTestid, .dataComponent, .role] {
      guard let value = tree.value(attribute, of: index), let role = names.role(of: value) else {
        continue
      }
      if role != .content { return role }
      content = role
    }
    return content
  }

  private static func role(ofTag index: Int, _ tree: HTMLTree) -> ElementRole? {
    switch tree.nodes[index].tag {
    case .nav, .footer, .menu, .dialog, .form: return .navigation
    case .aside: return .related
    case .figcaption: return .caption
    case .figure:
      let holdsText = tree.descendants(of: index).contains { inner in
        tree.nodes[inner].tag == .table || tree.nodes[inner].tag == .blockquote
          || tree.nodes[inner].tag == .pre
      }
      return holdsText ? nil : .caption
    case .header:
      return isInArticle(index, tree) ? nil : .navigation
    default: return nil
    }
  }

  private static func isInArticle(_ index: Int, _ tree: HTMLTree) -> Bool {
    var current = tree.parent(of: index)
    while let element = current {
      let tag = tree.nodes[element].tag
      if tag == .article || tag == .main { return true }
      current = tree.parent(of: element)
    }
    return false
  }

  private static func isHidden(_ index: Int, _ tree: HTMLTree) -> Bool {
    if tree.bytes(.hidden, of: index) != nil { return true }
    if let hidden = tree.bytes(.ariaHidden, of: index), hidden.elementsEqual("true".utf8) {
      return true
    }
    guard let style = tree.value(.style, of: index) else { return false }
    let compact = String(style.lowercased().filter { $0 != " " })
    return compact.contains("display:none") || compact.contains("visibility:hidden")
  }
}
