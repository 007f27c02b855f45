import Primitives

/// Mends names as they were found: what is no name goes, furniture in front is cut off, a number behind is taken in.
///
/// A reader of names sees a line at a time; here the whole text tells what is written how elsewhere.
struct NameMender {
  private let text: AnnotatedText
  private let syntax: Syntax?
  /// The words of all names, in small letters, without those in lines of capitals.
  private var known: Set<String>
  /// Words that are proper nouns somewhere, or the last of a longer name.
  private var proper: Set<String>
  /// All words of the text as they are written.
  private let vocabulary: Set<String>
  /// Whether each token stands in a line that is written in capitals throughout.
  private let isShouted: [Bool]

  init(_ text: AnnotatedText, _ candidates: [NameMerger.Candidate]) {
    self.text = text
    syntax = text.syntax
    isShouted = Self.shouted(text)
    vocabulary = Set(text.tokens.indices.map { text.word($0) })
    (known, proper) = ([], [])
    let kept = candidates.map { cut($0.tokens) }.filter { !$0.isEmpty }
    known = Set(kept.filter { !isShouted[$0.lowerBound] }.map { key($0) })
    proper = Set(kept.filter { $0.count > 1 }.map { text.word($0.upperBound - 1) })
    for (token, tag) in (syntax?.tags ?? []).enumerated() where tag == "NNP" || tag == "NNPS" {
      if !isShouted[token] { proper.insert(text.word(token)) }
    }
  }

  /// The names that are left, some shorter, some longer, in order.
  func mended(_ candidates: [NameMerger.Candidate]) -> [NameMerger.Candidate] {
    var result: [NameMerger.Candidate] = []
    var index = 0
    while index < candidates.count {
      var candidate = candidates[index]
      index += 1
      candidate.tokens = cut(candidate.tokens)
      if candidate.trainedLabel == "PERSON" { candidate.tokens = person(candidate.tokens) }
      guard !candidate.tokens.isEmpty, !isCommonWord(candidate), isWrittenElsewhere(candidate),
        !isPair(candidate)
      else { continue }
      let next = index < candidates.count ? candidates[index] : nil
      if let end = numberEnd(candidate, before: next) {
        candidate.tokens = candidate.tokens.lowerBound..<end
        if let next, next.tokens.lowerBound == end, !next.isNumberless, isSameLine(end) {
          candidate.tokens = candidate.tokens.lowerBound..<next.tokens.upperBound
          index += 1
        }
      }
      if let whole = joined(result.last, candidate) {
        result[result.count - 1] = whole
      } else {
        result.append(candidate)
      }
    }
    return result
  }

  /// `China Aerospace Science` and `Technology Corporation` with "and" between them are one body.
  private func joined(
    _ first: NameMerger.Candidate?, _ second: NameMerger.Candidate
  ) -> NameMerger.Candidate? {
    guard let first, first.tokens.count > 1, second.tokens.count > 1,
      second.tokens.lowerBound == first.tokens.upperBound + 1,
      text.word(first.tokens.upperBound) == "and", isSameLine(second.tokens.lowerBound),
      first.trainedLabel != "PERSON", second.trainedLabel != "PERSON",
      SurfaceLexicon.english.headsBody(text.word(second.tokens.upperBound - 1)),
      SurfaceLexicon.english.classes(text.word(first.tokens.upperBound - 1).lowercased())
        .contains(.field)
    else { return nil }
    return NameMerger.Candidate(
      tokens: first.tokens.lowerBound..<second.tokens.upperBound, surfaceLabel: "ORG",
      trainedLabel: "ORG")
  }

  private func cut(_ tokens: Range<Int>) -> Range<Int> {
    withoutLead(withoutFurniture(withoutShouts(tokens)))
  }

  // MARK: What is no name

