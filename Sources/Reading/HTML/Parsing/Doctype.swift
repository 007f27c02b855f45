import Primitives

/// The document type of a page, as far as it decides how tables are read.
struct Doctype {
  /// Whether the page wants to be read as old browsers did.
  let isQuirky: Bool

  /// Whether a declaration is one of a document type.
  static func opens(_ declaration: ArraySlice<UInt8>) -> Bool {
    declaration.prefix(9).elementsEqual("<!doctype".utf8) { $0 | 0x20 == $1 | 0x20 }
  }

  /// Reads a declaration from its `<` to before its `>`.
  init(_ declaration: ArraySlice<UInt8>) {
    let text = String(decoding: declaration.dropFirst(9).prefix(600), as: UTF8.self).lowercased()
    let name = text.drop { $0.isWhitespace }.prefix { !$0.isWhitespace }
    let quoted = Self.quoted(text)
    let rest = text.drop { $0.isWhitespace }.dropFirst(name.count).drop { $0.isWhitespace }
    let isPublic = rest.hasPrefix("public")
    let identifier = isPublic ? quoted.first ?? "" : ""
    let system = isPublic ? quoted.dropFirst().first : quoted.first
    if name != "html" || (!rest.isEmpty && !isPublic && !rest.hasPrefix("system")) {
      isQuirky = true
    } else if isPublic, quoted.isEmpty {
      isQuirky = true
    } else if system == "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd" {
      isQuirky = true
    } else if Self.isOld(identifier, "quirks-without-system") {
      isQuirky = system == nil
    } else {
      isQuirky = Self.isOld(identifier, "quirks") || Self.list.wholes.contains(identifier)
    }
  }

  private static func isOld(_ identifier: String, _ kind: String) -> Bool {
    list.prefixes[kind, default: []].contains { identifier.hasPrefix($0) }
  }

  /// The texts between quotation marks.
  private static func quoted(_ text: String) -> [String] {
    var found: [String] = []
    var rest = text[...]
    while found.count < 2, let start = rest.firstIndex(where: { $0 == "\"" || $0 == "'" }) {
      let quote = rest[start]
      let content = rest[rest.index(after: start)...]
      guard let end = content.firstIndex(of: quote) else {
        found.append(String(content))
        break
      }
      found.append(String(content[..<end]))
      rest = content[content.index(after: end)...]
    }
    return found
  }

  private static let list = List(PackageResources.doctypes_tsv)

  private struct List {
    var prefixes: [String: [String]] = [:]
    var wholes: Set<String> = []

    init(_ resource: [UInt8]) {
      for row in ListResource.rows(resource) where row.count == 2 {
        if row[0] == "quirks-whole" {
          wholes.insert(row[1])
        } else {
          prefixes[row[0], default: []].append(row[1])
        }
      }
    }
  }
}
