/// Reads the rules for attributes out of the flat list of strings in the model file.
struct AttributeRuleReader {
  private let flat: [String]
  private var index = 0
  private let symbols: SymbolTable
  private let tags: [String]
  private let labels: [String]
  private(set) var morphology = Morphology()

  /// Prepares to read; tags and labels are given by their numbers.
  init(_ flat: [String], symbols: SymbolTable, tags: [String], labels: [String]) {
    self.flat = flat
    self.symbols = symbols
    self.tags = tags
    self.labels = labels
  }

  /// All rules in order, or nil when the list has another form or names what is not known.
  mutating func read() -> [AttributeRule]? {
    var rules: [AttributeRule] = []
    while index < flat.count {
      guard let target = number(), let changes = number(), let change = change(changes),
        let tokens = number(), target < tokens, target >= 0
      else { return nil }
      var conditions: [AttributeRule.Condition] = []
      for _ in 0..<tokens {
        guard let count = number(), let condition = condition(count) else { return nil }
        conditions.append(condition)
      }
      // A rule for tags or labels that the model never gives is read, and never fires.
      guard (1...2).contains(conditions.count) else { return nil }
      rules.append(AttributeRule(conditions: conditions, target: target, change: change))
    }
    return rules
  }

  private mutating func text() -> String? {
    guard index < flat.count else { return nil }
    defer { index += 1 }
    return flat[index]
  }

  private mutating func number() -> Int? { text().flatMap { Int($0) } }

  private mutating func change(_ count: Int) -> AttributeRule.Change? {
    var change = AttributeRule.Change()
    for _ in 0..<count {
      guard let key = text(), let value = text() else { return nil }
      switch key {
      case "TAG": change.tag = tags.firstIndex(of: value).map { UInt16($0) }
      case "POS":
        guard let part = PartOfSpeech.number(value) else { return nil }
        change.part = part
      case "MORPH": change.morphology = morphology.number(value)
      case "DEP": change.label = labels.firstIndex(of: value).map { UInt16($0) }
      case "LEMMA": change.lemma = value
      default: return nil
      }
    }
    return change
  }

  private mutating func condition(_ count: Int) -> AttributeRule.Condition? {
    var condition = AttributeRule.Condition()
    for _ in 0..<count {
      guard let key = text(), let kind = text(), let count = number() else { return nil }
      var values: [String] = []
      for _ in 0..<count {
        guard let value = text() else { return nil }
        values.append(value)
      }
      guard ["IN", "NOT_IN", "REGEX"].contains(kind) else { return nil }
      switch key {
      case "TAG" where kind != "REGEX": condition.tags = membership(values, in: tags, kind)
      case "DEP" where kind != "REGEX": condition.labels = membership(values, in: labels, kind)
      case "IS_SPACE" where kind == "IN": condition.isSpace = values == ["1"]
      case "LOWER" where kind == "IN": condition.lower = Set(values.map { symbols.id($0) })
      case "LOWER" where kind == "REGEX":
        guard let words = values.first.flatMap(Self.strings) else { return nil }
        condition.lower = Set(words.map { symbols.id($0) })
      default: return nil
      }
    }
    return condition
  }

  private func membership(_ values: [String], in names: [String], _ kind: String)
    -> AttributeRule.Membership
  {
    AttributeRule.Membership(
      values.compactMap { names.firstIndex(of: $0) }, of: names.count, isWanted: kind == "IN")
  }

  /// The few texts that an expression from `^` to `$` matches.
  private static func strings(_ expression: String) -> [String]? {
    // An expression that cannot be read makes the whole list unreadable, which is reported.
    guard let pattern = try? PatternParser.parse(expression), pattern.isAnchoredAtStart,
      pattern.isAnchoredAtEnd, let strings = pattern.strings()
    else { return nil }
    return strings.map { scalars in
      var bytes: [UInt8] = []
      for scalar in scalars { Scalars.append(scalar, to: &bytes) }
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
