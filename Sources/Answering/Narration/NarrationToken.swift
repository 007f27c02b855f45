import Primitives

/// A word or mark as a narrator's text and its sentences are compared.
struct NarrationToken: Hashable, Sendable {
  /// The word as compared: one form for spellings that mean the same; case is kept.
  let form: String
  /// Where it starts, in bytes of the text it was cut from.
  let start: Int
  /// Where it ends.
  let end: Int
  /// Whether its first letter is a capital by its place in the sentence alone, or would be there.
  var isInitial = false

  /// The word in lower case.
  var lower: String { form.lowercased() }
  /// Whether it starts with a letter or digit.
  var isWord: Bool { form.unicodeScalars.first.map(NarrationTokens.isWord) ?? false }
  /// Whether it is a figure.
  var isNumber: Bool { form.utf8.first?.isASCIIDigit == true }
  /// Whether it starts with a capital letter that its place does not explain.
  var isName: Bool { !isInitial && form.first?.isUppercase == true }

  /// Whether two tokens are the same word; at the start of a sentence the first letter's case is free.
  func isSame(as other: NarrationToken) -> Bool {
    if form == other.form { return true }
    guard isInitial || other.isInitial, let first = form.first, let second = other.form.first
    else { return false }
    return first.lowercased() == second.lowercased() && form.dropFirst() == other.form.dropFirst()
  }
}

/// Cuts a text into tokens to compare.
///
/// Only white space is left out: a character that cannot be seen is a token, and so a difference.
enum NarrationTokens {
  /// The tokens of a text, the first word marked as initial.
  /// - Complexity: O(bytes).
  static func of(_ text: String) -> [NarrationToken] {
    var tokens = spelled(cut(text))
    if let first = tokens.firstIndex(where: \.isWord) { tokens[first].isInitial = true }
    return tokens
  }

  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }

  private static let spaces: Set<Unicode.Scalar> = [" ", "\n", "\t", "\r", "\u{A0}", "\u{202F}"]
  private static let joiners: Set<Unicode.Scalar> = [
    "'", "\u{2019}", "-", "/", "&", "\u{2011}",
  ]

  private static func cut(_ text: String) -> [NarrationToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [NarrationToken] = []
    var place = 0
    var byte = 0
    while place < scalars.count {
      let scalar = scalars[place]
      if spaces.contains(scalar) {
        place += 1
        byte += UTF8.width(scalar)
        continue
      }
      let end = isWord(scalar) ? wordEnd(scalars, place) : markEnd(scalars, place)
      var form = String.UnicodeScalarView()
      for item in scalars[place..<end] { form.append(plain(item)) }
      let width = scalars[place..<end].reduce(0) { $0 + UTF8.width($1) }
      tokens.append(NarrationToken(form: number(String(form)), start: byte, end: byte + width))
      byte += width
      place = end
    }
    return tokens
  }

  private static func wordEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    var end = start + 1
    while end < scalars.count {
      if isWord(scalars[end]) {
        end += 1
        continue
      }
      guard end + 1 < scalars.count, isWord(scalars[end + 1]), joins(scalars, start, end) else {
        break
      }
      end += 2
    }
    // "U.S." keeps its last stop.
    let isInitials =
      end - start >= 3 && (end - start) % 2 == 1
      && (start..<end).allSatisfy { ($0 - start) % 2 == 0 || scalars[$0] == "." }
    if isInitials, scalars[start + 1] == ".", end < scalars.count, scalars[end] == "." { end += 1 }
    return end
  }

  /// Whether the mark at a place joins two parts of one word; "'s" is a word of its own.
  private static func joins(_ scalars: [Unicode.Scalar], _ start: Int, _ mark: Int) -> Bool {
    let (before, after) = (scalars[mark - 1], scalars[mark + 1])
    let areDigits = before.properties.numericType != nil && after.properties.numericType != nil
    switch scalars[mark] {
    case ".": return areDigits || (mark == start + 1 || scalars[mark - 2] == ".")
    case ",", ":": return areDigits
    case "'", "\u{2019}":
      let isPossessive =
        (after == "s" || after == "S")
        && (mark + 2 >= scalars.count || !isWord(scalars[mark + 2]))
      return !isPossessive
    default: return joiners.contains(scalars[mark])
    }
  }

  private static func markEnd(_ scalars: [Unicode.Scalar], _ start: Int) -> Int {
    let isApostrophe = scalars[start] == "'" || scalars[start] == "\u{2019}"
    if isApostrophe, start + 1 < scalars.count, scalars[start + 1] == "s",
      start + 2 >= scalars.count || !isWord(scalars[start + 2])
    {
      return start + 2
    }
    return start + 1
  }

  /// One sign for signs that differ in print alone.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "\u{2018}", "\u{2019}": "'"
    case "\u{201C}", "\u{201D}": "\""
    case "\u{2013}": "\u{2014}"
    case "\u{2011}": "-"
    default: scalar
    }
  }

  /// A figure without the commas between its thousands.
  private static func number(_ form: String) -> String {
    let groups = form.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, form.utf8.first?.isASCIIDigit == true, groups[0].utf8.count <= 3,
      groups.dropFirst().allSatisfy({ group in
        group.prefix { $0 != "." }.utf8.count == 3
      })
    else { return form }
    return groups.joined()
  }

  /// Replaces spellings by the one that they are compared as.
  private static func spelled(_ tokens: [NarrationToken]) -> [NarrationToken] {
    var result: [NarrationToken] = []
    var place = 0
    while place < tokens.count {
      let found = NarrationWords.spellings.first { spelling in
        place + spelling.words.count <= tokens.count
          && spelling.words.indices.allSatisfy {
            tokens[place + $0].lower == spelling.words[$0]
          }
      }
      guard let found else {
        result.append(tokens[place])
        place += 1
        continue
      }
      let (start, end) = (tokens[place].start, tokens[place + found.words.count - 1].end)
      result += found.compared.map { NarrationToken(form: $0, start: start, end: end) }
      place += found.words.count
    }
    return result
  }
}
