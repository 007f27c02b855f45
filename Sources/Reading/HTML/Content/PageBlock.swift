/// A run of text of a page between two boundaries of blocks.
struct PageBlock {
  /// What the markup makes of it.
  enum Kind: Equatable {
    case paragraph
    case heading(Int)
    case listItem
    case quote
    case cell
    case preformatted
    /// Text that stands in a box of no meaning of its own.
    case loose
  }

  /// The text, white space folded.
  let text: [UInt8]
  /// How many of its characters are words of links.
  let linkCharacters: Int
  /// All its characters.
  let characters: Int
  /// The block element that it stands in.
  let element: Int
  /// Its first text node.
  let position: Int
  /// What the markup makes of it.
  let kind: Kind

  /// The text as a `String`.
  var string: String { String(decoding: text, as: UTF8.self) }

  /// The share of its characters that are links.
  var linkDensity: Double {
    characters == 0 ? 0 : Double(linkCharacters) / Double(characters)
  }

  /// Whether the last character ends a sentence; quotation marks and brackets after it are passed.
  var endsSentence: Bool { SentenceEnd.closes(text) }
}

/// Knows the marks that end sentences.
enum SentenceEnd {
  /// Whether text ends with a full stop or the like.
  static func closes(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    let tail = String(decoding: text.suffix(16), as: UTF8.self).unicodeScalars.reversed()
    for scalar in tail {
      switch scalar {
      case ".", "!", "?", "…", "。", "！", "？", "।", "؟", "۔", ":": return true
      case "\"", "'", ")", "]", "”", "’", "»", "“", "›", "」", "』", "*", " ": continue
      default: return false
      }
    }
    return false
  }
}
