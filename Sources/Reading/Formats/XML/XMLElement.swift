import Primitives

/// An element of a document.
struct XMLElement {
  let document: XMLDocument
  let index: Int

  private var node: XMLDocument.Node { document.nodes[index] }

  /// Its name.
  var name: XMLDocument.Name { document.names[Int(node.name)] }
  /// Its name without prefix, in lower case.
  var local: String { name.local }
  /// The vocabulary of its name.
  var vocabulary: XMLVocabulary { name.vocabulary }

  /// Whether the document broke off inside it.
  var isUnfinished: Bool { document.unfinished.contains(index) }

  /// The element around it; nil for the root.
  var parent: XMLElement? {
    node.parent < 0 ? nil : XMLElement(document: document, index: Int(node.parent))
  }

  /// The elements directly in it.
  var children: [XMLElement] {
    var found: [XMLElement] = []
    var next = index + 1
    while next < Int(node.end) {
      if document.nodes[next].name >= 0 {
        found.append(XMLElement(document: document, index: next))
      }
      next = Int(document.nodes[next].end)
    }
    return found
  }

  /// The elements in it at any depth, in document order.
  var descendants: [XMLElement] {
    (index + 1..<Int(node.end))
      .filter { document.nodes[$0].name >= 0 }
      .map { XMLElement(document: document, index: $0) }
  }

  /// The first element directly in it with the local name.
  func child(_ local: String) -> XMLElement? {
    children.first { $0.local == local }
  }

  /// The element that a path of local names leads to.
  func child(_ path: String...) -> XMLElement? {
    path.reduce(Optional(self)) { $0?.child($1) }
  }

  /// The elements directly in it with the local name.
  func children(_ local: String) -> [XMLElement] {
    children.filter { $0.local == local }
  }

  /// The first element at any depth with the local name.
  func descendant(_ local: String) -> XMLElement? {
    descendants.first { $0.local == local }
  }

  /// The value of an attribute without namespace; the case of its name does not matter.
  func attribute(_ local: String) -> String? {
    attribute { $0.local == local && $0.prefix == nil }
  }

  /// The value of an attribute of a vocabulary.
  func attribute(_ local: String, of vocabulary: XMLVocabulary) -> String? {
    attribute { $0.local == local && $0.vocabulary == vocabulary && $0.prefix != nil }
  }

  private func attribute(_ matches: (XMLDocument.Name) -> Bool) -> String? {
    attributes.first { matches($0.name) }?.value
  }

  /// The attributes in the order of the document.
  var attributes: [(name: XMLDocument.Name, value: String)] {
    document.attributes[Int(node.content.lowerBound)..<Int(node.content.upperBound)].map {
      let value = document.pool[Int($0.value.lowerBound)..<Int($0.value.upperBound)]
      return (document.names[Int($0.name)], String(decoding: value, as: UTF8.self))
    }
  }

  /// All text in it at any depth, as it stands.
  var textBytes: [UInt8] {
    var bytes: [UInt8] = []
    for inner in index + 1..<Int(node.end) where document.nodes[inner].name < 0 {
      bytes += document.text(of: inner)
    }
    return bytes
  }

  /// The text directly in it, without that of elements in it.
  var ownText: String? {
    var bytes: [UInt8] = []
    for inner in index + 1..<Int(node.end)
    where document.nodes[inner].name < 0 && Int(document.nodes[inner].parent) == index {
      bytes += document.text(of: inner)
    }
    return Self.trimmed(bytes)
  }

  /// All text in it without white space at its ends; nil when nothing is left.
  var text: String? { Self.trimmed(textBytes) }

  /// All text in it, white space folded to single spaces; nil when nothing is left.
  var foldedText: String? {
    var folded = FoldedText()
    folded.append(textBytes[...])
    return folded.isEmpty ? nil : folded.string
  }

  /// The language that `xml:lang` gives here or further out; nil when there is none, or it is blank.
  var language: String? {
    var element: XMLElement? = self
    while let here = element {
      if let tag = here.attribute("lang", of: .xml) { return tag.isEmpty ? nil : tag }
      element = here.parent
    }
    return nil
  }

  /// The base that `xml:base` gives here and further out, resolved against the document's own.
  func base(document base: String?) -> String? {
    var steps: [String] = []
    var element: XMLElement? = self
    while let here = element {
      if let step = here.attribute("base", of: .xml) { steps.append(step) }
      element = here.parent
    }
    return steps.reversed().reduce(base) { LinkAddress.resolve($1, against: $0) ?? $0 }
  }

  private static func trimmed(_ bytes: [UInt8]) -> String? {
    guard let first = bytes.firstIndex(where: { !$0.isASCIIWhitespace }),
      let last = bytes.lastIndex(where: { !$0.isASCIIWhitespace })
    else { return nil }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }
}

extension XMLDocument {
  /// The bytes of a text node.
  func text(of index: Int) -> ArraySlice<UInt8> {
    let range = nodes[index].content
    return pool[Int(range.lowerBound)..<Int(range.upperBound)]
  }
}
