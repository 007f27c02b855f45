/// The ids and links of a page, found by their attributes.
struct PageLinks {
  let ids: [String]
  let links: [String]

  init(_ markup: String) {
    ids = Self.values(" id=\"", in: markup)
    links = Self.values(" href=\"", in: markup) + Self.values(" src=\"", in: markup)
  }

  private static func values(_ start: String, in markup: String) -> [String] {
    markup.split(separator: start, omittingEmptySubsequences: false).dropFirst().map { rest in
      String(rest.prefix { $0 != "\"" }).replacing("&amp;", with: "&").replacing("&#39;", with: "'")
    }
  }

  /// The path and the place that a relative link leads to.
  static func resolve(_ link: String, from path: String) -> (path: String, place: String) {
    let halves = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let place = halves.count > 1 ? String(halves[1]) : ""
    guard let target = halves.first, !target.isEmpty else { return (path, place) }
    var folders = path.split(separator: "/").dropLast()
    for part in target.prefix(while: { $0 != "?" }).split(separator: "/") {
      if part == ".." { folders = folders.dropLast() } else { folders.append(part) }
    }
    return (folders.joined(separator: "/"), place)
  }
}