  /// Whether a lone word is no name: "Victims of the shooting", "Broken windows", "Debris is scattered".
  private func isCommonWord(_ candidate: NameMerger.Candidate) -> Bool {
    guard candidate.tokens.count == 1, let syntax else { return false }
    let token = candidate.tokens.lowerBound
    let word = text.word(token)
    let small = word.lowercased()
    guard word.utf8.dropFirst().allSatisfy({ !$0.isASCIIUppercase }), !isInTables(small) else {
      return false
    }
    if CommonWords.contains(small), vocabulary.contains(small) || isOpening(token) {
      return !(candidate.trainedLabel == "ORG" && isSaying(token + 1))
    }
    guard !proper.contains(word) else { return false }
    switch syntax.tags[token] {
    case "NNS":
      return candidate.trainedLabel == nil
        || SurfaceLexicon.english.classes(small).contains(.common)
    case "JJ": return candidate.trainedLabel != "NORP" && isFollowedByNoun(token)
    case "RB", "VB", "VBD", "VBG", "VBN", "VBZ", "VBP", "IN", "DT":
      return candidate.trainedLabel == nil
    default: return false
    }
  }

  /// `Time reports`: who says something is somebody.
  private func isSaying(_ token: Int) -> Bool {
    token < text.tokens.count
      && SurfaceLexicon.english.classes(text.word(token).lowercased()).contains(.saying)
  }

  /// Whether a word has its capital from where it stands: a sentence starts there, or a caption runs on from a common noun.
  private func isOpening(_ token: Int) -> Bool {
    if text.opensSentence(token) { return true }
    let before = text.word(token - 1)
    return ["NN", "NNS"].contains(syntax?.tags[token - 1] ?? "")
      && before.utf8.allSatisfy { !$0.isASCIIUppercase } && !NameVote.callings.contains(before)
  }

  private func isFollowedByNoun(_ token: Int) -> Bool {
    guard let syntax, token + 1 < text.tokens.count else { return false }
    return ["NN", "NNS"].contains(syntax.tags[token + 1])
  }

  private func isInTables(_ key: String) -> Bool {
    CountryTable.english.entry(key) != nil || CountryTable.english.isRegion(key)
      || KnownNames.english.label(key) != nil || GivenNames.gender(of: key) != nil
  }

  /// Whether a name in capitals is known from elsewhere: a heading or a label makes any word look like one.
  private func isWrittenElsewhere(_ candidate: NameMerger.Candidate) -> Bool {
    let tokens = candidate.tokens
    guard isShouted[tokens.lowerBound] || isShout(tokens) else { return true }
    let key = key(tokens)
    return known.contains(key) || isInTables(key)
      || !isShouted[tokens.lowerBound] && ["GPE", "PERSON"].contains(candidate.trainedLabel)
  }

  /// Whether a name is in capitals that are no letters for longer words: `RED HANDED`, `TRUTH`.
  private func isShout(_ tokens: Range<Int>) -> Bool {
    guard tokens.allSatisfy({ isUpper($0) }) else { return false }
    return tokens.contains { token in
      let small = text.word(token).lowercased()
      return small.utf8.count > 3 && CommonWords.contains(small)
    }
  }

  // MARK: What is not of the name

  /// A name without the capitals of a heading or label that ran into it: `BREAKING NEWS Holm` is `Holm`.
  private func withoutShouts(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.count > 2, let last = tokens.last, !isUpper(last) else { return tokens }
    let shouts = tokens.prefix { isUpper($0) }
    return shouts.count > 1 ? tokens.dropFirst(shouts.count) : tokens
  }

  /// A name without what pages write at pictures, and said once: `Enlarge Image Holm`, `Holm Holm`.
  private func withoutFurniture(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.count > 1 else { return tokens }
    let start = key(tokens.prefix(2))
    if KnownNames.english.label(start) == KnownNames.none { return tokens.dropFirst(2) }
    let isTwice =
      tokens.count == 2 && text.word(tokens.lowerBound) == text.word(tokens.lowerBound + 1)
    return isTwice ? tokens.dropFirst() : tokens
  }

