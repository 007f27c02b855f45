/// Escapes and character classes.
extension PatternParser {
  /// What an escape stands for.
  enum Escape {
    case scalar(UInt32)
    case classes(ScalarSet.Classes)
  }

  /// Reads what follows a backslash.
  mutating func escape() throws(Fault) -> Escape {
    switch try next() {
    case "w": return .classes(.word)
    case "W": return .classes(.notWord)
    case "d": return .classes(.digit)
    case "D": return .classes(.notDigit)
    case "s": return .classes(.space)
    case "S": return .classes(.notSpace)
    case "n": return .scalar(0x0A)
    case "r": return .scalar(0x0D)
    case "t": return .scalar(0x09)
    case "x": return .scalar(try hexadecimal(2))
    case "u": return .scalar(try hexadecimal(4))
    case "U": return .scalar(try hexadecimal(8))
    case let scalar where ScalarClass.isWord(scalar.value) && scalar.value < 128 && scalar != "_":
      throw fault("an unknown escape \\\(scalar)")
    case let scalar: return .scalar(scalar.value)
    }
  }

  private mutating func hexadecimal(_ digits: Int) throws(Fault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<digits {
      guard let digit = UInt32(String(try next()), radix: 16) else {
        throw fault("a digit is missing")
      }
      value = value << 4 | digit
    }
    guard value <= 0x10FFFF else { throw fault("a number that is no character") }
    return value
  }

  /// Reads what follows an opening square bracket.
  mutating func characterClass() throws(Fault) -> ScalarSet {
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var classes: ScalarSet.Classes = []
    var isFirst = true
    while isFirst || peek() != "]" {
      isFirst = false
      guard let low = try classMember(&classes) else { continue }
      if peek() == "-", let after = peek(1), after != "]" {
        _ = try next()
        guard let high = try classMember(&classes), high >= low else {
          throw fault("a range that runs backwards")
        }
        ranges.append(low...high)
      } else {
        ranges.append(low...low)
      }
    }
    _ = try next()
    return ScalarSet(ranges, classes: classes, isNegated: isNegated)
  }

  /// The next scalar of a class, or nil when a named class was read.
  private mutating func classMember(_ classes: inout ScalarSet.Classes) throws(Fault) -> UInt32? {
    let scalar = try next()
    guard scalar == "\\" else { return scalar.value }
    switch try escape() {
    case .scalar(let value): return value
    case .classes(let more):
      classes.formUnion(more)
      return nil
    }
  }
}
