/// The parts of the model that are about words: tokenizer, norms, rules for attributes, lemmas.
extension ModelConverter {
  mutating func addTokenizer() throws(ModelError) {
    let file = try package.messages("tokenizer")
    guard let prefix = file["prefix_search"]?.text, let suffix = file["suffix_search"]?.text,
      let infix = file["infix_finditer"]?.text, let url = file["url_match"]?.text
    else { throw fault("the tokenizer lacks a pattern") }
    if let other = file["token_match"], other != .none {
      throw fault("the tokenizer has a token_match, which English models have not")
    }
    guard file["faster_heuristics"] == .boolean(true), let cases = file["exceptions"]?.entries
    else { throw fault("the tokenizer has another form") }
    var flat: [String] = []
    for entry in cases.sorted(by: { ($0.key.text ?? "") < ($1.key.text ?? "") }) {
      guard let chunk = entry.key.text, let tokens = entry.value.array else {
        throw fault("a tokenizer exception has another form")
      }
      flat += [chunk, String(tokens.count)]
      for token in tokens { flat += try exceptionToken(token) }
    }
    writer.add("tokenizer.patterns", strings: [prefix, suffix, infix, url])
    writer.add("tokenizer.exceptions", strings: flat)
    guard let table = TokenRules.cases(flat) else { throw fault("an exception does not add up") }
    do {
      let rules = try TokenRules(
        prefix: prefix, suffix: suffix, infix: infix, url: url, cases: table)
      writer.add("tokenizer.cases", strings: CasePatterns.flattened(rules))
    } catch {
      throw .unsupported(
        path: package.path, reason: "a token pattern with \(error.reason) at \(error.offset)")
    }
  }

  /// A token of an exception as its words and its norm, which is empty when it has none.
  private func exceptionToken(_ token: MessagePack) throws(ModelError) -> [String] {
    let (words, norm) = (UInt64(65), UInt64(67))
    guard let entries = token.entries,
      entries.allSatisfy({ [.integer(words), .integer(norm)].contains($0.key) }),
      let text = entries.first(where: { $0.key == .integer(words) })?.value.text, !text.isEmpty
    else { throw fault("a tokenizer exception sets what is neither words nor norm") }
    return [text, entries.first { $0.key == .integer(norm) }?.value.text ?? ""]
  }

  /// The norms by the ids of their words: the model's own, then those that all models share.
  mutating func addNorms() throws(ModelError) {
    let lookups = try package.messages("vocab/lookups.bin")
    guard let table = lookups["lexeme_norm"]?.entries else {
      throw fault("vocab/lookups.bin has no lexeme_norm")
    }
    var norms: [UInt64: String] = [:]
    for line in PackageResources.model_norms_txt.split(separator: UInt8(ascii: "\n"))
    where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: " ")).map {
        String(decoding: $0, as: UTF8.self)
      }
      norms[symbols.id(fields[0])] = fields[1]
    }
    for entry in table {
      guard case .integer(let id) = entry.key, let norm = entry.value.text else {
        throw fault("lexeme_norm has another form")
      }
      norms[id] = norm
    }
    let sorted = norms.sorted { $0.key < $1.key }
    writer.add("norms.ids", strings: sorted.map { String($0.key, radix: 16) })
    writer.add("norms.words", strings: sorted.map(\.value))
  }

  /// The rules that set tags, parts of speech and lemmas, as one flat list of strings.
  mutating func addRuler() throws(ModelError) {
    guard let rules = try package.messages("attribute_ruler/patterns").array else {
      throw fault("attribute_ruler/patterns has another form")
    }
    var flat: [String] = []
    for rule in rules {
      guard let patterns = rule["patterns"]?.array, let index = rule["index"]?.integer,
        let attributes = rule["attrs"]?.entries
      else { throw fault("an attribute rule has another form") }
      for pattern in patterns {
        flat += [String(index), String(attributes.count)]
        for attribute in attributes {
          guard let key = attribute.key.text, let value = attribute.value.text else {
            throw fault("an attribute rule sets what is not text")
          }
          flat += [key, value]
        }
        try addTokens(of: pattern, to: &flat)
      }
    }
    writer.add("ruler", strings: flat)
  }

  private func addTokens(of pattern: MessagePack, to flat: inout [String]) throws(ModelError) {
    guard let tokens = pattern.array else { throw fault("a pattern has another form") }
    flat.append(String(tokens.count))
    for token in tokens {
      guard let conditions = token.entries else { throw fault("a pattern has another form") }
      flat.append(String(conditions.count))
      for condition in conditions {
        guard let key = condition.key.text else { throw fault("a condition has no name") }
        flat.append(key)
        for test in try tests(condition.value) { flat.append(test) }
      }
    }
  }

  /// A condition as its kind, the number of its values, and the values.
  private func tests(_ value: MessagePack) throws(ModelError) -> [String] {
    switch value {
    case .text(let text): return ["IN", "1", text]
    case .boolean(let flag): return ["IN", "1", flag ? "1" : "0"]
    case .map(let entries):
      guard entries.count == 1, let kind = entries[0].key.text else { break }
      if let values = entries[0].value.array?.compactMap(\.text) {
        return [kind, String(values.count)] + values
      }
      if let text = entries[0].value.text { return [kind, "1", text] }
    default: break
    }
    throw fault("a condition has another form")
  }

  /// The tables of the lemmatizer for each part of speech.
  mutating func addLemmas() throws(ModelError) {
    let lookups = try package.messages("lemmatizer/lookups/lookups.bin")
    guard let rules = lookups["lemma_rules"]?.entries,
      let exceptions = lookups["lemma_exc"]?.entries, let index = lookups["lemma_index"]?.entries
    else { throw fault("the lemmatizer lacks a table") }
    let known = Set((rules + exceptions + index).map(\.key))
    let parts = PartOfSpeech.names.map { $0.lowercased() }
      .filter { known.contains(.integer(symbols.id($0))) }
    guard parts.count == known.count else { throw fault("a lemma table is for no part of speech") }
    writer.add("lemmas.parts", strings: parts)
    for part in parts {
      let id = MessagePack.integer(symbols.id(part))
      let pairs = rules.first { $0.key == id }?.value.array ?? []
      var flat: [String] = []
      for pair in pairs { flat += try rulePair(pair) }
      writer.add("lemmas.\(part).rules", strings: flat)
      let words = index.first { $0.key == id }?.value.array?.compactMap(\.text) ?? []
      writer.add("lemmas.\(part).index", SortedWords.encode(words))
      try addExceptions(part, exceptions.first { $0.key == id }?.value.entries ?? [])
    }
  }

  private func rulePair(_ pair: MessagePack) throws(ModelError) -> [String] {
    guard let old = pair[0]?.text, let new = pair[1]?.text else {
      throw fault("a lemma rule is not a pair")
    }
    return [old, new]
  }

  private mutating func addExceptions(_ part: String, _ entries: [MessagePack.Entry])
    throws(ModelError)
  {
    var forms: [String: [String]] = [:]
    for entry in entries {
      guard let word = entry.key.text, let list = entry.value.array?.compactMap(\.text) else {
        throw fault("a lemma exception has another form")
      }
      forms[word] = list
    }
    let sorted = forms.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    writer.add("lemmas.\(part).exceptions", SortedWords.encode(sorted.map(\.key)))
    writer.add(
      "lemmas.\(part).forms", strings: sorted.map { $0.value.joined(separator: "\n") })
  }
}
