/// Finds base forms by exceptions, suffix rules and a list of known words.
struct Lemmatizer: Sendable {
  private struct Table: Sendable {
    let rules: [(old: [UInt8], new: [UInt8])]
    let index: SortedWords
    let exceptions: SortedWords
    let forms: [String]
  }

  // For each part of speech its tables, if it has any.
  private let tables: [Table?]

  /// Opens the tables of the model.
  init(_ file: ModelFile) throws(ModelError) {
    var tables: [Table?] = Array(repeating: nil, count: PartOfSpeech.names.count)
    for part in try file.strings("lemmas.parts") {
      let rules = try file.strings("lemmas.\(part).rules").map { Array($0.utf8) }
      let forms = try file.strings("lemmas.\(part).forms")
      guard let number = PartOfSpeech.number(part.uppercased()), rules.count % 2 == 0,
        let index = SortedWords(
          file: file.file, section: try file.range("lemmas.\(part).index")),
        let exceptions = SortedWords(
          file: file.file, section: try file.range("lemmas.\(part).exceptions")),
        exceptions.count == forms.count
      else { throw .damaged(path: file.path, reason: "the lemmas for \(part) are malformed") }
      let pairs = stride(from: 0, to: rules.count, by: 2).map { (rules[$0], rules[$0 + 1]) }
      tables[Int(number)] = Table(
        rules: pairs, index: index, exceptions: exceptions, forms: forms)
    }
    self.tables = tables
  }

  /// Whether words of the part of speech are looked up at all.
  func hasTable(_ part: UInt8) -> Bool { tables[Int(part)] != nil }

  /// The lemma of a word that is not a base form; `lower` is its lower-case form.
  func lemma(_ word: [UInt8], lower: [UInt8], _ part: UInt8) -> [UInt8] {
    guard let table = tables[Int(part)] else { return lower }
    var (known, other, unknown): ([[UInt8]], [[UInt8]], [[UInt8]]) = ([], [], [])
    for rule in table.rules where lower.hasSuffix(rule.old) {
      let form = Array(lower.dropLast(rule.old.count)) + rule.new
      guard !form.isEmpty else { continue }
      if table.index.index(of: form) != nil {
        known.insert(form, at: 0)
      } else if Scalars.decode(form.span).allSatisfy(ScalarClass.isLetter) {
        unknown.append(form)
      } else {
        other.append(form)
      }
    }
    var forms = known + other
    for form in exceptions(lower, table) where !forms.contains(form) { forms.insert(form, at: 0) }
    return forms.first ?? unknown.first ?? word
  }

  private func exceptions(_ lower: [UInt8], _ table: Table) -> [[UInt8]] {
    guard let index = table.exceptions.index(of: lower) else { return [] }
    return table.forms[index].split(separator: "\n").map { Array($0.utf8) }
  }
}

extension [UInt8] {
  /// Whether the bytes end with these bytes.
  fileprivate func hasSuffix(_ suffix: [UInt8]) -> Bool {
    count >= suffix.count && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
