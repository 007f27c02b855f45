import Primitives

/// Works on the addresses in a page (RFC 3986, as far as links of articles need it).
enum PageAddress {
  /// Whether an address is absolute and of the web.
  static func isWeb(_ address: String) -> Bool {
    let start = address.utf8.prefix(8).map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
    return start.starts(with: "https://".utf8) || start.starts(with: "http://".utf8)
  }

  /// The host of an address, without "www."; nil when it has none.
  static func host(_ address: String) -> String? {
    guard let start = authorityStart(address) else { return nil }
    let host = address[start...].prefix { !"/?#:".contains($0) }.lowercased()
    let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    return name.isEmpty ? nil : name
  }

  /// The address that a reference means on a page; nil when it leads to no page.
  static func resolve(_ reference: String, against base: String?) -> String? {
    let address = withoutSpace(reference)
    if isWeb(address) { return address }
    guard !address.isEmpty, !address.hasPrefix("#"), !hasScheme(address), let base,
      let authority = authorityStart(base)
    else { return nil }
    if address.hasPrefix("//") { return base.prefix { $0 != "/" } + address }
    let pathStart = base[authority...].firstIndex { "/?#".contains($0) } ?? base.endIndex
    let origin = String(base[..<pathStart])
    if address.hasPrefix("/") { return origin + withoutDots(address) }
    let path = base[pathStart...].prefix { $0 != "?" && $0 != "#" }
    if address.hasPrefix("?") { return origin + path + address }
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
    return origin + withoutDots(folder + address)
  }

  private static func withoutSpace(_ reference: String) -> String {
    let isClean = reference.utf8.allSatisfy { $0 > 0x20 && $0 < 0x80 }
    return isClean ? reference : String(reference.filter { !$0.isWhitespace && !$0.isNewline })
  }

  /// Where the host starts in an address of the web.
  private static func authorityStart(_ address: String) -> String.Index? {
    guard isWeb(address), let slash = address.firstIndex(of: "/") else { return nil }
    return address.index(slash, offsetBy: 2)
  }

  private static func hasScheme(_ address: String) -> Bool {
    guard let colon = address.utf8.firstIndex(of: 0x3A) else { return false }
    return address.utf8[..<colon].allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || $0 == 0x2B }
  }

  /// A path without "." and ".." (RFC 3986, section 5.2.4).
  private static func withoutDots(_ path: String) -> String {
    let tail = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    var kept: [Substring] = []
    for segment in path[..<tail].split(separator: "/", omittingEmptySubsequences: false) {
      switch segment {
      case ".": continue
      case "..": if kept.count > 1 { kept.removeLast() }
      default: kept.append(segment)
      }
    }
    return kept.joined(separator: "/") + path[tail...]
  }
}
