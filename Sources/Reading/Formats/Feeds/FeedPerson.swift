import Primitives

/// A person as a feed names one: in parts, or as "name (address)", "address (name)", "name <address>".
struct FeedPerson: Hashable {
  private(set) var name: String?
  private(set) var email: String?
  private(set) var url: String?

  /// Reads an element with `name`, `email` and `uri` in it, or its text.
  init(_ element: XMLElement) {
    guard !element.children.isEmpty else {
      self = FeedPerson(element.foldedText ?? "")
      return
    }
    name = element.child("name")?.foldedText ?? element.child("title")?.foldedText
    email = element.child("email")?.foldedText
    let address = ["uri", "url", "homepage", "href"].lazy.compactMap { element.child($0) }.first
    url = address?.foldedText
    if name == nil, email == nil { self = FeedPerson(element.foldedText ?? "") }
    if let whole = name, email == nil, whole.contains("@") { self = FeedPerson(whole) }
  }

  /// Takes a line apart.
  init(_ line: String) {
    guard let address = Self.address(in: line) else {
      name = Self.trimmed(line)
      return
    }
    email = String(address)
    let rest = line[..<address.startIndex] + line[address.endIndex...]
    name = Self.trimmed(String(rest.map { "()<>".contains($0) ? " " : $0 }))
      .map { $0.hasPrefix("mailto:") ? String($0.dropFirst(7)) : $0 }
      .flatMap(Self.trimmed)
  }

  /// The names to show; the address where there is no name, as somebody is better than nobody.
  var names: [String] {
    guard let name else { return email.map { [$0] } ?? [] }
    let names = BylineText.names(name)
    return names.isEmpty ? [name] : names
  }

  /// The run of characters around an "@" that can be an address of mail.
  private static func address(in line: String) -> Substring? {
    guard let at = line.firstIndex(of: "@") else { return nil }
    func belongs(_ character: Character) -> Bool { !" ()<>,;\"'\t\n[]".contains(character) }
    let start = line[..<at].lastIndex { !belongs($0) }.map { line.index(after: $0) }
    let end = line[at...].firstIndex { !belongs($0) } ?? line.endIndex
    let address = line[(start ?? line.startIndex)..<end]
    let isWhole =
      address.first != "@" && address.last != "@" && address.split(separator: "@").count == 2
    guard isWhole else { return nil }
    return address.hasPrefix("mailto:") ? address.dropFirst(7) : address
  }

  private static func trimmed(_ text: String) -> String? {
    var folded = FoldedText()
    folded.append(Array(text.utf8)[...])
    return folded.isEmpty ? nil : folded.string
  }
}
