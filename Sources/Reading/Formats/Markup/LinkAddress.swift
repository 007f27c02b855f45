import Primitives

/// Resolves references in feeds against their bases (RFC 3986, section 5).
enum LinkAddress {
  /// The parts of a reference; nil where it has none.
  private struct Parts {
    var scheme: Substring?
    var authority: Substring?
    var path: Substring
    var query: Substring?
    var fragment: Substring?
  }

  /// The absolute address that a reference means; nil when it is relative and there is no base.
  static func resolve(_ reference: String, against base: String?) -> String? {
    let reference = cleaned(reference)
    var parts = split(reference[...])
    if parts.scheme != nil { return reference }
    guard let base, case let root = split(cleaned(base)[...]), root.scheme != nil else {
      return nil
    }
    parts.scheme = root.scheme
    if parts.authority == nil {
      parts.authority = root.authority
      if parts.path.isEmpty {
        parts.path = root.path
        parts.query = parts.query ?? root.query
      } else if parts.path.hasPrefix("/") {
        parts.path = withoutDots(parts.path)
      } else {
        parts.path = withoutDots(merged(parts.path, onto: root))
      }
    } else {
      parts.path = withoutDots(parts.path)
    }
    return joined(parts)
  }

  /// The resolved address when it is of the web; nil for scripts, mail and the rest.
  static func web(_ reference: String?, against base: String?) -> String? {
    guard let reference, let address = resolve(reference, against: base),
      PageAddress.isWeb(address)
    else { return nil }
    return address
  }

  /// Without white space around and line feeds in it, and without a slash too many after the scheme.
  private static func cleaned(_ reference: String) -> String {
    var bytes = Array(reference.utf8)
    bytes.removeAll { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let trimmed = bytes.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
    var address = String(decoding: Array(trimmed), as: UTF8.self)
    for scheme in ["http:", "https:"] where address.lowercased().hasPrefix(scheme + "///") {
      let host = address.dropFirst(scheme.utf8.count).drop { $0 == "/" }
      address = "\(scheme)//\(host)"
    }
    return address
  }

  private static func split(_ reference: Substring) -> Parts {
    var rest = reference
    var parts = Parts(path: "")
    if let mark = rest.firstIndex(of: "#") {
      parts.fragment = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: "?") {
      parts.query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), isScheme(rest[..<colon]) {
      parts.scheme = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      let host = rest.dropFirst(2)
      let end = host.firstIndex(of: "/") ?? host.endIndex
      parts.authority = host[..<end]
      rest = host[end...]
    }
    parts.path = rest
    return parts
  }

  private static func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first.isASCIILetter else { return false }
    return text.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
  }

  private static func merged(_ path: Substring, onto root: Parts) -> Substring {
    if root.authority != nil, root.path.isEmpty { return "/" + path }
    let folder = root.path.lastIndex(of: "/").map { root.path[...$0] } ?? ""
    return folder + path
  }

  /// A path without "." and ".." (section 5.2.4).
  private static func withoutDots(_ path: Substring) -> Substring {
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return Substring(kept.joined(separator: "/"))
  }

  private static func joined(_ parts: Parts) -> String {
    var address = ""
    if let scheme = parts.scheme { address += "\(scheme):" }
    if let authority = parts.authority { address += "//\(authority)" }
    address += parts.path
    if let query = parts.query { address += "?\(query)" }
    if let fragment = parts.fragment { address += "#\(fragment)" }
    return address
  }
}
