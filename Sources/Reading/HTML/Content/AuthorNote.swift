import Primitives

/// Takes the lines about the author at the end of an article: "Ann Lee is a columnist for The Coast."
enum AuthorNote {
  /// The words that follow the name in such a line.
  private static let verbs = [
    "is a ", "is an ", "is the ", "is our ", "is professor", "is senior", "is editor", "is chief",
    "was a ", "covers ", "writes ", "reports ", "has been ", "has written ", "teaches ", "joined ",
    "lives ", "can be reached", "can be contacted", "works ", "are ",
  ]
  private static let longest = 500

  /// Moves such lines from the end of the text to its credits.
  static func take(from body: inout BodyFilter.Content, authors: [String]) {
    var moved: [String] = []
    while body.text.count > 2, moved.count < 3, let last = body.text.last,
      isNote(last.string, authors)
    {
      moved.append(last.string)
      body.text.removeLast()
    }
    body.credits += moved.reversed()
  }

  private static func isNote(_ line: String, _ authors: [String]) -> Bool {
    guard line.utf8.count <= longest else { return false }
    let opening = line.drop { "•*–—-_ ".contains($0) }
    return authors.contains { author in
      guard author.contains(" "), opening.hasPrefix(author) else { return false }
      let rest = opening.dropFirst(author.count).drop { $0 == "," || $0 == " " }
      return verbs.contains { rest.hasPrefix($0) }
    }
  }
}
