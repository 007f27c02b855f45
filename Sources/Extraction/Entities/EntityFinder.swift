import Linguistics
import NewsModel
import Primitives

/// Groups the names of an article into entities: full names, surnames, acronyms, names of countries.
struct EntityFinder {
  let words: ArticleWords
  private(set) var groups: [NameGroup] = []
  private var groupOfName: [Int] = []

  init(_ words: ArticleWords) {
    self.words = words
    collect()
    joinAcronyms()
    joinPersons()
    joinShortForms()
    joinTeams()
    joinCompanies()
    joinNationalBodies()
    joinOutlets()
  }

  // MARK: Equal names

  private mutating func collect() {
    var numbers: [String: Int] = [:]
    var bearers: [String: Int] = [:]
    for (number, name) in words.names.enumerated() {
      let tokens = stripped(name.tokens)
      if let bearer = bearer(ofMark: number) {
        groups[groupOfName[bearer]].names.append(number)
        groupOfName.append(groupOfName[bearer])
        continue
      }
      if let person = bearers[words.lower[tokens.upperBound - 1]], isSurname(name) {
        groups[person].names.append(number)
        groupOfName.append(person)
        continue
      }
      defer {
        if name.label == "PERSON", tokens.count > 1 {
          bearers[words.lower[tokens.upperBound - 1]] = groupOfName[number]
        }
      }
      let key = Self.key(words.lower[tokens], label: name.label)
      let country = country(key, name)
      let identity = country.map { "country \($0)" } ?? key
      if let group = numbers[identity] {
        groups[group].names.append(number)
        groupOfName.append(group)
        continue
      }
      numbers[identity] = groups.count
      groupOfName.append(groups.count)
      groups.append(
        NameGroup(
          words: Array(words.lower[tokens]), names: [number], label: name.label, country: country))
    }
  }

  /// The name before a name that is nothing but the mark of a generation: "Ada Quill, Jr."
  private func bearer(ofMark number: Int) -> Int? {
    let tokens = words.names[number].tokens
    guard number > 0, tokens.count == 1, GenerationMark.isOne(words.lower[tokens.lowerBound]) else {
      return nil
    }
    let before = words.names[number - 1].tokens.upperBound
    return tokens.lowerBound - before <= 1 ? number - 1 : nil
  }

  /// Whether an adjective of nations stands where only a name can: "Cuban said", behind "Mark Cuban".
  private func isSurname(_ name: NameSpan) -> Bool {
    guard name.label == "NORP", name.tokens.count == 1,
      let syntax = words.annotated.syntax
    else { return false }
    let token = name.tokens.lowerBound
    return ["nsubj", "nsubjpass", "pobj", "dobj", "appos"].contains(syntax.dependencies[token])
      && !["the", "a", "an", "every", "no"].contains(words.word(token - 1))
      && !words.lower[token].hasSuffix("s")
  }

  /// The words that tell one entity from another; members of a group are one with the group's adjective.
  private static func key(_ words: ArraySlice<String>, label: String) -> String {
    let key = words.joined(separator: " ")
    guard label == "NORP", words.count == 1, key.hasSuffix("s"), key.utf8.count > 4 else {
      return key
    }
    let single = String(key.dropLast())
    return CountryTable.english.entry(key) == nil ? single : key
  }

  private func stripped(_ tokens: Range<Int>) -> Range<Int> {
    let isArticle = tokens.count > 1 && words.word(tokens.lowerBound) == "the"
    return isArticle ? tokens.lowerBound + 1..<tokens.upperBound : tokens
  }

  /// The country of a name or demonym, or of "Government of" it; capitals are places of their own.
  private func country(_ key: String, _ name: NameSpan) -> String? {
    // "The city of Liberia" is a town of that name.
    let first = name.tokens.lowerBound
    if words.word(first - 1) == "of", ["city", "town", "village"].contains(words.word(first - 2)) {
      return nil
    }
    let lead = "government of "
    if key.hasPrefix(lead),
      let entry = CountryTable.english.entry(String(key.dropFirst(lead.count))),
      entry.relation == .name
    {
      return entry.code
    }
    guard name.label == "GPE" || name.label == "NORP" || name.label == "ORG",
      let entry = CountryTable.english.entry(key), entry.relation != .capital
    else { return nil }
    return entry.code == "GE" && !mentionsCaucasus ? nil : entry.code
  }

