import Primitives

/// Takes the bylines of pages apart into names.
enum PersonName {
  /// The names in a byline; none when it names nobody.
  static func names(_ byline: String) -> [String] {
    let text = withoutOpening(byline)
    // "example.com, Springfield" is a publisher and its seat.
    if let first = text.split(separator: ",").first, isHost(first) { return [] }
    return BylineText.names(text).filter { name in
      let folded = name.lowercased()
      if let last = folded.split(separator: " ").last, list.posts.contains(String(last)) {
        return false
      }
      return !list.nobody.contains(folded) && !list.degrees.contains(folded)
        && !PageAddress.isWeb(name)
    }
  }

  /// Whether text has the form of a person's name: two to four words, each with a capital at its start.
  ///
  /// Particles such as "de" and "van" may be among them.
  static func looksLikeOne(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard (2...4).contains(words.count), let first = words.first, let last = words.last else {
      return false
    }
    return [first, last].allSatisfy { $0.first?.isUppercase ?? false }
      && words.allSatisfy { word in
        word.first.map { $0.isUppercase || word.count <= 3 } ?? false
      }
  }

  /// Whether text is the name of a host, such as "example.com".
  private static func isHost(_ text: Substring) -> Bool {
    guard let point = text.lastIndex(of: "."), !text.contains(" ") else { return false }
    let end = text[point...].dropFirst()
    return end.utf8.count >= 2 && end.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }

  private static func withoutOpening(_ byline: String) -> String {
    var text = Substring(byline).drop { $0 == " " || $0 == "|" || $0 == "•" || $0 == "–" }
    // "Author: by Ann Lee" has two.
    for _ in 0..<2 {
      let folded = text.lowercased()
      guard folded.utf8.count == text.utf8.count,
        let opening = list.openings.first(where: { opens(folded, with: $0) })
      else { break }
      text = text[text.utf8.index(text.startIndex, offsetBy: opening.utf8.count)...]
        .drop { $0 == " " || $0 == ":" }
    }
    return String(text)
  }

  private static func opens(_ text: String, with opening: String) -> Bool {
    guard text.hasPrefix(opening) else { return false }
    let next = text.utf8.dropFirst(opening.utf8.count).first
    return next == UInt8(ascii: " ") || next == UInt8(ascii: ":")
  }

  /// The word lists (`Lists/bylines.tsv`).
  static let list: Words = Words(PackageResources.bylines_tsv)

  /// The words of bylines by what they are for.
  struct Words {
    /// Longest first, so that "view all posts by" goes before "view".
    var openings: [String] = []
    var nobody: Set<String> = []
    /// What sites call their front page.
    var fronts: Set<String> = []
    var degrees: Set<String> = []
    /// Words for posts, with which no name ends.
    var posts: Set<String> = []
    var paths = NameTable([])
    var marks: Set<String> = []
    var unmarks: Set<String> = []

    init(_ resource: [UInt8]) {
      var paths: [(String, UInt8)] = []
      for row in ListResource.rows(resource) where row.count == 2 {
        switch row[0] {
        case "opening": openings.append(row[1])
        case "nobody": nobody.insert(row[1])
        case "front": fronts.insert(row[1])
        case "post": posts.insert(row[1])
        case "degree": degrees.insert(row[1])
        case "path": paths.append((row[1], 1))
        case "mark": marks.insert(row[1])
        default: unmarks.insert(row[1])
        }
      }
      self.paths = NameTable(paths)
      openings.sort { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    }
  }
}
