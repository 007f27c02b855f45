/// The attributes that reading looks at; all others are left out of the tree.
enum HTMLAttribute: UInt8, CaseIterable {
  case `class`, id, itemprop, rel, href, content, name, property, datetime, lang, role
  case title, hidden, style, type, ariaHidden, httpEquiv, dataTestid, dataComponent

  /// The attribute whose name in lower case has a hash (`NameTable.hash`); nil when it is not looked at.
  init?(hash: UInt64) {
    guard let value = Self.names.value(of: hash) else { return nil }
    self.init(rawValue: value)
  }

  private var spelling: String {
    switch self {
    case .ariaHidden: "aria-hidden"
    case .httpEquiv: "http-equiv"
    case .dataTestid: "data-testid"
    case .dataComponent: "data-component"
    default: "\(self)"
    }
  }

  private static let names = NameTable(allCases.map { ($0.spelling, $0.rawValue) })
}
