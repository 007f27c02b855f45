/// Tells which addresses are one: the same page over `http` and `https`, with and without what
/// tracks a reader, and as an AMP copy of itself.
///
/// ```swift
/// ArticleAddress.key("http://www.outlet.example/a/?utm_source=feed#top")  // "https://outlet.example/a"
/// ```
/// Addresses are normalised after RFC 3986, section 6; the rest is convention of the web.
public enum ArticleAddress {
  /// The normalised form of an address: equal for the addresses of one page; other addresses as they are.
  ///
  /// It names the page and is not meant to be fetched.
  /// - Complexity: O(bytes).
  public static func key(_ address: String) -> String {
    guard let parts = Parts(address) else { return address }
    return key(parts, unwrapsLeft: 2)
  }

  /// The address without its fragment and without what tracks a reader: to be shown and fetched.
  public static func cleaned(_ address: String) -> String {
    guard let parts = Parts(address) else { return address }
    let query = keptParameters(parts.query, dropsDisplay: false)
    let tail = query.isEmpty ? "" : "?" + query.joined(separator: "&")
    return "\(parts.scheme)://\(parts.authority)\(parts.path)\(tail)"
  }

  /// Whether two addresses are of one site: the same host but for "www." and "amp." and the like.
  ///
  /// Hosts count as one site when one ends in the other, or both in the same last two labels where the
  /// first of these is longer than three letters ("co.uk" is none).
  public static func isSameSite(_ a: String, _ b: String) -> Bool {
    guard let a = Parts(a)?.host, let b = Parts(b)?.host else { return false }
    if a == b || a.hasSuffix("." + b) || b.hasSuffix("." + a) { return true }
    let ends = [a, b].map { $0.split(separator: ".").suffix(2) }
    return ends[0] == ends[1] && (ends[0].first?.utf8.count ?? 0) > 3
  }

  /// Whether an address is that of a whole site: no path and no query.
  public static func isFrontPage(_ address: String) -> Bool {
    guard let parts = Parts(address) else { return false }
    return parts.query.isEmpty && parts.path.allSatisfy { $0 == "/" }
  }

  /// The host of an address of the web in lower case, without "www."; nil for other addresses.
  public static func host(_ address: String) -> String? { Parts(address)?.host }

  private static func key(_ parts: Parts, unwrapsLeft: Int) -> String {
    if unwrapsLeft > 0, let wrapped = cachedAddress(parts) {
      return key(wrapped, unwrapsLeft: unwrapsLeft - 1)
    }
    var host = parts.host
    if host.hasPrefix("amp.") { host = String(host.dropFirst(4)) }
    var segments = normalised(parts.path).split(separator: "/").map(String.init)
    if segments.count > 1, segments.first == "amp" { segments.removeFirst() }
    if segments.count > 1, segments.last == "amp" { segments.removeLast() }
    if let last = segments.popLast() { segments.append(withoutAMP(last)) }
    let query = keptParameters(parts.query, dropsDisplay: true).sorted()
    let path = segments.map { "/" + $0 }.joined()
    return "https://\(host)\(parts.port)\(path)"
      + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  /// The address that an AMP cache keeps a copy of.
  private static func cachedAddress(_ parts: Parts) -> Parts? {
    let segments = parts.path.split(separator: "/", omittingEmptySubsequences: true)
    var rest = segments[...]
    if parts.host.hasSuffix(".cdn.ampproject.org") {
      guard let kind = rest.popFirst(), ["c", "v", "a"].contains(kind) else { return nil }
    } else if parts.host.hasPrefix("google."), rest.first == "amp" {
      rest.removeFirst()
    } else {
      return nil
    }
    if rest.first == "s" { rest.removeFirst() }
    guard rest.first?.contains(".") == true else { return nil }
    let query = parts.query.isEmpty ? "" : "?\(parts.query)"
    return Parts("https://" + rest.joined(separator: "/") + query)
  }

  private static func withoutAMP(_ segment: String) -> String {
    for (ending, plain) in [(".amp.html", ".html"), (".amp.htm", ".htm"), (".amp", "")]
    where segment.hasSuffix(ending) && segment.utf8.count > ending.utf8.count {
      return segment.dropLast(ending.utf8.count) + plain
    }
    return segment
  }

  /// A path with its percent codes in one form: letters, digits and `-._~` plain, the rest in upper case.
  private static func normalised(_ path: Substring) -> String {
    var result: [UInt8] = []
    var rest = Array(path.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), let high = rest.first.flatMap(hexValue),
        let low = rest.dropFirst().first.flatMap(hexValue)
      else {
        result.append(byte)
        continue
      }
      rest.removeFirst(2)
      let value = high << 4 | low
      if isUnreserved(value) {
        result.append(value)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(high)], digits[Int(low)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~".utf8.contains(byte)
    }
  }

  private static func keptParameters(_ query: Substring, dropsDisplay: Bool) -> [String] {
    query.split(separator: "&").compactMap { field in
      let name = field.prefix { $0 != "=" }.lowercased()
      if !dropsDisplay, name == "amp" || name == "outputtype" { return String(field) }
      return TrackingParameters.contains(name) ? nil : String(field)
    }
  }
}

extension ArticleAddress {
  /// An `http` or `https` address, taken apart.
  private struct Parts {
    let scheme: String
    let authority: Substring
    let path: Substring
    let query: Substring

    init?(_ address: String) {
      let text = address[...]
      guard let colon = text.firstIndex(of: ":"), text[colon...].hasPrefix("://") else {
        return nil
      }
      scheme = text[..<colon].lowercased()
      guard scheme == "http" || scheme == "https" else { return nil }
      let rest = text[colon...].dropFirst(3).prefix { $0 != "#" }
      authority = rest.prefix { $0 != "/" && $0 != "?" }
      guard !authority.isEmpty else { return nil }
      let tail = rest[authority.endIndex...]
      path = tail.prefix { $0 != "?" }
      query = tail[path.endIndex...].dropFirst()
    }

    private var hostAndPort: Substring {
      authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
    }

    /// The host without "www." and a closing point.
    var host: String {
      let end = hostAndPort.hasPrefix("[") ? hostAndPort.firstIndex(of: "]") : nil
      let head = end.map { hostAndPort[...$0] } ?? hostAndPort.prefix { $0 != ":" }
      var host = head.lowercased()
      if host.hasSuffix(".") { host.removeLast() }
      return host.hasPrefix("www.") && host.utf8.count > 4 ? String(host.dropFirst(4)) : host
    }

    /// The port with its colon; empty for the usual ones.
    var port: String {
      guard let colon = hostAndPort.lastIndex(of: ":"), !hostAndPort[colon...].contains("]") else {
        return ""
      }
      let port = hostAndPort[colon...]
      return [":", ":80", ":443"].contains(port) ? "" : String(port)
    }
  }
}

/// The parameters that name no page.
private enum TrackingParameters {
  private static let lines = PackageResources.tracking_parameters_txt.split(separator: 0x0A)
    .map { String(decoding: $0, as: UTF8.self) }.filter { !$0.hasPrefix("#") }
  private static let names = Set(lines.filter { !$0.hasSuffix("*") })
  private static let prefixes = lines.filter { $0.hasSuffix("*") }.map { $0.dropLast() }

  static func contains(_ name: String) -> Bool {
    names.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }
}
