import Primitives

/// Decides what each name names by all places where the same words stand.
///
/// In this order: a table of countries and regions; a surname of a person who is named in full; a title before it; the last
/// word of an organisation's name; what the recogniser took the words for most often; what the surface shows.
struct NameVote {
  private let text: AnnotatedText
  private var counts: [String: [String: Int]] = [:]
  private var surnames: Set<String> = []
  private var titled: Set<String> = []

  init(_ text: AnnotatedText, _ candidates: [NameMerger.Candidate]) {
    self.text = text
    for candidate in candidates {
      guard let label = candidate.trainedLabel else { continue }
      counts[key(candidate), default: [:]][label, default: 0] += 1
    }
    for candidate in candidates where isTitled(candidate.tokens) { titled.insert(key(candidate)) }
    for candidate in candidates where candidate.tokens.count > 1 && label(candidate) == "PERSON" {
      surnames.insert(text.word(candidate.tokens.upperBound - 1).lowercased())
    }
  }

  /// The label of a name; `MISC` when nothing tells.
  func label(_ candidate: NameMerger.Candidate) -> String {
    let key = key(candidate)
    let surface = candidate.surfaceLabel
    let best = counts[key]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    if let surface, surface != "PERSON", isInTable(key) { return surface }
    if candidate.tokens.count == 1, surnames.contains(key), !isInTable(key) { return "PERSON" }
    if candidate.tokens.count <= 2, titled.contains(key), !isInTable(key) { return "PERSON" }
    if let known = KnownNames.english.label(key.replacing(" - ", with: "-")) { return known }
    if surface == "ORG", best != nil, hasOrganisationHead(candidate) { return "ORG" }
    if isAddress(candidate) || best != "EVENT" && isTeam(candidate) { return "ORG" }
    if isSite(candidate), best != "GPE", best != "LOC", best != "EVENT" { return "FAC" }
    if best != "PERSON", isLikePerson(candidate) { return "PERSON" }
    // A treaty, an act or a summit stands out by its head, which the recogniser has seldom learned.
    if let surface, surface == "LAW" || surface == "EVENT" { return surface }
    return best ?? surface ?? NameLabeller.unknown
  }

  /// Whether a title that only persons have stands before a name: `President Holm`.
  private func isTitled(_ tokens: Range<Int>) -> Bool {
    guard tokens.lowerBound > 0, tokens.count <= 2 else { return false }
    let title = text.tokens[tokens.lowerBound - 1].range
    let isCapital = text.text.bytes[title.start].isASCIIUppercase
    // "Mr. Holm" has a space, "Mr.\nHolm" is a heading.
    let gap = text.text.bytes[title.end..<text.tokens[tokens.lowerBound].range.start]
    return isCapital && !gap.contains(0x0A)
      && Self.titles.contains(text.word(tokens.lowerBound - 1).lowercased())
  }

  private static let titles: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "president", "senator", "sen", "sen.",
    "chancellor", "congressman", "congresswoman", "governor", "gov.", "professor", "prof.", "rep.",
    "sir", "judge", "mayor", "ambassador",
  ]

  /// Whether a name that the recogniser took for something else is written like a person's: a given name or initials and a
  /// surname, or two to three words right behind what a person does ("researcher Eva Holm").
  private func isLikePerson(_ candidate: NameMerger.Candidate) -> Bool {
    let tokens = candidate.tokens
    guard (2...3).contains(tokens.count), !hasOrganisationHead(candidate),
      !isInTable(key(candidate)),
      tokens.allSatisfy({ isName(text.word($0)) })
    else { return false }
    let first = text.word(tokens.lowerBound)
    if first.utf8.count <= 4, first.contains("."), first.first?.isUppercase == true { return true }
    // "The Virginia Democratic primary": a state is no given name where nobody was seen.
    if tokens.count == 2, GivenNames.gender(of: first.lowercased()) != nil,
      !CountryTable.english.isRegion(first.lowercased())
    {
      return true
    }
    guard tokens.lowerBound > 0 else { return false }
    let before = text.tokens[tokens.lowerBound - 1].range
    let gap = text.text.bytes[before.end..<text.tokens[tokens.lowerBound].range.start]
    return Self.callings.contains(text.word(tokens.lowerBound - 1).lowercased())
      && !gap.contains(0x0A)
  }

  private func isName(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return first.properties.isUppercase
      && (word.utf8.count < 4
        || word.unicodeScalars.dropFirst().contains { $0.properties.isLowercase })
  }

  /// What persons do, right before their names.
  static let callings: Set<String> = [
    "researcher", "scientist", "executive", "author", "spokesman", "spokeswoman", "spokesperson",
    "lawyer", "attorney", "analyst", "economist", "professor", "actor", "actress", "singer",
    "rapper", "director", "coach", "quarterback", "striker", "goalkeeper", "defender", "midfielder",
    "driver", "pilot", "astronaut", "journalist", "columnist", "reporter", "editor", "minister",
    "president", "chairman", "chairwoman", "chief", "founder", "co-founder", "investor", "activist",
    "campaigner", "historian", "designer", "developer", "photographer", "novelist", "poet",
    "producer", "filmmaker", "comedian", "presenter", "teammate", "husband", "wife", "son",
    "daughter", "brother", "sister", "candidate", "prosecutor", "judge", "detective", "officer",
    "model", "astrophysicist", "physicist", "engineer", "expert",
  ]

  /// Whether a name is the address of a site, which is how an outlet or a shop on the web is called: `News.com.au`.
  private func isAddress(_ candidate: NameMerger.Candidate) -> Bool {
    guard candidate.tokens.count == 1 else { return false }
    let parts = text.word(candidate.tokens.lowerBound).lowercased().split(separator: ".")
    guard parts.count > 1, parts[0].count > 2 else { return false }
    return parts.dropFirst().contains { ["com", "org", "net"].contains($0) }
  }

  /// Whether a name is a place and a plural, as those of teams are: `Chicago Bears`.
  private func isTeam(_ candidate: NameMerger.Candidate) -> Bool {
    guard candidate.tokens.count > 1, let last = candidate.tokens.last,
      CountryTable.english.isRegion(text.words(candidate.tokens.dropLast()).lowercased())
    else { return false }
    let word = text.word(last).lowercased()
    return word.utf8.count > 3 && word.hasSuffix("s") && text.syntax?.tags[last] != "NN"
      && SurfaceLexicon.english.classes(word).isDisjoint(with: [
        .place, .site, .event, .work, .group,
      ])
  }

  /// Whether the last word says that a building, a road or a square is named: `Cologne Cathedral`.
  private func isSite(_ candidate: NameMerger.Candidate) -> Bool {
    guard candidate.tokens.count > 1, let last = candidate.tokens.last,
      !isTitled(candidate.tokens)
    else { return false }
    return SurfaceLexicon.english.classes(text.word(last).lowercased()).contains(.site)
  }

  private func key(_ candidate: NameMerger.Candidate) -> String {
    candidate.tokens.map { text.word($0).lowercased() }.filter { $0 != "the" }
      .joined(separator: " ")
  }

  private func isInTable(_ key: String) -> Bool {
    CountryTable.english.entry(key) != nil || CountryTable.english.isRegion(key)
  }

  private func hasOrganisationHead(_ candidate: NameMerger.Candidate) -> Bool {
    SurfaceLexicon.english.headsBody(text.word(candidate.tokens.upperBound - 1))
  }
}
