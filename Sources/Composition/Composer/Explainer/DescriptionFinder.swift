import NewsModel
import Primitives

/// Finds the articles' own words for what something or somebody is: "an airline based in San José".
struct DescriptionFinder {
  let originals: [FiledArticle]
  let naming: Naming
  private let appearances: Appearances

  init(originals: [FiledArticle], naming: Naming) {
    self.originals = originals
    self.naming = naming
    appearances = Appearances(originals)
  }

  init(material: Material) {
    originals = material.originals
    naming = material.naming
    appearances = material.appearances
  }

  private func articles(with entity: EntityID) -> [FiledArticle] {
    appearances.articles(with: entity).map { originals[$0] }
  }

  /// A description with how it is joined to the name.
  struct Found {
    let citation: Citation
    /// "is" or "was" for a thing; nil where the words are a title or an apposition to a person's name.
    let verb: String?
  }

  private struct Candidate {
    let citation: Citation
    let verb: String?
    let rank: Int
    let key: String
  }

  private static let complements: Set<String> = [
    "of", "for", "at", "in", "on", "with", "who", "where", "which", "that", "from", "to",
  ]
  private static let lengths = 2...24
  private static let openers: Set<String> = ["a", "an", "the", "one"]
  private static let emptyWords: Set<String> = [
    "such", "just", "so", "same", "more", "rather", "most", "best", "worst", "greatest", "only",
  ]

  /// The description that most origins give; among equals a definition before a title, then the earliest.
  func best(of entity: EntityID) -> Found? {
    let all = candidates(of: entity)
    var origins: [String: Set<OriginID>] = [:]
    for candidate in all { origins[candidate.key, default: []].insert(candidate.citation.origin) }
    let best = all.enumerated().min { a, b in
      let counts = (origins[a.element.key]?.count ?? 0, origins[b.element.key]?.count ?? 0)
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      return (a.element.rank, a.offset) < (b.element.rank, b.offset)
    }
    return best.map { Found(citation: $0.element.citation, verb: $0.element.verb) }
  }

  /// A title of any length right before a person's name: "Professor". Enough for a table, too little for a sentence.
  ///
  /// One that opens a sentence may owe its capital to that alone; it is no title where `opening` is false.
  func title(of entity: EntityID, opening: Bool = true) -> Citation? {
    guard naming.kind(entity) == .person else { return nil }
    for filed in articles(with: entity) {
      for own in filed.analysis.entities where filed.entity(own.id) == entity {
        for description in own.descriptions {
          if let range = RoleDescription.range(description, in: filed, short: true),
            isOffice(range, filed), !isCut(range, filed), !namesBySurname(range, filed),
            filed.text.bytes[range.start].isASCIIUppercase,
            own.mentions.contains(where: { $0.start == range.end + 1 }),
            !EnglishWords.honorifics.contains(filed.text[range].lowercased()),
            opening || filed.analysis.sentence(at: range.start)?.start != range.start
          {
            return Citation(range, of: filed)
          }
        }
      }
    }
    return nil
  }

  /// The description as a sentence: "Nature Air is “an airline based in San José”."
  ///
  /// A person with no other description is given the title, if it says more than an office: "Quill is described as “President”" leaves
  /// open of what.
  func sentence(about entity: EntityID) -> CitedText? {
    let title = title(of: entity, opening: false).flatMap { citation in
      let words = citation.exact.lowercased().split(separator: " ").map(String.init)
      let isOffice = words.allSatisfy(EnglishWords.titles.contains)
      return isOffice ? nil : Found(citation: citation, verb: nil)
    }
    guard let found = best(of: entity) ?? title else { return nil }
    let name = naming.atStart(entity)
    let isPlural = naming.kind(entity) == .group && name.hasSuffix("s")
    let verb = found.verb.map { isPlural ? ($0 == "was" ? "were" : "are") : $0 }
    let words = verb ?? (isPlural ? "are described as" : "is described as")
    return CitedText(
      NonEmpty(
        .computed("\(name) \(words) \u{201C}"),
        [.source(found.citation.exact), .computed("\u{201D}.")]),
      citations: NonEmpty(found.citation))
  }

  private func candidates(of entity: EntityID) -> [Candidate] {
    let isPerson = naming.kind(entity) == .person
    var result: [Candidate] = []
    for filed in articles(with: entity) {
      for definition in filed.analysis.definitions where filed.entity(definition.entity) == entity {
        if let found = candidate(definition, in: filed, isPerson: isPerson) { result.append(found) }
      }
      // A title is a person's; what stands before the name of a body is seldom what it is.
      for own in filed.analysis.entities where isPerson && filed.entity(own.id) == entity {
        for description in own.descriptions {
          guard let range = RoleDescription.range(description, in: filed), isOffice(range, filed),
            !isCut(range, filed), !namesBySurname(range, filed),
            let citation = Citation(range, of: filed)
          else { continue }
          result.append(
            Candidate(citation: citation, verb: nil, rank: 3, key: Self.key(citation.exact)))
        }
      }
    }
    return result
  }

