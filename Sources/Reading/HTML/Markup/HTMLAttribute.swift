/// The attributes that reading looks at; all others are left out of the tree.
enum HTMLAttribute: UInt8, CaseIterable {
  case `class`, id, itemprop, rel, href, content, name, property, datetime, lang, role
  case title, hidden, style, type, ariaHidden, httpEquiv, dataTestid, dataComponent

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
  var spelling: [UInt8] { Self.spellings[Int(rawValue)] }

  private static let spellings: [[UInt8]] = allCases.map { attribute in
    switch attribute {
    case .ariaHidden: Array("aria-hidden".utf8)
    case .httpEquiv: Array("http-equiv".utf8)
    case .dataTestid: Array("data-testid".utf8)
    case .dataComponent: Array("data-component".utf8)
    default: Array("\(attribute)".utf8)
    }
  }

  private static let byLength: [[([UInt8], HTMLAttribute)]] = {
    var table: [[([UInt8], HTMLAttribute)]] = Array(repeating: [], count: 16)
    for attribute in allCases {
      let name = attribute.spelling
      table[name.count].append((name, attribute))
    }
    return table
  }()
}