  /// Georgia is the country only where its neighbourhood is talked of.
  private var mentionsCaucasus: Bool {
    ["tbilisi", "russia", "russian", "abkhazia", "ossetia", "caucasus", "moscow"].contains {
      words.vocabulary.contains($0)
    }
  }

  // MARK: Other names

  /// The group that a group is another name of, in the end.
  private func root(_ group: Int) -> Int {
    var group = group
    while let parent = groups[group].parent { group = parent }
    return group
  }

  mutating func join(_ group: Int, to other: Int) {
    let target = root(other)
    guard root(group) != target, groups[group].parent == nil else { return }
    groups[group].parent = target
  }

  /// `North Atlantic Treaty Organisation (Nato)`, and letters that fit one long name.
  private mutating func joinAcronyms() {
    var byInitials: [String: Int] = [:]
    for (number, group) in groups.enumerated() where group.words.count > 1 {
      let initials = Self.initials(group.words)
      byInitials[initials] = byInitials[initials] == nil ? number : -1
    }
    for (number, group) in groups.enumerated() where group.words.count == 1 {
      let letters = group.words[0].filter { $0 != "." }
      guard (2...8).contains(letters.utf8.count) else { continue }
      if let long = byInitials[letters], long >= 0,
        groups[long].words.count > 2 || isAcronym(group.names[0], of: long)
      {
        join(number, to: long)
      } else if let long = nameBeforeBracket(group.names[0]), fits(letters, long) {
        join(number, to: groupOfName[long])
      }
    }
  }

  /// Whether a name in capitals may stand for one of two words, which is an organisation's: `U.N.`.
  private func isAcronym(_ name: Int, of long: Int) -> Bool {
    let form = words.annotated.text[words.range(words.names[name].tokens)]
    return groups[long].label == "ORG" && form.utf8.allSatisfy { $0.isASCIIUppercase || $0 == 0x2E }
  }

  private static func initials(_ words: [String]) -> String {
    words.filter { !["of", "the", "and", "for", "on", "&"].contains($0) }
      .compactMap { $0.first.map(String.init) }.joined()
  }

  /// The name right before a name in brackets.
  private func nameBeforeBracket(_ name: Int) -> Int? {
    let tokens = words.names[name].tokens
    guard words.word(tokens.lowerBound - 1) == "(", words.word(tokens.upperBound) == ")",
      tokens.lowerBound >= 2, words.nameOf[tokens.lowerBound - 2] >= 0
    else { return nil }
    return Int(words.nameOf[tokens.lowerBound - 2])
  }

  /// Whether the letters start the words of the name in order, some words left out.
  private func fits(_ letters: String, _ name: Int) -> Bool {
    var rest = Substring(letters)
    for token in words.names[name].tokens {
      if let first = rest.first, words.lower[token].first == first { rest = rest.dropFirst() }
    }
    if rest.utf8.count <= letters.utf8.count / 3 { return true }
    return words.names[name].label != "PERSON" && isContraction(letters, of: name)
  }

  /// Whether letters stand in a long name in this order, its first one in front: `Asean`, `Benelux`.
  private func isContraction(_ letters: String, of name: Int) -> Bool {
    let tokens = words.names[name].tokens
    guard tokens.count > 2, letters.utf8.count > 3,
      letters.first == words.lower[stripped(tokens).lowerBound].first
    else { return false }
    var rest = Substring(letters)
    for character in tokens.lazy.flatMap({ words.lower[$0] }) where rest.first == character {
      rest = rest.dropFirst()
    }
    return rest.isEmpty
  }
}

extension EntityFinder {
  // MARK: Result

  /// The entities in order of first mention.
  func entities() -> EntityTable {
    var order: [Int] = []
    var members: [Int: [Int]] = [:]
    for name in words.names.indices {
      let group = root(groupOfName[name])
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(name)
    }
    var entityOfName = [EntityIndex?](repeating: nil, count: words.names.count)
    var entities: [Entity] = []
    var countries: [String: EntityIndex] = [:]
    var pronouns: [PersonPronoun?] = []
    for group in order {
      let id = EntityIndex(entities.count)
      let names = members[group] ?? []
      for name in names { entityOfName[name] = id }
      let entity = entity(id, group, names)
      if let code = groups[group].country { countries[code] = id }
      pronouns.append(entity.kind == .person ? PronounGuess(words).pronoun(names) : nil)
      entities.append(entity)
    }
    return EntityTable(
      entities: entities, entityOfName: entityOfName, nameOf: words.nameOf, countries: countries,
      pronouns: pronouns)
  }

