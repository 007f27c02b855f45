import Primitives

/// Joins capitalised tokens into names: `Bank of Japan`, `Ursula von der Leyen`, `AT&T`.
struct NameChunker {
  let text: UTF8Text
  let tokens: [Token]
  let shapes: [TokenShape]
  let classes: [WordClass]
  let evidence: WordEvidence
  let isFree: [Bool]
  let countries = CountryTable.english

  /// Appends the names of a sentence.
  func chunks(in sentence: Range<Int>, into chunks: inout [Range<Int>]) {
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      guard startsName(index, sentence) else {
        index += 1
        continue
      }
      let end = endOfName(from: index, in: sentence)
      split(index..<end, into: &chunks)
      index = end
    }
  }

  // MARK: Extent

  private func isCapital(_ index: Int) -> Bool {
    switch shapes[index] {
    case .capitalised, .capitals, .initial: true
    case .dotted, .abbreviation: WordScanner.isCapital(text.bytes, tokens[index].range.start)
    default: false
    }
  }

  /// Whether the token can be a word of a name.
  private func isNameWord(_ index: Int) -> Bool {
    guard isCapital(index), !classes[index].contains(.calendar) else { return false }
    if classes[index].contains(.function) {
      return isLoneCapitals(index) || shapes[index] == .abbreviation
    }
    return tokens[index].range.count > 1 || shapes[index] == .initial
  }

  /// `US`, which is no pronoun unless all words around it are in capitals too.
  private func isLoneCapitals(_ index: Int) -> Bool {
    guard shapes[index] == .capitals, tokens[index].range.count > 1 else { return false }
    return !isFree[index] || index + 1 < tokens.count && shapes[index + 1] != .capitals
  }

  /// Whether a country, its people, a region or a city starts here.
  private func isKnownPlace(_ index: Int, _ sentence: Range<Int>) -> Bool {
    for length in [1, 2] where index + length <= sentence.upperBound {
      let name = lowered(index..<index + length)
      if countries.entry(name) != nil || countries.isRegion(name) {
        // "New York": how often "new" stands in small letters proves nothing.
        if length == 2 { return isNameWord(index + 1) }
        return evidence.smallCount(index) == 0 || evidence.capitalCount(index) > 0
      }
    }
    return false
  }

  private func startsName(_ index: Int, _ sentence: Range<Int>) -> Bool {
    guard isNameWord(index) else { return false }
    guard isFree[index] else { return !classes[index].contains(.numeral) }
    if isKnownPlace(index, sentence) { return true }
    if evidence.capitalCount(index) > 0 { return evidence.smallCount(index) <= 1 }
    if evidence.smallCount(index) > 0 || !classes[index].isDisjoint(with: [.common, .numeral]) {
      return classes[index].contains(.title) && isFollowedByName(index, sentence)
    }
    if shapes[index] == .dotted || shapes[index] == .capitals { return true }
    return isFollowedByName(index, sentence) || followsLikeName(index, sentence)
  }

  private func isFollowedByName(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let next = index + 1
    return next < sentence.upperBound && isNameWord(next) && !isFree[next]
      && evidence.smallCount(next) == 0
  }

  /// A lone unknown word with a capital is a name when a verb of saying or `'s` comes after it.
  private func followsLikeName(_ index: Int, _ sentence: Range<Int>) -> Bool {
    let next = index + 1
    guard next < sentence.upperBound, !endsLikeCommonWord(index) else { return false }
    return shapes[next] == .clitic || classes[next].contains(.saying)
      || classes[index].contains(.givenName)
  }

  /// Adverbs, participles and plurals are seldom names.
  private func endsLikeCommonWord(_ index: Int) -> Bool {
    let range = tokens[index].range
    return ["ly", "ing", "ed", "ers", "ists", "ians"].contains { suffix in
      range.count > suffix.utf8.count + 1
        && text.bytes[range.indices].suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
  }

  private func endOfName(from start: Int, in sentence: Range<Int>) -> Int {
    var end = start + 1
    var hasHead = classes[start].isDisjoint(with: Self.heads) == false
    while end < sentence.upperBound {
      if continuesName(end, after: start) {
        hasHead = hasHead || !classes[end].isDisjoint(with: Self.heads)
        end += 1
      } else if let next = afterConnector(end, in: sentence, hasHead: hasHead) {
        end = next
      } else {
        break
      }
    }
    return end
  }

  private static let heads: WordClass = [.organisation, .work, .event]

  private func continuesName(_ index: Int, after start: Int) -> Bool {
    if isFree[index] && evidence.capitalCount(index) == 0 { return false }
    if isNameWord(index) { return true }
    guard isCapital(index), classes[index].contains(.calendar) else { return false }
    return !classes[index - 1].isDisjoint(with: [.givenName, .title])
  }

  /// The token after `of the Name`, when the words before can be followed by it.
  private func afterConnector(_ index: Int, in sentence: Range<Int>, hasHead: Bool) -> Int? {
    guard shapes[index] == .word || isAmpersand(index) else { return nil }
    var next = index + 1
    let isParticle = !isAmpersand(index) && isNameParticle(index)
    if isParticle {
      while next < sentence.upperBound, shapes[next] == .word, isNameParticle(next) { next += 1 }
    } else if !isAmpersand(index) {
      guard hasHead, isWord(index, "of") || isWord(index, "for") || isWord(index, "on") else {
        return nil
      }
      if next < sentence.upperBound, isWord(next, "the") { next += 1 }
    }
    guard next < sentence.upperBound, isNameWord(next), !isFree[next] else { return nil }
    return next + 1
  }

  private func isAmpersand(_ index: Int) -> Bool { isWord(index, "&") }

  /// `de`, `van`, `bin`: small words that only stand inside names.
  private func isNameParticle(_ index: Int) -> Bool {
    classes[index].contains(.connector) && !classes[index].contains(.function)
  }

  private func isWord(_ index: Int, _ word: String) -> Bool {
    text.bytes[tokens[index].range.indices].elementsEqual(word.utf8)
  }

  // MARK: Parts

  /// Cuts titles off: `President Emmanuel Macron` names a person by the words after the title.
  private func split(_ name: Range<Int>, into chunks: inout [Range<Int>]) {
    var start = afterDemonym(name, into: &chunks)
    var index = start
    while index < name.upperBound {
      if isTitle(index, in: name) {
        append(start..<index, into: &chunks)
        start = afterTitle(index, in: name)
        index = start
      } else {
        index += 1
      }
    }
    append(start..<name.upperBound, into: &chunks)
  }

  /// `French President`: the demonym is a name of its own.
  private func afterDemonym(_ name: Range<Int>, into chunks: inout [Range<Int>]) -> Int {
    for length in [2, 1] where name.count > length {
      let prefix = name.lowerBound..<name.lowerBound + length
      guard countries.entry(lowered(prefix)) != nil else { continue }
      let next = prefix.upperBound
      let isBeforePerson =
        classes[next].contains(.title) || classes[next].contains(.givenName)
      guard isBeforePerson, isTitle(next, in: name) || classes[next].contains(.givenName) else {
        continue
      }
      chunks.append(prefix)
      return next
    }
    return name.lowerBound
  }

  private func lowered(_ range: Range<Int>) -> String {
    range.map { text[tokens[$0].range].lowercased() }.joined(separator: " ")
  }

  private func isTitle(_ index: Int, in name: Range<Int>) -> Bool {
    guard classes[index].contains(.title), index + 1 < name.upperBound else {
      return classes[index].contains(.title) && name.count == 1
    }
    if classes[index + 1].contains(.connector) && shapes[index + 1] == .word {
      return index + 3 < name.upperBound
    }
    return classes[index + 1].isDisjoint(with: [.organisation, .work, .event])
  }

  /// The token after a title, and after `of State` that belongs to it.
  private func afterTitle(_ index: Int, in name: Range<Int>) -> Int {
    let next = index + 1
    guard next < name.upperBound, isWord(next, "of") else { return next }
    return min(next + 2, name.upperBound)
  }

  private func append(_ name: Range<Int>, into chunks: inout [Range<Int>]) {
    guard let first = name.first else { return }
    if name.count == 1, isRomanNumeral(first) || classes[first].contains(.common) { return }
    chunks.append(name)
  }

  /// `article VI`.
  private func isRomanNumeral(_ index: Int) -> Bool {
    shapes[index] == .capitals
      && text.bytes[tokens[index].range.indices].allSatisfy { "IVX".utf8.contains($0) }
  }
}