  /// Whether the words can be a person's office: they do not end in the name of a body.
  private func isOffice(_ range: ByteRange, _ filed: FiledArticle) -> Bool {
    let words = WordScanner.words(of: filed.text, in: range)
    let head =
      words.prefix { !$0.followsPause && !Self.complements.contains($0.lower) }.last?.lower ?? ""
    return EnglishWords.standingNouns[head] != .organisation && head != "leadership"
      && head != "administration" && head != "government"
  }

  /// Whether the words tell of a person, or of more than one thing.
  private func isPersonal(_ words: [Word]) -> Bool {
    let head =
      words.prefix { !$0.followsPause && !Self.complements.contains($0.lower) }.last?.lower ?? ""
    return words.contains { $0.lower == "former" || ($0.lower == "and" && $0.followsPause) }
      || EnglishWords.standingNouns[head] == .person
      || (EnglishWords.standingNouns[head] == nil && EnglishWords.titles.contains(head))
      || words.prefix(2).contains { $0.lower.hasSuffix("'s") && !$0.isCapitalised }
  }

  private func candidate(_ definition: Definition, in filed: FiledArticle, isPerson: Bool)
    -> Candidate?
  {
    let range = filed.text.trimmed(definition.range)
    let words = WordScanner.words(of: filed.text, in: range)
    guard definition.form != .relative, isTelling(words, range, filed),
      let citation = Citation(range, of: filed)
    else { return nil }
    let told = WordScanner.words(
      of: filed.text, in: ByteRange(definition.sentence.start, range.start))
    // "If Quill is the nominee, will you ...": what might be.
    guard !told.contains(where: { ["if", "whether", "unless"].contains($0.lower) }) else {
      return nil
    }
    let before = told.last
    guard isPerson ? isOffice(range, filed) : !isPersonal(words) else { return nil }
    let isPast = definition.form == .copula && ["was", "were"].contains(before?.lower ?? "")
    let verb: String? = isPerson ? nil : isPast ? "was" : "is"
    let rank = definition.form == .apposition ? 0 : definition.form == .copula ? 1 : 2
    return Candidate(citation: citation, verb: verb, rank: rank, key: Self.key(citation.exact))
  }

  /// Whether the words say something by themselves: no pronoun, quotation or unfinished phrase.
  private func isTelling(_ words: [Word], _ range: ByteRange, _ filed: FiledArticle) -> Bool {
    guard Self.lengths.contains(words.count), let first = words.first, let last = words.last,
      !EnglishWords.functionWords.contains(last.lower),
      !words.contains(where: { Pronouns.all.contains($0.lower) || $0.isQuoted }),
      !words.contains(where: { Pronouns.firstPersons.contains($0.lower) }),
      !Self.emptyWords.contains(words.count > 1 ? words[1].lower : ""),
      !Self.emptyWords.contains(first.lower),
      !isQuoted(range, filed), !isBroken(range, filed), !isCut(range, filed),
      !DefiniteNouns.standBare(words), !namesBySurname(range, filed), !isClause(words)
    else { return false }
    let names = words.dropFirst().contains(where: \.isCapitalised)
    return names || first.lower != "the"
      ? Self.openers.contains(first.lower) || names || words.count > 3 : words.count > 5
  }

  /// Whether a verb stands before any "who" or "which": "a squad car pulled up and began to ..." describes nobody.
  private func isClause(_ words: [Word]) -> Bool {
    words.prefix { !Self.relatives.contains($0.lower) }.contains {
      EnglishWords.finites.contains($0.lower)
    }
  }

  private static let relatives: Set<String> = [
    "who", "whose", "which", "that", "where", "when", "as",
  ]

  /// Whether the words stand in somebody's mouth.
  private func isQuoted(_ range: ByteRange, _ filed: FiledArticle) -> Bool {
    guard let sentence = filed.analysis.sentence(at: range.start) else { return true }
    return WordScanner.words(of: filed.text, in: sentence)
      .contains { $0.isQuoted && range.contains($0.range) }
  }

  /// Whether the words end in an abbreviation whose name was left out: "Texas Sen.".
  private func isCut(_ range: ByteRange, _ filed: FiledArticle) -> Bool {
    filed.text.bytes[range.end - 1] == UInt8(ascii: ".")
  }

  /// Whether the words call somebody by the surname alone whom the article calls by more: "Quill's chief strategist".
  private func namesBySurname(_ range: ByteRange, _ filed: FiledArticle) -> Bool {
    filed.analysis.entities.contains { entity in
      guard entity.kind == .person, entity.name.contains(" ") else { return false }
      let inside = entity.mentions.filter { range.contains($0) }.map { filed.text[$0] }
      return !inside.isEmpty && !inside.contains { $0.contains(" ") }
    }
  }

  /// Whether a line ends inside, or a bracket is left open.
  private func isBroken(_ range: ByteRange, _ filed: FiledArticle) -> Bool {
    let bytes = filed.text.bytes[range.indices]
    let opened = bytes.count { $0 == UInt8(ascii: "(") }
    return bytes.contains(0x0A) || bytes.contains(UInt8(ascii: "\""))
      || opened != bytes.count { $0 == UInt8(ascii: ")") }
  }

  /// The words without an article before them, for comparing.
  private static func key(_ words: String) -> String {
    let lower = words.lowercased()
    for article in ["the ", "a ", "an "] where lower.hasPrefix(article) {
      return String(lower.dropFirst(article.count))
    }
    return lower
  }
}
