/// Gives each token its part of speech, its features and, for some words, its lemma.
struct AttributeRuler: Sendable {
  /// The attributes of one token.
  struct Attributes: Sendable {
    var tag: UInt16
    var label: UInt16
    var part: UInt8 = PartOfSpeech.none
    var morphology: UInt16 = 0
    /// The lemma that a rule gives, if one does.
    var lemma: String?
  }

  private let rules: [AttributeRule]
  let morphology: Morphology
  // For each tag, the rules whose first token may have it and may be any word.
  private let rulesOfTag: [[Int]]
  // Lists of rules whose first token must be a certain word; list 0 is empty.
  private let ruleLists: [[Int]]
  /// The numbers of the lists of rules by the ids of lower-case forms.
  let listOfLower: [UInt64: Int32]

  /// Reads the rules of the model.
  init(_ file: ModelFile, symbols: SymbolTable, tags: [String], labels: [String])
    throws(ModelError)
  {
    var reader = AttributeRuleReader(
      try file.strings("ruler"), symbols: symbols, tags: tags, labels: labels)
    guard let rules = reader.read() else {
      throw .unsupported(path: file.path, reason: "a rule for attributes of an unknown kind")
    }
    self.rules = rules
    morphology = reader.morphology
    rulesOfTag = tags.indices.map { tag in
      rules.indices.filter {
        let first = rules[$0].conditions[0]
        return first.lower == nil && first.tags?.contains(UInt16(tag)) ?? true
      }
    }
    var lists: [UInt64: [Int]] = [:]
    for (number, rule) in rules.enumerated() {
      for word in rule.conditions[0].lower ?? [] { lists[word, default: []].append(number) }
    }
    let words = lists.keys.sorted()
    ruleLists = [[]] + words.map { lists[$0] ?? [] }
    listOfLower = Dictionary(
      uniqueKeysWithValues: words.enumerated().map { ($0.element, Int32($0.offset + 1)) })
  }

  /// The attributes of all tokens, from the tags and labels of the networks.
  func apply(
    _ rows: [TokenRow], _ lexemes: [Lexeme], tags: [UInt16], labels: [UInt16]
  ) -> [Attributes] {
    let text = Annotated(rows: rows, lexemes: lexemes, tags: tags, labels: labels)
    var result: [Attributes] = []
    result.reserveCapacity(rows.count)
    // Rules that began at the token before and change this one.
    var carried: [Int] = []
    for token in rows.indices {
      var attributes = Attributes(tag: tags[token], label: labels[token])
      var next: [Int] = []
      eachMatch(at: token, text, carried) { number in
        Self.change(&attributes, rules[number].change)
      } onNext: {
        next.append($0)
      }
      carried = next
      result.append(attributes)
    }
    return result
  }

  /// The text before any rule changed it: on that all conditions are tested.
  private struct Annotated {
    let rows: [TokenRow]
    let lexemes: [Lexeme]
    let tags: [UInt16]
    let labels: [UInt16]
  }

  /// Calls `use` for every rule that changes the token, in order; `onNext` for those that change the next.
  private func eachMatch(
    at token: Int, _ text: Annotated, _ carried: [Int], _ use: (Int) -> Void,
    onNext: (Int) -> Void
  ) {
    let general = rulesOfTag[Int(text.tags[token])]
    let special = ruleLists[Int(text.lexemes[Int(text.rows[token].lexeme)].ruleList)]
    var (g, s, c) = (0, 0, 0)
    while g < general.count || s < special.count || c < carried.count {
      let number = min(
        g < general.count ? general[g] : .max, s < special.count ? special[s] : .max,
        c < carried.count ? carried[c] : .max)
      if c < carried.count, carried[c] == number {
        c += 1
        use(number)
        continue
      }
      if g < general.count, general[g] == number { g += 1 } else { s += 1 }
      guard isMatch(rules[number], at: token, text) else { continue }
      if rules[number].target == 0 { use(number) } else { onNext(number) }
    }
  }

  private func isMatch(_ rule: AttributeRule, at token: Int, _ text: Annotated) -> Bool {
    guard token + rule.conditions.count <= text.rows.count else { return false }
    for (offset, condition) in rule.conditions.enumerated() {
      let index = token + offset
      let lexeme = text.lexemes[Int(text.rows[index].lexeme)]
      if let labels = condition.labels, !labels.contains(text.labels[index]) { return false }
      if let tags = condition.tags, !tags.contains(text.tags[index]) { return false }
      if let isSpace = condition.isSpace, isSpace != lexeme.isSpace { return false }
      if let lower = condition.lower, !lower.contains(lexeme.lower) { return false }
    }
    return true
  }

  private static func change(_ attributes: inout Attributes, _ change: AttributeRule.Change) {
    if let tag = change.tag { attributes.tag = tag }
    if let part = change.part { attributes.part = part }
    if let morphology = change.morphology { attributes.morphology = morphology }
    if let label = change.label { attributes.label = label }
    if let lemma = change.lemma { attributes.lemma = lemma }
  }
}
