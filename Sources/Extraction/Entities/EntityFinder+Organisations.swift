import Linguistics

/// Organisations under their short names.
extension EntityFinder {
  /// `the Liaison Office` after `the Tokyo Liaison Office`; `Holm` after `Holm Industries`.
  mutating func joinShortForms() {
    var byStart: [String: Int] = [:]
    for (number, group) in groups.enumerated()
    where group.words.count > 1 && group.label == "ORG" {
      let start = group.words[0]
      byStart[start] = byStart[start] == nil ? number : -1
    }
    for (number, group) in groups.enumerated()
    where group.words.count == 1 && group.parent == nil && group.country == nil
      && (group.label == NameLabel.unknown || group.label == "ORG")
    {
      if let long = byStart[group.words[0]], long >= 0, groups[long].names[0] < group.names[0] {
        join(number, to: long)
      }
    }
  }

  /// `the Gulls` after `the Harbour City Gulls`: a team by the last word of its name, a plural that one name alone ends with.
  mutating func joinTeams() {
    var byLast: [String: Int] = [:]
    for (number, group) in groups.enumerated()
    where group.words.count > 1 && group.country == nil && group.label != "PERSON" {
      guard let last = group.words.last, last.utf8.count > 3, last.hasSuffix("s") else { continue }
      byLast[last] = byLast[last] == nil ? number : -1
    }
    for (number, group) in groups.enumerated()
    where group.words.count == 1 && group.parent == nil && group.country == nil
      && group.label != "PERSON"
    {
      if let long = byLast[group.words[0]], long >= 0, isTeam(long) { join(number, to: long) }
    }
  }

  /// Whether a name is a place and a plural, as those of teams are.
  private func isTeam(_ group: Int) -> Bool {
    let place = groups[group].words.dropLast().joined(separator: " ")
    return CountryTable.english.isRegion(place) || CountryTable.english.entry(place) != nil
      || groups.contains { $0.label == "GPE" && $0.words.joined(separator: " ") == place }
      || ["ORG", NameLabel.unknown].contains(groups[group].label)
  }

  /// `Holm` and `Holm Inc.`, `Holm Lines` and `Holm Lines Ltd`.
  mutating func joinCompanies() {
    var byBase: [[String]: Int] = [:]
    for (number, group) in groups.enumerated() where group.words.count > 1 {
      let base = Self.withoutForm(group.words)
      guard base.count < group.words.count, !base.isEmpty else { continue }
      byBase[base] = byBase[base] == nil ? number : -1
    }
    for (number, group) in groups.enumerated() where group.parent == nil && group.country == nil {
      if let long = byBase[group.words], long >= 0, long != number { join(number, to: long) }
    }
  }

  /// The words of a company's name without those for its legal form.
  static func withoutForm(_ words: [String]) -> [String] {
    var base = words
    while let last = base.last, base.count > 1, forms.contains(last) || last == "," {
      base.removeLast()
    }
    return base
  }

  private static let forms: Set<String> = [
    "inc", "inc.", "ltd", "ltd.", "corp", "corp.", "co", "co.", "nv", "ag", "plc", "llc", "sa",
    "se",
    "gmbh", "limited", "corporation", "incorporated", "holdings", "spa", "s.p.a.", "n.v.", "s.a.",
    "bhd", "pty", "oyj", "ab", "asa", "kk",
  ]

  /// `the Foreign Ministry` and `the Norwegian Foreign Ministry`, when the article knows one only.
  mutating func joinNationalBodies() {
    var byEnd: [[String]: Int] = [:]
    for (number, group) in groups.enumerated() where group.words.count > 2 && group.label == "ORG" {
      guard CountryTable.english.entry(group.words[0]) != nil else { continue }
      let end = Array(group.words.dropFirst())
      byEnd[end] = byEnd[end] == nil ? number : -1
    }
    for (number, group) in groups.enumerated()
    where group.words.count > 1 && group.parent == nil && group.label == "ORG" {
      if let long = byEnd[group.words], long >= 0 { join(number, to: long) }
    }
  }

  /// `the Times` after `the Harbour Times`, when no other paper has that word.
  mutating func joinOutlets() {
    var byLast: [String: Int] = [:]
    for (number, group) in groups.enumerated() where group.words.count > 1 {
      guard let last = group.words.last, SpeakerLexicon.english.has(last, .outlet) else { continue }
      byLast[last] = byLast[last] == nil ? number : -1
    }
    for (number, group) in groups.enumerated() where group.words.count == 1 && group.parent == nil {
      guard let long = byLast[group.words[0]], long >= 0, groups[long].names[0] < group.names[0]
      else { continue }
      join(number, to: long)
    }
  }
}
