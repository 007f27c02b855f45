/// The special cases that are also found across chunks, as sequences of tokens.
///
/// These are the cases that the affix patterns would cut, such as emoticons and abbreviations with
/// a full stop; they are matched once more on the tokens of the whole text.
struct CasePatterns: Sendable {
  /// For the id of a first token, the ids of the tokens of each pattern.
  private let patterns: [UInt64: [[UInt64]]]

  /// Reads the flat list of the model file: number of tokens, then the tokens; nil when malformed.
  init?(_ flat: [String], symbols: SymbolTable) {
    var patterns: [UInt64: [[UInt64]]] = [:]
    var index = 0
    while index < flat.count {
      guard let count = Int(flat[index]), count > 0, index + count < flat.count else { return nil }
      let ids = flat[(index + 1)...(index + count)].map { symbols.id($0) }
      patterns[ids[0], default: []].append(ids)
      index += count + 1
    }
    self.patterns = patterns
  }

  /// The flat list for the special cases, as the affix patterns alone cut them.
  static func flattened(_ rules: TokenRules) -> [String] {
    var splitter = ChunkSplitter(rules)
    var flat: [String] = []
    for chunk in rules.cases.keys.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      // A case of white space alone is one token whatever the rules say.
      let scalars = Scalars.decode(chunk.span)
      guard !scalars.contains(where: ScalarClass.isSpace), splitter.hasAffix(chunk.span) else {
        continue
      }
      let pieces = splitter.split(chunk.span, withCases: false)
      flat.append(String(pieces.count))
      for case .token(let range) in pieces {
        flat.append(String(decoding: chunk[range], as: UTF8.self))
      }
    }
    return flat
  }

  /// The ids of the words that begin a pattern.
  var starts: Set<UInt64> { Set(patterns.keys) }

  /// The ranges of tokens to look up as special cases: longest first, then leftmost, not overlapping.
  func matches(_ rows: [TokenRow], _ lexemes: [Lexeme]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in rows.indices where lexemes[Int(rows[index].lexeme)].beginsCase {
      for pattern in patterns[lexemes[Int(rows[index].lexeme)].word] ?? [] {
        let isMatch =
          index + pattern.count <= rows.count
          && pattern.indices.allSatisfy {
            lexemes[Int(rows[index + $0].lexeme)].word == pattern[$0]
          }
        if isMatch { found.append(index..<index + pattern.count) }
      }
    }
    return found.isEmpty ? [] : withoutOverlap(found, count: rows.count)
  }

  private func withoutOverlap(_ found: [Range<Int>], count: Int) -> [Range<Int>] {
    var seen = [Bool](repeating: false, count: count)
    var kept: [Range<Int>] = []
    for range in found.sorted(by: { ($1.count, $0.lowerBound) < ($0.count, $1.lowerBound) }) {
      if !seen[range.lowerBound], !seen[range.upperBound - 1] { kept.append(range) }
      for index in range { seen[index] = true }
    }
    return kept.sorted { $0.lowerBound < $1.lowerBound }
  }
}
