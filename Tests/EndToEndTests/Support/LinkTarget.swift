/// Where a relative link leads: a file of the site and an element in it.
struct LinkTarget {
  let path: String
  let anchor: String?

  init(_ link: String, from page: String) {
    let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    anchor = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
    let way = parts[0].prefix { $0 != "?" }
    guard !way.isEmpty else {
      path = page
      return
    }
    var steps = page.split(separator: "/").dropLast().map(String.init)
    for step in way.split(separator: "/", omittingEmptySubsequences: false) {
      switch step {
      case "..": _ = steps.popLast()
      case ".": break
      default: steps.append(String(step))
      }
    }
    let joined = steps.joined(separator: "/")
    path = joined.isEmpty || joined.hasSuffix("/") ? joined + "index.html" : joined
  }
}
