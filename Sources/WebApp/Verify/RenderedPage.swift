import Primitives

/// The words that a page shows, by element: read back from its bytes, whatever they are.
///
/// Reads the markup that this program writes, not HTML at large: what somebody changed in it shows as other words.
struct RenderedPage {
  /// An element whose words are checked.
  struct Element: Hashable {
    let id: String?
    let classes: [String]
    /// Without the marks put beside the words: `<sup>` and the notes on speakers.
    var words: String
  }

  /// The elements in the order in which they end.
  private(set) var elements: [Element] = []

  init(_ bytes: [UInt8]) {
    var scanner = MarkupScanner(bytes)
    var open: [(name: String, watched: Int?, isAside: Bool)] = []
    var watched: [(element: Element, bytes: [UInt8], isOpen: Bool)] = []
    var asides = 0
    while let token = scanner.next() {
      switch token {
      case .text(let text):
        guard asides == 0 else { continue }
        for entry in open {
          if let index = entry.watched { watched[index].bytes += text }
        }
      case .start(let tag):
        guard !tag.isEmpty else { continue }
        let isAside =
          tag.name == "sup" || tag.classes.contains("who") || tag.classes.contains("rules")
        if isAside { asides += 1 }
        var index: Int?
        if Self.isWatched(tag) {
          index = watched.count
          watched.append((Element(id: tag.id, classes: tag.classes, words: ""), [], true))
        }
        open.append((tag.name, index, isAside))
      case .end(let name):
        guard let place = open.lastIndex(where: { $0.name == name }) else { continue }
        asides -= open[place...].filter(\.isAside).count
        open.removeSubrange(place...)
      }
    }
    elements = watched.map { entry in
      var element = entry.element
      element.words = String(decoding: entry.bytes, as: UTF8.self)
      return element
    }
  }

  private static func isWatched(_ tag: MarkupScanner.Tag) -> Bool {
    tag.classes.contains("s") || tag.classes.contains("sent") || tag.classes.contains("card-words")
      || tag.id == "text" || tag.id?.hasPrefix("s-") == true
  }

  /// The elements with the id.
  func elements(id: String) -> [Element] { elements.filter { $0.id == id } }
}