  /// A name without a common word that has its capital from the head of the sentence: `Jubilant Harbour Gulls`, `Model Anna Holm`.
  private func withoutLead(_ tokens: Range<Int>) -> Range<Int> {
    guard tokens.count > 1, let syntax, text.opensSentence(tokens.lowerBound) else { return tokens }
    let word = text.word(tokens.lowerBound).lowercased()
    let rest = tokens.dropFirst()
    if NameVote.callings.contains(word), (2...3).contains(rest.count),
      GivenNames.gender(of: text.word(rest.lowerBound).lowercased()) != nil
    {
      return rest
    }
    guard GivenNames.gender(of: word) == nil, isProper(rest) else { return tokens }
    if CommonWords.contains(word), !syntax.tags[tokens.lowerBound].hasPrefix("NNP") { return rest }
    // "Downgrading Holm", "Repeat Holm": the rest is a name elsewhere.
    let isVerb = word.utf8.count > 6 && word.hasSuffix("ing")
    return (isVerb || CommonWords.contains(word)) && known.contains(key(rest)) ? rest : tokens
  }

  /// The name of a person without the end of an office before it and the verb of a headline behind it: `Counsel James A. Holm` behind
  /// "General", `Elections Ada Holm` behind "of", `Rival Ada Holm`, `Ada Holm Tells`.
  private func person(_ tokens: Range<Int>) -> Range<Int> {
    var name = tokens
    if name.count > 2 {
      let (first, second) = (word(name.lowerBound), word(name.lowerBound + 1))
      if GivenNames.gender(of: first) == nil, GivenNames.gender(of: second) != nil,
        text.word(name.lowerBound + 2) != "-",
        CommonWords.contains(first) || endsOffice(before: name.lowerBound)
          || known.contains(key(name.dropFirst()))
      {
        name = name.dropFirst()
      }
    }
    if name.count > 2, known.contains(key(name.dropLast())),
      GivenNames.gender(of: word(name.lowerBound)) != nil,
      CommonWords.contains(word(name.upperBound - 1)) || isVerb(name.upperBound - 1)
        || isOfHeadline(name.upperBound - 1)
    {
      name = name.dropLast()
    }
    return name
  }

  /// Whether a hyphen joins two persons whom the text names by themselves too: "a Quill-Holm ticket".
  private func isPair(_ candidate: NameMerger.Candidate) -> Bool {
    let tokens = candidate.tokens
    guard tokens.count == 3, candidate.trainedLabel == "PERSON" || candidate.trainedLabel == "ORG",
      text.word(tokens.lowerBound + 1) == "-"
    else { return false }
    return [tokens.lowerBound, tokens.lowerBound + 2].allSatisfy { token in
      guard text.word(token).utf8.count > 2 else { return false }
      return text.tokens.indices.contains { other in
        other != token && text.word(other) == text.word(token)
          && !(other > 0 && text.word(other - 1) == "-")
          && !(other + 1 < text.tokens.count && text.word(other + 1) == "-")
      }
    }
  }

  private func word(_ token: Int) -> String { text.word(token).lowercased() }

  /// Whether what stands before a word makes an office with it: "Supervisor of Elections", "FBI General Counsel".
  private func endsOffice(before token: Int) -> Bool {
    guard token > 0, isSameLine(token) else { return false }
    let before = text.word(token - 1)
    return before == "of" || NameVote.callings.contains(word(token))
      || before.utf8.first.map(\.isASCIIUppercase) == true && gap(before: token).count == 1
        && CommonWords.contains(before.lowercased()) == false && before.utf8.count > 1
        && !text.opensSentence(token - 1)
  }

  /// Whether a word stands in the first line and nowhere behind it.
  private func isOfHeadline(_ token: Int) -> Bool {
    let behind = text.tokens.indices.dropFirst(token).first { $0 > token && !isSameLine($0) }
    guard let behind,
      !text.tokens.indices.prefix(token + 1).contains(where: { $0 > 0 && !isSameLine($0) })
    else { return false }
    let word = text.word(token)
    return !text.tokens.indices[behind...].contains { text.word($0) == word }
  }

  private func isVerb(_ token: Int) -> Bool {
    ["VBZ", "VBD", "VBP", "VB"].contains(syntax?.tags[token] ?? "")
  }

  private func isProper(_ tokens: Range<Int>) -> Bool {
    guard let syntax else { return false }
    return tokens.allSatisfy { syntax.tags[$0].hasPrefix("NNP") }
  }

  private func isUpper(_ token: Int) -> Bool {
    let word = text.word(token).utf8
    return word.count > 1 && word.allSatisfy { $0.isASCIIUppercase }
  }

