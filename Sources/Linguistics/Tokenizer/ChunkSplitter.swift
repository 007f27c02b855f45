/// Cuts one chunk (a run without white space) into tokens by affixes, special cases and URLs.
struct ChunkSplitter {
  /// A piece of a chunk: bytes, or a whole special case with its own tokens.
  enum Piece: Hashable {
    case token(Range<Int>)
    case special(Range<Int>)
  }

  private let rules: TokenRules
  private var prefix: PatternMatcher
  private var suffix: PatternMatcher
  private var infix: PatternMatcher
  private var url: PatternMatcher
  // The chunk as scalars, and where each begins, with the end after the last.
  private var scalars: [UInt32] = []
  private var offsets: [Int] = []

  /// Creates a splitter by the rules; it keeps scratch memory and so belongs to one thread.
  init(_ rules: TokenRules) {
    self.rules = rules
    prefix = PatternMatcher(rules.prefix)
    suffix = PatternMatcher(rules.suffix)
    infix = PatternMatcher(rules.infix)
    url = PatternMatcher(rules.url)
  }

  /// The pieces in order; they cover the chunk.
  /// - Complexity: O(bytes), whatever the chunk holds.
  mutating func split(_ chunk: Span<UInt8>, withCases: Bool = true) -> [Piece] {
    load(chunk)
    var (low, high) = (0, scalars.count)
    var (before, after): ([Range<Int>], [Range<Int>]) = ([], [])
    var lastCount = 0
    while low < high, high - low != lastCount {
      if withCases, isCase(chunk, low..<high) { break }
      lastCount = high - low
      let prefixEnd = prefixEnd(low..<high)
      if withCases, prefixEnd > low, isCase(chunk, prefixEnd..<high) {
        before.append(low..<prefixEnd)
        low = prefixEnd
        break
      }
      let suffixStart = suffixStart(prefixEnd..<high)
      if withCases, suffixStart < high, isCase(chunk, low..<suffixStart) {
        after.append(suffixStart..<high)
        high = suffixStart
        break
      }
      if prefixEnd > low { before.append(low..<prefixEnd) }
      if suffixStart < high { after.append(suffixStart..<high) }
      (low, high) = (prefixEnd, suffixStart)
    }
    var pieces = before.map { Piece.token(bytes($0)) }
    if low < high { appendCore(chunk, low..<high, withCases, to: &pieces) }
    pieces += after.reversed().map { .token(bytes($0)) }
    return pieces
  }

  /// Whether any affix pattern finds something in the chunk.
  mutating func hasAffix(_ chunk: Span<UInt8>) -> Bool {
    load(chunk)
    let whole = 0..<scalars.count
    return prefixEnd(whole) > 0 || suffixStart(whole) < scalars.count
      || !infix.matches(scalars, in: whole).isEmpty
  }

  private mutating func load(_ chunk: Span<UInt8>) {
    scalars.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var offset = 0
    while offset < chunk.count {
      let (scalar, length) = Scalars.decode(chunk, at: offset)
      scalars.append(scalar)
      offsets.append(offset)
      offset += length
    }
    offsets.append(offset)
  }

  private func bytes(_ range: Range<Int>) -> Range<Int> {
    offsets[range.lowerBound]..<offsets[range.upperBound]
  }

  private func isCase(_ chunk: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let bytes = bytes(range)
    guard !bytes.isEmpty, bytes.count <= rules.longestCase else { return false }
    return rules.cases[bytes.map { chunk[$0] }] != nil
  }

  private mutating func prefixEnd(_ window: Range<Int>) -> Int {
    guard !window.isEmpty, prefix.canBegin(scalars[window.lowerBound]) else {
      return window.lowerBound
    }
    return prefix.match(scalars, in: window, from: window.lowerBound, .preferred)
      ?? window.lowerBound
  }

  private mutating func suffixStart(_ window: Range<Int>) -> Int {
    guard !window.isEmpty else { return window.upperBound }
    return suffix.match(scalars, in: window, from: window.upperBound, .longest)
      ?? window.upperBound
  }

  private mutating func isURL(_ window: Range<Int>) -> Bool {
    for scalar in rules.urlScalars where !scalars[window].contains(scalar) { return false }
    return url.match(scalars, in: window, from: window.lowerBound, .any) != nil
  }

  /// Adds what is left between prefixes and suffixes.
  private mutating func appendCore(
    _ chunk: Span<UInt8>, _ window: Range<Int>, _ withCases: Bool, to pieces: inout [Piece]
  ) {
    if withCases, isCase(chunk, window) {
      pieces.append(.special(bytes(window)))
      return
    }
    if isURL(window) {
      pieces.append(.token(bytes(window)))
      return
    }
    var start = window.lowerBound
    for match in infix.matches(scalars, in: window) where match.lowerBound > window.lowerBound {
      if match.lowerBound > start { pieces.append(.token(bytes(start..<match.lowerBound))) }
      if !match.isEmpty { pieces.append(.token(bytes(match))) }
      start = match.upperBound
    }
    if start < window.upperBound {
      pieces.append(.token(bytes(start..<window.upperBound)))
    }
  }
}
