/// Reads regular expressions in Python's notation, as far as language models use it.
///
/// Not known, and refused: lazy and possessive repetition, back references, named groups, flags
/// other than `u`, word boundaries.
struct PatternParser {
  /// Why an expression cannot be read, with the offset in scalars.
  struct Fault: Error, Hashable {
    let offset: Int
    let reason: String
  }

  private let scalars: [UInt32]
  private var offset = 0
  private static let repeatLimit = 1000
  private static let depthLimit = 64
  // Repetitions are written out in full, so their product must stay small.
  private static let sizeLimit = 20_000

  /// The tree of the expression.
  static func parse(_ text: String) throws(Fault) -> Pattern {
    var parser = PatternParser(scalars: text.unicodeScalars.map(\.value))
    if text.hasPrefix("(?u)") { parser.offset = 4 }
    let pattern = try parser.choice(depth: 0)
    guard parser.offset == parser.scalars.count else { throw parser.fault("a ) too many") }
    return pattern
  }

  private init(scalars: [UInt32]) {
    self.scalars = scalars
  }

  func fault(_ reason: String) -> Fault { Fault(offset: offset, reason: reason) }

  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    offset + distance < scalars.count ? Unicode.Scalar(scalars[offset + distance]) : nil
  }

  mutating func next() throws(Fault) -> Unicode.Scalar {
    guard let scalar = peek() else { throw fault("cut short") }
    offset += 1
    return scalar
  }

  mutating func take(_ text: String) -> Bool {
    for (distance, scalar) in text.unicodeScalars.enumerated() where peek(distance) != scalar {
      return false
    }
    offset += text.unicodeScalars.count
    return true
  }

  private mutating func choice(depth: Int) throws(Fault) -> Pattern {
    guard depth < Self.depthLimit else { throw fault("nested too deep") }
    var parts = [try sequence(depth: depth)]
    while take("|") { parts.append(try sequence(depth: depth)) }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence(depth: Int) throws(Fault) -> Pattern {
    var parts: [Pattern] = []
    while let scalar = peek(), scalar != "|", scalar != ")" {
      parts.append(try repetition(of: try atom(depth: depth)))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom(depth: Int) throws(Fault) -> Pattern {
    switch try next() {
    case "^": return .start
    case "$": return .end
    case ".": return .set(ScalarSet([0x0A...0x0A], isNegated: true))
    case "(": return try group(depth: depth)
    case "[": return .set(try characterClass())
    case "\\":
      switch try escape() {
      case .scalar(let value): return .set(ScalarSet(value))
      case .classes(let classes): return .set(ScalarSet([], classes: classes))
      }
    case let scalar where "*+?".unicodeScalars.contains(scalar):
      throw fault("nothing to repeat")
    case let scalar: return .set(ScalarSet(scalar.value))
    }
  }

  private mutating func group(depth: Int) throws(Fault) -> Pattern {
    let kinds: [(String, isAhead: Bool, isNegated: Bool)] = [
      ("?=", true, false), ("?!", true, true), ("?<=", false, false), ("?<!", false, true),
    ]
    for kind in kinds where take(kind.0) {
      let inner = try closed(try choice(depth: depth + 1))
      return .look(inner, isAhead: kind.isAhead, isNegated: kind.isNegated)
    }
    if !take("?:"), peek() == "?" { throw fault("an unknown kind of group") }
    return try closed(try choice(depth: depth + 1))
  }

  private mutating func closed(_ pattern: Pattern) throws(Fault) -> Pattern {
    guard take(")") else { throw fault("a ) is missing") }
    return pattern
  }

  private mutating func repetition(of part: Pattern) throws(Fault) -> Pattern {
    var result = part
    if take("*") {
      result = .repeated(part, least: 0, most: nil)
    } else if take("+") {
      result = .repeated(part, least: 1, most: nil)
    } else if take("?") {
      result = .repeated(part, least: 0, most: 1)
    } else if peek() == "{", let (least, most, length) = counts() {
      let greatest = max(most ?? 0, least, 1)
      guard least <= most ?? least, greatest <= Self.repeatLimit,
        greatest <= Self.sizeLimit / part.size
      else { throw fault("a repetition out of bounds") }
      offset += length
      result = .repeated(part, least: least, most: most)
    } else {
      return part
    }
    if let scalar = peek(), "?+*".unicodeScalars.contains(scalar) {
      throw fault("lazy or double repetition")
    }
    return result
  }

  /// The bounds of `{2}`, `{2,}`, `{,5}` or `{2,5}` and its length; nil when it is literal text.
  private func counts() -> (least: Int, most: Int?, length: Int)? {
    guard let close = scalars[offset...].firstIndex(of: 0x7D) else { return nil }
    let inner = String(
      String.UnicodeScalarView(scalars[(offset + 1)..<close].compactMap(Unicode.Scalar.init)))
    let parts = inner.split(separator: ",", omittingEmptySubsequences: false)
    let length = close - offset + 1
    if parts.count == 1, let count = Int(parts[0]) { return (count, count, length) }
    guard parts.count == 2, parts.contains(where: { !$0.isEmpty }) else { return nil }
    let (least, most) = (parts[0].isEmpty ? 0 : Int(parts[0]), Int(parts[1]))
    guard let least, parts[1].isEmpty || most != nil else { return nil }
    return (least, most, length)
  }
}