  // MARK: What belongs to the name

  /// Where a name ends with the number that tells it from its like: `Apollo 11`, `Falcon 9`, `Route 91`; nil without one.
  ///
  /// Not after a person, a place or a people, and not where the number counts something.
  private func numberEnd(
    _ candidate: NameMerger.Candidate, before next: NameMerger.Candidate?
  ) -> Int? {
    let number = candidate.tokens.upperBound
    let after = number + 1
    guard after <= (next?.tokens.lowerBound ?? text.tokens.count), let syntax,
      !candidate.isNumberless, isNumber(number), syntax.tags[number] == "CD", isSameLine(number)
    else { return nil }
    guard after < text.tokens.count else { return after }
    let isGlued = gap(before: after).isEmpty && !Self.stops.contains(text.word(after))
    let isCount = syntax.tags[after] == "NNS" && next?.tokens.lowerBound != after
    let small = text.word(after).lowercased()
    if isGlued || isCount || Self.counted.contains(small) || isScore(candidate, before: after) {
      return nil
    }
    return SurfaceLexicon.english.classes(small).contains(.calendar) ? nil : after
  }

  /// `Harbour Gulls 24, Lowick Rovers 10`: a result, behind the name of a team.
  private func isScore(_ candidate: NameMerger.Candidate, before after: Int) -> Bool {
    guard text.word(after) == ",", after + 1 < text.tokens.count else { return false }
    let next = text.text.bytes[text.tokens[after + 1].range.start]
    return next.isASCIIUppercase && ["ORG", nil].contains(candidate.trainedLabel)
  }

  private func isSameLine(_ token: Int) -> Bool {
    !text.text.bytes[gap(before: token)].contains(0x0A)
  }

  /// One to four digits that are no year.
  private func isNumber(_ token: Int) -> Bool {
    let word = text.word(token)
    guard (1...4).contains(word.utf8.count), word.utf8.allSatisfy(\.isASCIIDigit),
      let value = Int(word)
    else { return false }
    return !(1700...2100).contains(value)
  }

  private static let stops: Set<String> = [
    ".", ",", ";", ":", "?", "!", ")", "”", "\"", "'s", "’s", "’", "'",
  ]
  private static let counted: Set<String> = [
    "%", "percent", "per", "million", "billion", "trillion", "thousand", "hundred", "to", "and",
    "-", "–", "points", "km", "kg", "am", "pm", "a.m.", "p.m.", "year", "years", "of", "or",
  ]

  private func gap(before token: Int) -> Range<Int> {
    text.tokens[token - 1].range.end..<text.tokens[token].range.start
  }

  // MARK: Words

  private func key(_ tokens: Range<Int>) -> String { text.words(tokens).lowercased() }

  /// For each token whether its line has two words or more and no small letter; none in a text that has hardly any.
  private static func shouted(_ text: AnnotatedText) -> [Bool] {
    let bytes = text.text.bytes
    var isShouted = [Bool](repeating: false, count: text.tokens.count)
    var start = 0
    var shouts = 0
    while start < text.tokens.count {
      var end = start + 1
      while end < text.tokens.count,
        !bytes[text.tokens[end - 1].range.end..<text.tokens[end].range.start].contains(0x0A)
      {
        end += 1
      }
      let line = bytes[text.tokens[start].range.start..<text.tokens[end - 1].range.end]
      if end - start > 1, line.contains(where: \.isASCIIUppercase),
        !line.contains(where: { (0x61...0x7A).contains($0) || $0 >= 0x80 })
      {
        for token in start..<end { isShouted[token] = true }
        shouts += end - start
      }
      start = end
    }
    return 2 * shouts < text.tokens.count ? isShouted : isShouted.map { _ in false }
  }
}

extension NameMerger.Candidate {
  /// Whether no number can be a part of it: persons, places and peoples have none.
  fileprivate var isNumberless: Bool {
    let label = trainedLabel ?? surfaceLabel ?? ""
    return ["PERSON", "GPE", "LOC", "NORP"].contains(label)
      || tokens.count == 1 && trainedLabel == "ORG" && surfaceLabel == "GPE"
  }
}
