/// What kind of character a Unicode scalar is, by the definitions of Python's `str` methods.
///
/// The model was trained on features that Python computed, so its definitions are the right ones.
enum ScalarClass {
  /// White space as `str.isspace` has it.
  static func isSpace(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// Letters as `str.isalpha` has them.
  static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 128 { return (scalar | 0x20) >= 0x61 && (scalar | 0x20) <= 0x7A }
    switch Unicode.Scalar(scalar)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return true
    default: return false
    }
  }

  /// Upper case as `str.isupper` has it for one character.
  static func isUppercase(_ scalar: UInt32) -> Bool {
    if scalar < 128 { return scalar >= 0x41 && scalar <= 0x5A }
    return Unicode.Scalar(scalar)?.properties.isUppercase ?? false
  }

  /// Digits as `str.isdigit` has them, with superscripts and circled digits.
  static func isDigit(_ scalar: UInt32) -> Bool {
    if scalar < 128 { return scalar >= 0x30 && scalar <= 0x39 }
    switch Unicode.Scalar(scalar)?.properties.numericType {
    case .decimal, .digit: return true
    default: return false
    }
  }

  /// Decimal digits, `\d` of patterns.
  static func isDecimal(_ scalar: UInt32) -> Bool {
    if scalar < 128 { return scalar >= 0x30 && scalar <= 0x39 }
    return Unicode.Scalar(scalar)?.properties.generalCategory == .decimalNumber
  }

  /// Letters, numbers and the underscore, `\w` of patterns.
  static func isWord(_ scalar: UInt32) -> Bool {
    if scalar == 0x5F || isLetter(scalar) || isDecimal(scalar) { return true }
    guard scalar >= 128 else { return false }
    return Unicode.Scalar(scalar)?.properties.numericType != nil
  }
}