  private func entity(_ id: EntityIndex, _ group: Int, _ names: [Int]) -> Entity {
    let code = groups[group].country
    let forms = distinctForms(names)
    let name =
      code.flatMap(CountryTable.english.name(ofCode:)) ?? forms.max(by: isShorter) ?? ""
    let key = groups[group].words.joined(separator: " ")
    return Entity(
      id: id, name: name, kind: kind(group, names),
      mentions: names.map { words.range(stripped(words.names[$0].tokens)) },
      aliases: forms.filter { $0 != name }, descriptions: DescriptionFinder(words).find(names),
      country: code ?? capitalCountry(key, group))
  }

  private func capitalCountry(_ key: String, _ group: Int) -> String? {
    guard groups[group].label == "GPE", let entry = CountryTable.english.entry(key),
      entry.relation == .capital
    else { return nil }
    return entry.code
  }

  /// The first of the longest forms wins; "Inc." and the like make a name no longer.
  private func isShorter(_ a: String, _ b: String) -> Bool {
    nameLength(a) < nameLength(b)
  }

  private func nameLength(_ form: String) -> Int {
    let parts = form.split(separator: " ").map { $0.lowercased() }
    let base = Self.withoutForm(parts)
    // With the legal form it comes after the same name without.
    return 2 * base.reduce(0) { $0 + $1.utf8.count + 1 } - (base.count < parts.count ? 1 : 0)
  }

  private func distinctForms(_ names: [Int]) -> [String] {
    var seen: Set<String> = []
    return names.compactMap { number in
      let form = words.annotated.text[words.range(stripped(words.names[number].tokens))]
      return seen.insert(form).inserted ? form : nil
    }
  }

  private func kind(_ group: Int, _ names: [Int]) -> EntityKind {
    if groups[group].country != nil { return .government }
    if isProgramme(group) { return .programme }
    if isOutlet(group) { return .organisation }
    if groups[group].words.count > 1, groups[group].label != NameLabel.unknown {
      return NameLabel.kind(groups[group].label)
    }
    if groups[group].label == "PERSON" { return .person }
    let labels = names.map { words.names[$0].label }
    let known = labels.filter { $0 != NameLabel.unknown }
    return NameLabel.kind(known.first ?? NameLabel.unknown)
  }
}

extension EntityFinder {
  /// A paper or agency of one word is often taken for a person, one of more words for a place.
  fileprivate func isOutlet(_ group: Int) -> Bool {
    let words = groups[group].words
    return (words.count == 1) == (groups[group].label == "PERSON")
      && words.contains { SpeakerLexicon.english.has($0, .outlet) }
  }

  /// Heads of names of plans and agreements; other works are laws, papers and the like.
  ///
  /// The head is the last word, or the one before "of", "on", "for" or "with"; elsewhere in the name of an organisation
  /// it proves nothing ("Treaty Organisation").
  fileprivate func isProgramme(_ group: Int) -> Bool {
    let words = groups[group].words
    guard words.count > 1, groups[group].label != "PERSON" else { return false }
    let cut = words.dropFirst().firstIndex { ["of", "on", "for", "with", "between"].contains($0) }
    let head = words[(cut ?? words.count) - 1]
    return [
      "plan", "programme", "program", "initiative", "project", "partnership", "agreement",
      "accord", "accords", "pact", "treaty", "deal", "framework", "dialogue", "protocol",
      "compact", "roadmap", "ceasefire", "truce", "talks", "negotiations", "mechanism",
    ].contains(head)
  }
}

/// The labels of names and the kinds that they stand for.
enum NameLabel {
  /// The label of a name of which nothing is known.
  static let unknown = "MISC"

  static func kind(_ label: String) -> EntityKind {
    switch label {
    case "PERSON": .person
    case "ORG": .organisation
    case "GPE", "LOC", "FAC": .place
    case "NORP": .group
    case "LAW", "WORK_OF_ART": .work
    case "EVENT": .event
    case "PRODUCT": .product
    default: .other
    }
  }
}
