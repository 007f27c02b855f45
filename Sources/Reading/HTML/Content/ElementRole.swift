import Primitives

/// What an element is for, as its name, class and id say.
enum ElementRole: String {
  case content, comments, related, share, promo, consent, navigation, byline, tags, caption, hidden
}

/// Finds what elements are for from the words of their class and id attributes.
struct ElementRoles {
  private static let words: [String: ElementRole] = {
    var table: [String: ElementRole] = [:]
    for row in ListResource.rows(PackageResources.markup_words_tsv) where row.count == 2 {
      table[row[1]] = ElementRole(rawValue: row[0])
    }
    return table
  }()

  private var known: [String: ElementRole?] = [:]

  /// The role that a class or id names; nil when it names none.
  ///
  /// Furniture wins over content: "article-body-comments" holds comments.
  mutating func role(of names: String) -> ElementRole? {
    if let role = known[names] { return role }
    var found: ElementRole?
    for name in names.utf8.split(whereSeparator: \.isASCIIWhitespace).prefix(24) {
      let role = Self.role(ofWords: Self.split(name))
      if let role, role != .content { found = role } else { found = found ?? role }
      if let found, found != .content { break }
    }
    known[names] = .some(found)
    return found
  }

  private static func role(ofWords parts: [String]) -> ElementRole? {
    // State and layout classes ("has-sidebar", "no-comments") say nothing of the element itself.
    if let first = parts.first, ["has", "no", "is", "with", "without", "js"].contains(first) {
      return nil
    }
    var content: ElementRole?
    for index in parts.indices {
      for length in stride(from: min(3, parts.count - index), through: 1, by: -1) {
        let phrase = parts[index..<index + length].joined(separator: " ")
        guard let role = words[phrase] else { continue }
        if role != .content { return role }
        content = role
      }
    }
    return content
  }

  /// Splits "articleBody_main-text" into "article", "body", "main", "text".
  private static func split(_ name: Substring.UTF8View) -> [String] {
    var parts: [String] = []
    var part: [UInt8] = []
    var previous: UInt8 = 0
    for byte in name {
      let startsWord = byte.isASCIIUppercase && previous.isASCIILowercase
      let isLetter = byte.isASCIILetter || byte >= 0x80
      if (startsWord || !isLetter), !part.isEmpty {
        parts.append(String(decoding: part, as: UTF8.self))
        part.removeAll(keepingCapacity: true)
      }
      if isLetter { part.append(byte.isASCIIUppercase ? byte + 0x20 : byte) }
      previous = byte
    }
    if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
    return Array(parts.prefix(12))
  }
}
