import Primitives

/// Joins the names that the trained recogniser found with those that stand out by form.
///
/// The words of a name are the surface's, which keeps names whole over hyphens and leaves out titles, but for a
/// person or an organisation of which the surface saw a part. What the surface did not see is taken when it is
/// written like a name.
/// The kind is voted by all places where the same words stand; see `NameVote`.
struct NameMerger {
  let trained: AnnotatedText
  let plain: AnnotatedText
  let projection: TokenProjection

  /// A name with what each reader took it for.
  struct Candidate {
    var tokens: Range<Int>
    var surfaceLabel: String?
    var trainedLabel: String?
  }

  /// What the recogniser labels that is no name.
  private static let quantities: Set<String> = [
    "DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE",
  ]

  /// All names in order, none over another.
  func names() -> [NameSpan] {
    let found = apart(candidates())
    let candidates = NameMender(trained, found).mended(found).filter { !isKnownNoun($0) }
    let vote = NameVote(trained, candidates)
    return candidates.map {
      NameSpan(tokens: $0.tokens, label: vote.label($0))
    }
  }

  private func candidates() -> [Candidate] {
    var seen = surfaceCandidates()
    var added: [Candidate] = []
    var next = 0
    for name in recognised() {
      while next < seen.count, seen[next].tokens.upperBound <= name.tokens.lowerBound { next += 1 }
      var end = next
      while end < seen.count, seen[end].tokens.lowerBound < name.tokens.upperBound { end += 1 }
      if end == next {
        if isWrittenAsName(name) {
          added.append(Candidate(tokens: name.tokens, trainedLabel: name.label))
        }
        continue
      }
      for index in next..<end where seen[index].trainedLabel == nil {
        seen[index].trainedLabel = name.label
      }
      if name.label == "PERSON" || name.label == "ORG", widens(name.tokens, seen[next..<end]) {
        seen[next].tokens = name.tokens
        seen[next].surfaceLabel = nil
        seen.removeSubrange(next + 1..<end)
      }
    }
    return (seen + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// Names with those that ran together apart: `Norland Anna Holm`, where Norland is named alone elsewhere, is two.
  private func apart(_ candidates: [Candidate]) -> [Candidate] {
    let alone = Set(candidates.lazy.map { trained.words($0.tokens) })
    return candidates.flatMap { candidate -> [Candidate] in
      let tokens = candidate.tokens
      guard tokens.count > 2, tokens.allSatisfy(isCapitalised),
        let split = tokens.dropFirst().first(where: { startsPerson($0, of: tokens, alone) })
      else { return [candidate] }
      return [
        Candidate(tokens: tokens.lowerBound..<split),
        Candidate(
          tokens: split..<tokens.upperBound, surfaceLabel: "PERSON", trainedLabel: "PERSON"),
      ]
    }
  }

  /// Whether a person's name starts at a word, behind another name: two or three words, the first of them a given name.
  private func startsPerson(_ token: Int, of name: Range<Int>, _ alone: Set<String>) -> Bool {
    let before = name.lowerBound..<token
    guard (2...3).contains(name.upperBound - token),
      GivenNames.gender(of: trained.word(token).lowercased()) != nil,
      GivenNames.gender(of: trained.word(name.lowerBound).lowercased()) == nil
    else { return false }
    return alone.contains(trained.words(before))
      || before.count == 1 && isAbbreviation(trained.word(name.lowerBound))
      || before.count > 1 && KnownNames.english.label(trained.words(before).lowercased()) == "ORG"
  }

  /// Whether a word is letters for longer words: `DNC`, `DpolG`.
  private func isAbbreviation(_ word: String) -> Bool {
    word.utf8.count <= 5 && word.utf8.lazy.filter(\.isASCIIUppercase).count >= 2
  }

  /// Whether it is a common word that is only written like a name: `TV`, `CEO`.
  private func isKnownNoun(_ candidate: Candidate) -> Bool {
    candidate.tokens.count == 1
      && KnownNames.english.label(trained.word(candidate.tokens.lowerBound).lowercased())
        == KnownNames.none
  }

  private func surfaceCandidates() -> [Candidate] {
    var result: [Candidate] = []
    for name in plain.names {
      let tokens = withoutCompound(projection.tokens(over: plain.range(of: name.tokens)))
      guard !tokens.isEmpty, tokens.lowerBound >= (result.last?.tokens.upperBound ?? 0) else {
        continue
      }
      let label = name.label == NameLabeller.unknown ? nil : name.label
      result.append(Candidate(tokens: tokens, surfaceLabel: label))
    }
    return result
  }

  /// A name without what a hyphen makes of another one: `Oslo-based Holm Lines` is `Holm Lines`, `Oslo-flagged` is `Oslo`.
  private func withoutCompound(_ tokens: Range<Int>) -> Range<Int> {
    guard
      let hyphen = tokens.dropFirst().dropLast().first(where: {
        trained.word($0) == "-" && Self.participles.contains(trained.word($0 + 1))
      })
    else { return tokens }
    let rest = hyphen + 2..<tokens.upperBound
    return rest.isEmpty || !isCapitalised(rest.lowerBound) ? tokens.lowerBound..<hyphen : rest
  }

  private static let participles: Set<String> = [
    "based", "led", "backed", "controlled", "flagged", "owned", "run", "born", "listed", "funded",
    "sponsored", "made", "trained", "educated", "registered", "headquartered", "held", "occupied",
    "allied", "aligned", "dominated", "appointed", "elected", "linked", "affiliated", "supported",
    "brokered", "drafted", "built", "mandated", "approved", "endorsed", "imposed", "area", "era",
    "style", "bound", "wide", "ruled", "administered", "speaking", "friendly", "related",
  ]

  /// Whether a name holds the surface's names whole and more words beside.
  private func widens(_ tokens: Range<Int>, _ parts: ArraySlice<Candidate>) -> Bool {
    let hasParticle = tokens.contains { Self.particles.contains(trained.word($0).lowercased()) }
    guard let first = parts.first, let last = parts.last,
      tokens.count <= Self.longestName + (hasParticle ? 2 : 0)
    else { return false }
    let isInside =
      tokens.lowerBound <= first.tokens.lowerBound && last.tokens.upperBound <= tokens.upperBound
    let words = parts.reduce(0) { $0 + $1.tokens.count }
    return isInside && words < tokens.count && isCapitalised(tokens.lowerBound)
      && isCapitalised(tokens.upperBound - 1)
      && tokens.allSatisfy {
        isCapitalised($0) || trained.word($0) == "-" && hasParticle
          || Self.particles.contains(trained.word($0).lowercased())
      }
  }

  /// Words that join the parts of a person's name.
  private static let particles: Set<String> = [
    "al", "el", "bin", "ben", "ibn", "abu", "van", "von", "der", "den", "de", "da", "di", "del",
    "della", "la", "le", "dos", "ter",
  ]

  /// What is longer is two names that ran together, or a headline.
  private static let longestName = 4

  // MARK: What the recogniser found

  /// Its names without articles, titles and the mark of the genitive; none over a line.
  private func recognised() -> [NameSpan] {
    trained.names.compactMap { name in
      guard !Self.quantities.contains(name.label) else { return nil }
      var tokens = name.tokens
      while let first = tokens.first, tokens.count > 1, isLead(first, name.label) {
        tokens = tokens.dropFirst()
      }
      if let bracket = tokens.dropFirst().first(where: {
        ["(", "[", "|"].contains(trained.word($0))
      }) {
        tokens = tokens.lowerBound..<bracket
      }
      while let last = tokens.last, tokens.count > 1, isTail(last) { tokens = tokens.dropLast() }
      guard !tokens.isEmpty, !trained.text.bytes[trained.range(of: tokens).indices].contains(0x0A)
      else { return nil }
      return NameSpan(tokens: tokens, label: name.label)
    }
  }

  private func isLead(_ token: Int, _ label: String) -> Bool {
    let word = trained.word(token).lowercased()
    if ["the", "a", "an", "\"", "'", "“", "‘"].contains(word) { return true }
    if label == "PERSON", ["democrat", "republican", "democratic"].contains(word) { return true }
    return label == "PERSON" && SurfaceLexicon.english.classes(Self.stem(word)).contains(.title)
  }

  private static func stem(_ word: String) -> String {
    word.hasSuffix(".") ? String(word.dropLast()) : word
  }

  private func isTail(_ token: Int) -> Bool {
    ["'s", "’s", "'", "’", ",", ".", "\"", "”"].contains(trained.word(token))
  }

  /// Whether it is a name by its letters; a lone word at the head of a sentence proves nothing.
  private func isWrittenAsName(_ name: NameSpan) -> Bool {
    let tokens = name.tokens
    guard isCapitalised(tokens.lowerBound), isCapitalised(tokens.upperBound - 1) else {
      return false
    }
    if tokens.lowerBound > 0, Self.marks.contains(trained.word(tokens.lowerBound - 1)) {
      return false
    }
    guard tokens.count == 1 else { return true }
    return (!trained.opensSentence(tokens.lowerBound) || isInBrackets(tokens.lowerBound))
      && name.label != "WORK_OF_ART" && name.label != "PRODUCT"
  }

  private static let marks: Set<String> = ["#", "@", "="]

  /// `(Asean)`: alone in brackets a word is another name of what stands before them.
  private func isInBrackets(_ token: Int) -> Bool {
    token > 0 && token + 1 < trained.tokens.count && trained.word(token - 1) == "("
      && trained.word(token + 1) == ")"
  }

  private func isCapitalised(_ token: Int) -> Bool {
    let bytes = trained.text.bytes
    let start = trained.tokens[token].range.start
    return bytes[start].isASCIIUppercase || bytes[start] == 0xC3
  }
}

extension AnnotatedText {
  /// The words of some tokens as they are written, with a space between them.
  func words(_ tokens: Range<Int>) -> String { tokens.map { word($0) }.joined(separator: " ") }

  /// Whether a token stands where any word has a capital: first in the text or its line, or behind a mark that ends or opens something.
  func opensSentence(_ token: Int) -> Bool {
    guard token > 0 else { return true }
    let gap = tokens[token - 1].range.end..<tokens[token].range.start
    return text.bytes[gap].contains(0x0A)
      || [".", "!", "?", ":", "\"", "“", "‘", "'", "-", "–", "—", "•", "(", "[", "|", "*"]
        .contains(word(token - 1))
  }
}
