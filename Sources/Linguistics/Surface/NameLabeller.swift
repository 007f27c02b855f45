import Primitives

/// Guesses what each name names: first from its own words, then from its neighbours, then from its other uses.
struct NameLabeller {
  let text: UTF8Text
  let tokens: [Token]
  let shapes: [TokenShape]
  let classes: [WordClass]
  let evidence: WordEvidence

  /// The label of a name of which nothing is known.
  static let unknown = "MISC"

  /// Labels the names; equal names get the same label.
  func label(_ chunks: [Range<Int>]) -> [NameSpan] {
    var labels = chunks.map { own($0) ?? "" }
    var votes: [[Int32]: [String: Int]] = [:]
    var surnames: Set<Int32> = []
    for (index, chunk) in chunks.enumerated() {
      let label = labels[index].isEmpty ? context(chunk) : labels[index]
      guard let label else { continue }
      votes[key(chunk), default: [:]][label, default: 0] += 1
      if label == "PERSON", let last = chunk.last { surnames.insert(evidence.entries[last]) }
    }
    for (index, chunk) in chunks.enumerated() where labels[index].isEmpty {
      if let best = votes[key(chunk)]?.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) {
        labels[index] = best.key
      } else if let last = chunk.last, surnames.contains(evidence.entries[last]) {
        labels[index] = "PERSON"
      } else {
        labels[index] = Self.unknown
      }
    }
    return zip(chunks, labels).map { NameSpan(tokens: $0, label: $1) }
  }

  private func key(_ chunk: Range<Int>) -> [Int32] { chunk.map { evidence.entries[$0] } }

  /// What the words of the name tell.
  private func own(_ chunk: Range<Int>) -> String? {
    guard let last = chunk.last else { return nil }
    if let label = geographic(chunk) { return label }
    let head = classes[headIndex(chunk)]
    if chunk.count == 1, classes[last].contains(.group) { return "NORP" }
    if classes[last].contains(.company), chunk.count > 1 { return "ORG" }
    if chunk.count > 1 {
      if head.contains(.organisation) { return "ORG" }
      if head.contains(.work) { return "LAW" }
      if head.contains(.event) { return "EVENT" }
      if head.contains(.place) || isPlaceStart(chunk.lowerBound) { return "LOC" }
      if classes[chunk.lowerBound].contains(.givenName) { return "PERSON" }
      if chunk.dropFirst().dropLast().contains(where: { shapes[$0] == .initial }) {
        return "PERSON"
      }
    }
    if chunk.count > 1, chunk.contains(where: isGeographicWord) { return "ORG" }
    if chunk.count == 1, shapes[last] == .capitals || shapes[last] == .dotted { return "ORG" }
    return nil
  }

  private func isGeographicWord(_ index: Int) -> Bool {
    let word = text[tokens[index].range].lowercased()
    return CountryTable.english.isRegion(word) || CountryTable.english.entry(word) != nil
  }

  /// What the tables of countries and regions tell.
  private func geographic(_ chunk: Range<Int>) -> String? {
    guard chunk.count <= 6 else { return nil }
    let name = chunk.map { text[tokens[$0].range].lowercased() }.joined(separator: " ")
    if let entry = CountryTable.english.entry(name) {
      // "US" and "us", "Chad" and "Jordan": a title before the name says that it is a person.
      let before = chunk.lowerBound - 1
      if before >= 0, classes[before].contains(.title), shapes[before] != .word { return "PERSON" }
      return entry.relation == .demonym ? "NORP" : "GPE"
    }
    return CountryTable.english.isRegion(name) ? "GPE" : nil
  }

  /// The word before `of`, else the last word.
  private func headIndex(_ chunk: Range<Int>) -> Int {
    for index in chunk.dropFirst() where shapes[index] == .word { return index - 1 }
    return chunk.upperBound - 1
  }

  private func isPlaceStart(_ index: Int) -> Bool {
    ["Mount", "Lake", "Fort", "Port", "Cape", "San", "Santa", "Los", "St."].contains {
      text.bytes[tokens[index].range.indices].elementsEqual($0.utf8)
    }
  }

  /// What stands around the name.
  private func context(_ chunk: Range<Int>) -> String? {
    let before = chunk.lowerBound - 1
    let after = chunk.upperBound
    if before >= 0, classes[before].contains(.title), !isAdjectival(before) { return "PERSON" }
    if after < tokens.count, isPersonSign(after) { return "PERSON" }
    if before >= 0, classes[before].contains(.locative), chunk.count <= 2 { return "GPE" }
    if (2...3).contains(chunk.count), isLikePerson(chunk) { return "PERSON" }
    return nil
  }

  /// `former Holm executives`: words that stand before titles prove no person by themselves.
  private func isAdjectival(_ index: Int) -> Bool {
    Self.adjectival.contains(text[tokens[index].range].lowercased())
  }

  private static let adjectival: Set<String> = [
    "former", "foreign", "defence", "defense", "finance", "interior", "state", "house", "senate",
    "majority", "minority", "democratic", "republican", "press", "executive", "managing", "acting",
    "vice", "deputy", "assistant", "prime", "whip", "chair", "manager", "director",
  ]

  /// `who`, or an age between commas.
  private func isPersonSign(_ index: Int) -> Bool {
    func isWord(_ index: Int, _ word: String) -> Bool {
      index < tokens.count && text.bytes[tokens[index].range.indices].elementsEqual(word.utf8)
    }
    if isWord(index, "who") { return true }
    guard isWord(index, ",") else { return false }
    if isWord(index + 1, "who") { return true }
    return index + 2 < tokens.count && shapes[index + 1] == .number
      && tokens[index + 1].range.count <= 2 && isWord(index + 2, ",")
  }

  /// Two or three plain capitalised words, the last of which also stands alone or before a verb of saying.
  private func isLikePerson(_ chunk: Range<Int>) -> Bool {
    guard
      chunk.allSatisfy({
        shapes[$0] == .capitalised
          && classes[$0].subtracting([.givenName, .male, .female, .saying]).isEmpty
      })
    else { return false }
    let after = chunk.upperBound
    if after < tokens.count, classes[after].contains(.saying) { return true }
    guard let last = chunk.last else { return false }
    return evidence.capitalCount(last) > evidence.capitalCount(chunk.lowerBound)
  }
}
