/// The rules by which text is cut into tokens, as the model has them.
struct TokenRules: Sendable {
  /// A token of a special case: its bytes and the norm that it has there, if it is not its own.
  struct CaseToken: Hashable, Sendable {
    let bytes: [UInt8]
    let norm: [UInt8]?
  }

  let prefix: PatternProgram
  let suffix: PatternProgram
  let infix: PatternProgram
  let url: PatternProgram
  /// Scalars that every URL holds.
  let urlScalars: [UInt32]
  /// The tokens of chunks that are not cut by the patterns.
  let cases: [[UInt8]: [CaseToken]]
  /// The greatest number of bytes of a special case.
  let longestCase: Int

  /// Compiles the patterns; throws `PatternParser.Fault` when one cannot be read.
  init(
    prefix: String, suffix: String, infix: String, url: String, cases: [[UInt8]: [CaseToken]]
  ) throws(PatternParser.Fault) {
    let (prefix, suffix) = (try PatternParser.parse(prefix), try PatternParser.parse(suffix))
    let url = try PatternParser.parse(url)
    guard prefix.isAnchoredAtStart, suffix.isAnchoredAtEnd, url.isAnchoredAtStart else {
      throw PatternParser.Fault(offset: 0, reason: "an affix pattern that is not anchored")
    }
    self.prefix = PatternProgram(prefix)
    // Read from its end, a suffix is found in one pass: the longest match is the leftmost.
    self.suffix = PatternProgram(suffix, isForward: false)
    self.infix = PatternProgram(try PatternParser.parse(infix))
    self.url = PatternProgram(url)
    urlScalars = url.requiredScalars.sorted()
    self.cases = cases
    longestCase = cases.keys.reduce(0) { max($0, $1.count) }
  }

  /// The special cases in the flat list of the model file; nil when it has another form.
  static func cases(_ flat: [String]) -> [[UInt8]: [CaseToken]]? {
    var cases: [[UInt8]: [CaseToken]] = [:]
    var index = 0
    while index + 1 < flat.count {
      let chunk = Array(flat[index].utf8)
      guard let count = Int(flat[index + 1]), count > 0, index + 2 + 2 * count <= flat.count
      else { return nil }
      var tokens: [CaseToken] = []
      for token in stride(from: index + 2, to: index + 2 + 2 * count, by: 2) {
        let norm = flat[token + 1]
        tokens.append(
          CaseToken(bytes: Array(flat[token].utf8), norm: norm.isEmpty ? nil : Array(norm.utf8)))
      }
      guard tokens.flatMap(\.bytes) == chunk else { return nil }
      cases[chunk] = tokens
      index += 2 + 2 * count
    }
    return index == flat.count ? cases : nil
  }
}
