import Primitives

/// Finds who wrote a page's article.
struct PageByline {
  private(set) var names: [String] = []

  /// What the head says counts before what the page shows; a name that is the outlet's is none.
  init(
    _ tree: HTMLTree, names markup: MarkupNames, meta: MetaTags, linked: LinkedData,
    zones: PageZones, blocks: [PageBlock], title: PageTitle, outlet: String?
  ) {
    let own = outlet.map { BodyFilter.comparable($0) }
    let head = [
      linked.authors,
      meta.all("author", "article:author", "parsely-author", "sailthru.author"),
      meta.all("citation_author", "dc.creator", "dcterms.creator", "byl", "cxenseparse:author"),
    ].map { Self.people(in: $0, outlet: own) }
    names = Self.fullest(of: head)
    if names.isEmpty || Self.isFirstNameOnly(names) {
      let shown = Self.people(in: BylineElements.shown(tree, markup, zones), outlet: own)
      names = Self.fullest(of: names.isEmpty ? [shown] : [names, shown])
    }
    if names.isEmpty {
      names = Self.people(in: BylineLines.names(in: blocks, after: title), outlet: own)
    }
  }

  /// The names in bylines, in their order; a byline that is the outlet's own name has none.
  private static func people(in bylines: [String], outlet: [UInt8]?) -> [String] {
    var found: [String] = []
    for byline in bylines where BodyFilter.comparable(byline) != outlet {
      for name in PersonName.names(byline) where BodyFilter.comparable(name) != outlet {
        // "Ann Lee" again with a note on her is no second author.
        if !found.contains(where: { name.lowercased().hasPrefix($0.lowercased()) }) {
          found.append(name)
        }
      }
    }
    return found
  }

  /// The first list with a name, or a later one that has all of its names, in full, and more of them or longer ones.
  private static func fullest(of lists: [[String]]) -> [String] {
    guard var best = lists.first(where: { !$0.isEmpty }) else { return [] }
    for list in lists where list != best && list.count >= best.count {
      let covers = best.allSatisfy { name in
        list.contains { $0 == name || $0.hasPrefix(name + " ") && PersonName.looksLikeOne($0) }
      }
      if covers { best = list }
    }
    return best
  }

  /// Whether a byline is one name of one word, as of a site that shows first names in its head.
  private static func isFirstNameOnly(_ names: [String]) -> Bool {
    names.count == 1 && names.allSatisfy { !$0.contains(" ") }
  }
}

/// Finds the names in the elements of a page that show its author.
enum BylineElements {
  private static let longest = 120

  /// The texts of such elements: those marked in the vocabulary of schema.org, else the first by name or
  /// address.
  static func shown(_ tree: HTMLTree, _ names: MarkupNames, _ zones: PageZones) -> [String] {
    var marked: [String] = []
    var named: String?
    for index in tree.nodes.indices where tree.nodes[index].tag != .text {
      guard isOpen(zones.roles[index]) else { continue }
      if isMarked(index, tree) {
        let text = tree.value(.content, of: index) ?? markedName(index, tree)
        if marked.count < 10, !marked.contains(text) { marked.append(text) }
      } else if named == nil, isNamed(index, tree, names) {
        let text = pieces(of: index, tree)
        if PersonName.names(text).contains(where: PersonName.looksLikeOne) { named = text }
      }
    }
    if marked.contains(where: { !PersonName.names($0).isEmpty }) { return marked }
    return named.map { PersonName.names($0).filter(PersonName.looksLikeOne) } ?? []
  }

  /// The texts in an element with marks between them: a name and a date in two boxes are two.
  private static func pieces(of index: Int, _ tree: HTMLTree) -> String {
    var pieces: [String] = []
    var length = 0
    for node in tree.descendants(of: index) where tree.nodes[node].tag == .text {
      var folded = FoldedText()
      folded.append(tree.text(of: node).prefix(longest))
      if folded.isEmpty { continue }
      pieces.append(folded.string)
      length += folded.bytes.count
      if length > longest { break }
    }
    return pieces.joined(separator: " | ")
  }

  /// The text of an element marked as the author: of the name in it, where that is marked too.
  private static func markedName(_ index: Int, _ tree: HTMLTree) -> String {
    let name = tree.descendants(of: index).first { inner in
      tree.bytes(.itemprop, of: inner)?.elementsEqual("name".utf8) ?? false
    }
    if let name {
      return tree.value(.content, of: name) ?? tree.foldedText(of: name, limit: longest)
    }
    let text = pieces(of: index, tree)
    let people = PersonName.names(text).filter(PersonName.looksLikeOne)
    return people.isEmpty
      ? tree.foldedText(of: index, limit: longest) : people.joined(separator: ", ")
  }

  private static func isOpen(_ role: ElementRole?) -> Bool {
    switch role {
    case .comments, .related, .promo, .consent, .hidden: false
    default: true
    }
  }

  private static func isMarked(_ index: Int, _ tree: HTMLTree) -> Bool {
    if let property = tree.bytes(.itemprop, of: index), property.elementsEqual("author".utf8) {
      return true
    }
    return tree.bytes(.rel, of: index)?.elementsEqual("author".utf8) ?? false
  }

  /// Whether a class, an id or the address of a link names the author's element.
  private static func isNamed(_ index: Int, _ tree: HTMLTree, _ names: MarkupNames) -> Bool {
    let isLink = tree.nodes[index].tag == .a
    return tree.attributeIndices(of: index).contains { position in
      let attribute = tree.attributes[position]
      switch attribute.name {
      case .href: return isLink && leadsToAuthor(tree.bytes(of: attribute))
      case .class, .id, .dataTestid: return names.finding(of: position)?.marksAuthor ?? false
      default: return false
      }
    }
  }

  /// Whether a part of the path of an address, not the last, is one that authors' pages have.
  private static func leadsToAuthor(_ address: ArraySlice<UInt8>) -> Bool {
    var hash = NameTable.seed
    for byte in address {
      if byte == UInt8(ascii: "?") { return false }
      if byte == UInt8(ascii: "/") {
        if PersonName.list.paths.value(of: hash) != nil { return true }
        hash = NameTable.seed
      } else {
        hash = NameTable.mix(hash, byte.isASCIIUppercase ? byte + 0x20 : byte)
      }
    }
    return false
  }
}
