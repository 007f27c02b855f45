/// The address on the first line of a request, taken apart and decoded.
///
/// Takes the origin form (`/path?query`) and the absolute form (`http://host/path?query`) of RFC 9112, section 3.2.
struct RequestTarget: Hashable, Sendable {
  let path: String
  let query: [QueryItem]

  init(_ target: [UInt8]) throws(MalformedRequest) {
    let pathAndQuery = try Self.withoutAuthority(target).split(
      separator: UInt8(ascii: "?"), maxSplits: 1, omittingEmptySubsequences: false)
    let rawPath = pathAndQuery.first ?? []
    guard let path = PercentCoding.decode(rawPath) else {
      throw MalformedRequest("the path is not well formed: a % must be followed by two digits")
    }
    try Self.check(path)
    self.path = path
    query = pathAndQuery.count > 1 ? try Self.items(pathAndQuery[1]) : []
  }

  private static func withoutAuthority(
    _ target: [UInt8]
  ) throws(MalformedRequest) -> ArraySlice<UInt8> {
    let slash = UInt8(ascii: "/")
    if target.first == slash { return target[...] }
    let text = String(decoding: target.prefix(8), as: UTF8.self).lowercased()
    guard text.hasPrefix("http://") || text.hasPrefix("https://"),
      let colon = target.firstIndex(of: UInt8(ascii: ":"))
    else { throw MalformedRequest("the address must start with /") }
    let authority = target[(colon + 3)...]
    guard let start = authority.firstIndex(of: slash) else { return [slash] }
    return target[start...]
  }

  private static func check(_ path: String) throws(MalformedRequest) {
    if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) {
      throw MalformedRequest("the path holds a character that no page has")
    }
    let segments = path.utf8.split(separator: UInt8(ascii: "/"))
    if segments.contains(where: { $0.elementsEqual("..".utf8) || $0.elementsEqual(".".utf8) }) {
      throw MalformedRequest("the path may not hold . or .. as a folder")
    }
  }

  private static func items(_ query: ArraySlice<UInt8>) throws(MalformedRequest) -> [QueryItem] {
    var items: [QueryItem] = []
    for pair in query.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(
        separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = PercentCoding.decode(parts[0], plusIsSpace: true),
        let value = PercentCoding.decode(parts.count > 1 ? parts[1] : [], plusIsSpace: true)
      else {
        throw MalformedRequest("the query is not well formed: a % must be followed by two digits")
      }
      items.append(QueryItem(name, value))
    }
    return items
  }
}

/// Why a request was not understood.
struct MalformedRequest: Error, Hashable {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
