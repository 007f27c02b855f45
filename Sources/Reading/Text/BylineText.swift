import Primitives

/// Takes bylines apart into names.
enum BylineText {
  /// Words that open a byline, in lower case with the space after them.
  private static let openings = [
    "by ", "by: ", "written by ", "words by ", "von ", "par ", "por ", "di ", "door ", "af ", "av ",
    "text: ", "text by ", "author: ", "reported by ", "story by ",
  ]

  /// The names in a byline such as "By Ann Lee and Bob Moss"; none when it holds no name.
  static func names(_ byline: String) -> [String] {
    var text = Substring(byline)
    for opening in openings where text.lowercased().hasPrefix(opening) {
      text = text.dropFirst(opening.count)
      break
    }
    var names: [String] = []
    for part in split(String(text)) {
      let name = part.filter { !$0.isNewline }
      if isName(name), !names.contains(name) { names.append(name) }
    }
    return names
  }

  private static func split(_ text: String) -> [String] {
    var parts = [text]
    for separator in [", ", " and ", " und ", " et ", " y ", " & ", "; ", " | ", " / "] {
      parts = parts.flatMap { $0.split(separator: separator).map(String.init) }
    }
    return parts.map { part in
      let trimmed = part.drop { $0 == " " || $0 == "," || $0 == "·" || $0 == "|" }
      let name = String(trimmed.reversed().drop { " ,.·:".contains($0) }.reversed())
      // The point of "Jr." and "Sr." belongs to the name.
      let isJunior = [" jr", " sr"].contains { name.lowercased().hasSuffix($0) }
      return isJunior && trimmed.hasPrefix(name + ".") ? name + "." : name
    }
  }

  /// Whether text can be a person's name: short, without addresses and figures.
  private static func isName(_ text: String) -> Bool {
    guard (2...60).contains(text.utf8.count), text.split(separator: " ").count <= 6 else {
      return false
    }
    let forbidden = "0123456789@/<>{}=_→»›«←…©®™"
    return !text.contains { forbidden.contains($0) }
  }
}
