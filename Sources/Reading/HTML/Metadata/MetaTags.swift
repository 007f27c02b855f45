/// The `<meta>`, `<link>` and `<title>` elements of a page.
struct MetaTags {
  private var values: [String: [String]] = [:]
  /// The text of the first `<title>`.
  private(set) var title: String?
  /// The address in `<link rel="canonical">`.
  private(set) var canonical: String?
  /// The address in `<base>`.
  private(set) var base: String?
  /// The language of the `<html>` element.
  private(set) var language: String?

  init(_ tree: HTMLTree) {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .meta: take(index, tree)
      case .title where title == nil: title = Self.filled(tree.foldedText(of: index))
      case .base where base == nil: base = tree.value(.href, of: index)
      case .link where canonical == nil:
        if tree.value(.rel, of: index)?.lowercased() == "canonical" {
          canonical = tree.value(.href, of: index).flatMap(Self.filled)
        }
      case .html where language == nil: language = tree.value(.lang, of: index).flatMap(Self.filled)
      default: continue
      }
    }
  }

  /// The first value of the first of several names that has one.
  func first(_ names: String...) -> String? {
    for name in names {
      if let value = values[name]?.first { return value }
    }
    return nil
  }

  /// All values of several names.
  func all(_ names: String...) -> [String] { names.flatMap { values[$0] ?? [] } }

  private mutating func take(_ index: Int, _ tree: HTMLTree) {
    guard let content = tree.value(.content, of: index).flatMap(Self.filled) else { return }
    for attribute in [HTMLAttribute.property, .name, .itemprop, .httpEquiv] {
      guard let name = tree.value(attribute, of: index)?.lowercased() else { continue }
      values[name, default: []].append(content)
    }
  }

  private static func filled(_ text: String) -> String? {
    var folded = FoldedText()
    folded.append(Array(text.utf8)[...])
    return folded.isEmpty ? nil : folded.string
  }
}
