import Linguistics

/// Persons under their surname, their given name, with and without what stands between.
extension EntityFinder {
  /// A surname of more bearers in one article is not looked through further.
  private static let mostCandidates = 32

  /// A surname or given name alone belongs to the person last named in full.
  mutating func joinPersons() {
    var byLast: [String: [Int]] = [:]
    var byFirst: [String: [Int]] = [:]
    for (number, group) in groups.enumerated()
    where group.words.count > 1 && group.label == "PERSON" {
      if let twin = byLast[group.surname]?.first(where: { isVariant($0, number) }) {
        join(number, to: twin)
      }
      byLast[group.surname, default: []].append(number, upTo: Self.mostCandidates)
      byFirst[group.words[0], default: []].append(number, upTo: Self.mostCandidates)
    }
    joinForenames()
    let organisations = Set(
      groups.lazy.filter { $0.words.count > 1 && $0.label == "ORG" }.map { $0.words[0] })
    for (number, group) in groups.enumerated()
    where group.words.count == 1 && group.country == nil && !isKnownPlace(group.words[0]) {
      // "Chase" beside "Chase Bank" is the bank; a given name that no organisation starts with is a person's.
      let isBody = group.label == "ORG" && GivenNames.gender(of: group.words[0]) == nil
      if isBody, organisations.contains(group.words[0]) { continue }
      let last = isBody ? [] : byLast[group.words[0]] ?? []
      let first = byFirst[group.words[0], default: []].filter {
        isFamilyNameFirst($0) || last.isEmpty && isNamed($0, before: group.names[0], isBody: isBody)
      }
      let candidates = (last + first).sorted()
      if let full = nearest(candidates, to: group.names[0]) { join(number, to: full) }
    }
  }

  /// `Mallam Erik Holm`, `Erik Holm` and `Erik B. Holm`: a title in front that no list knows.
  private mutating func joinForenames() {
    var byName: [[String]: Int] = [:]
    for (number, group) in groups.enumerated()
    where group.words.count > 1 && group.label == "PERSON" {
      let ends = [group.words[0], group.surname]
      for name in [group.words, ends] where byName[name] == nil { byName[name] = number }
    }
    for (number, group) in groups.enumerated()
    where group.words.count > 2 && group.parent == nil && group.label == "PERSON" {
      if let twin = byName[Array(group.words.dropFirst())], twin != number {
        join(number, to: twin)
      }
    }
  }

  /// Whether a given name alone means a person: who is named before it, or the name stands in a headline and the first lines.
  private func isNamed(_ group: Int, before name: Int, isBody: Bool) -> Bool {
    groups[group].names[0] < name || isPaired(name, with: groups[group].surname)
      || !isBody && sentence(ofName: name) < Self.headSentences
  }

  /// `Bruno and Ilka Holm`: the surname stands behind the other given name.
  private func isPaired(_ name: Int, with surname: String) -> Bool {
    let end = words.names[name].tokens.upperBound
    guard words.word(end) == "and", end + 1 < words.count, words.nameOf[end + 1] >= 0 else {
      return false
    }
    let other = words.names[Int(words.nameOf[end + 1])].tokens
    return other.count > 1 && words.lower[other.upperBound - 1] == surname
  }

  /// So many sentences are headline and first lines.
  private static let headSentences = 3

  /// Whether a person's name is written with the family name in front: `Kim Jong Un`, `Park Min-seo`.
  private func isFamilyNameFirst(_ group: Int) -> Bool {
    let words = groups[group].words
    return GivenNames.gender(of: words[0]) == nil && (words.count == 3 || words.contains("-"))
      && !words.contains { $0.utf8.count < 2 || $0.hasSuffix(".") }
  }

  private func isKnownPlace(_ word: String) -> Bool {
    CountryTable.english.isRegion(word) || CountryTable.english.entry(word) != nil
  }

  /// `Donald J. Trump` and `Donald Trump`; `Ada Quill Jr` and `Ada Quill Sr` are two.
  private func isVariant(_ a: Int, _ b: Int) -> Bool {
    let (one, other) = (groups[a], groups[b])
    guard one.words.first == other.words.first, one.surname == other.surname else { return false }
    return one.generation == nil || other.generation == nil || one.generation == other.generation
  }

  /// The candidate named last before a name, else the first one that is named soon after it.
  private func nearest(_ candidates: [Int], to name: Int) -> Int? {
    if let before = candidates.last(where: { groups[$0].names[0] < name }) { return before }
    let place = sentence(ofName: name)
    return candidates.first { sentence(ofName: groups[$0].names[0]) - place <= Self.soon }
  }

  /// A headline and the first lines go before a full name by so many sentences; the credit at the end is nobody's full name.
  private static let soon = 8

  private func sentence(ofName name: Int) -> Int {
    Int(words.sentenceOf[words.names[name].tokens.lowerBound])
  }
}

extension [Int] {
  fileprivate mutating func append(_ number: Int, upTo limit: Int) {
    if count < limit { append(number) }
  }
}
