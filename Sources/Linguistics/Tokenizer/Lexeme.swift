/// What the model knows about a word by its form alone.
struct Lexeme: BitwiseCopyable, Sendable {
  /// Where its bytes begin in the lexicon's store, and how many they are.
  let offset: Int32
  let length: Int32
  /// The ids of its features.
  let word: UInt64
  let norm: UInt64
  let prefix: UInt64
  let suffix: UInt64
  let shape: UInt64
  let lower: UInt64
  /// Whether it is white space.
  let isSpace: Bool
  /// Whether a special case that is matched over several tokens begins with it.
  let beginsCase: Bool
  /// The list of attribute rules that name its lower-case form; 0 is none.
  let ruleList: Int32
}

/// A token: its lexeme, its first byte, and whether one space follows.
struct TokenRow: BitwiseCopyable, Sendable {
  var lexeme: Int32
  var start: Int32
  var isSpaceAfter: Bool
}
