/// The attributes that reading looks at; all others are left out of the tree.
enum HTMLAttribute: UInt8, CaseIterable {
  case `class`, id, itemprop, itemtype, rel, href, content, name, property, datetime, lang, role
  case hidden, style, title, alt, type, charset, pubdate, src
  case ariaHidden, ariaLabel, httpEquiv, dataTestid, dataComponent

  /// The attribute of a name in lower case; nil when it is not looked at.
  init?(name: some Collection<UInt8>) {
    let length = name.count
    guard length < Self.byLength.count else { return nil }
    for (spelling, attribute) in Self.byLength[length] where spelling.elementsEqual(name) {
      self = attribute
      return
    }
    return nil
  }

  /// The name as it stands in markup.
  var spelling: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .ariaLabel: "aria-label"
    case .httpEquiv: "http-equiv"
    case .dataTestid: "data-testid"
    case .dataComponent: "data-component"
    default: "\(self)"
    }
  }

  private static let byLength: [[([UInt8], HTMLAttribute)]] = {
    var table: [[([UInt8], HTMLAttribute)]] = Array(repeating: [], count: 16)
    for attribute in allCases {
      let name = Array(attribute.spelling.utf8)
      table[name.count].append((name, attribute))
    }
    return table
  }()
}
