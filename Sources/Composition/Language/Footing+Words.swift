import NewsModel

extension Footing {
  /// How readers are told on what footing a source speaks.
  var words: String {
    switch self {
    case .named: "by name"
    case .role: "by office only"
    case .anonymous: "name withheld"
    case .document: "from a document"
    case .outlet: "through another outlet"
    case .unstated: "source not stated"
    }
  }

  /// The order in which footings are listed: the firmest first.
  static let inOrder: [Footing] = [.named, .role, .document, .outlet, .anonymous, .unstated]
}
