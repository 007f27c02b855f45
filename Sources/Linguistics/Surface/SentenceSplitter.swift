import Primitives

/// Groups tokens into sentences.
///
/// A line feed always ends a sentence, so a heading without a full stop is one. A full stop does not when it
/// belongs to an abbreviation, or when the text goes on in small letters; marks that close a quotation
/// stay with the sentence that they close.
struct SentenceSplitter {
  private let text: UTF8Text
  private let tokens: [Token]
  private let shapes: [TokenShape]
  private let classes: [WordClass]

  init(text: UTF8Text, tokens: [Token], shapes: [TokenShape], classes: [WordClass]) {
    self.text = text
    self.tokens = tokens
    self.shapes = shapes
    self.classes = classes
  }

  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      let next = endOfSentence(at: index) ?? (hasLineFeed(after: index) ? index + 1 : nil)
      if let next {
        sentences.append(start..<next)
        start = next
        index = next
      } else {
        index += 1
      }
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  /// The token after the sentence when the token at `index` closes one.
  private func endOfSentence(at index: Int) -> Int? {
    switch shapes[index] {
    case .stop: break
    case .abbreviation, .initial, .dotted: guard endsWithAbbreviation(index) else { return nil }
    default: return nil
    }
    var next = index + 1
    var closesQuote = false
    while next < tokens.count, !hasLineFeed(after: next - 1), isCloser(next) {
      closesQuote = closesQuote || shapes[next] != .closeBracket
      next += 1
    }
    guard next < tokens.count, !hasLineFeed(after: next - 1) else { return next }
    if isGlued(next) { return nil }
    return startsSentence(next, afterQuote: closesQuote && isExclamation(index)) ? next : nil
  }

  /// Marks after a stop that belong to the sentence before them.
  private func isCloser(_ index: Int) -> Bool {
    switch shapes[index] {
    case .closeQuote, .closeBracket, .stop: return true
    case .straightQuote: return isGlued(index) && (index + 1 == tokens.count || !isGlued(index + 1))
    default: return false
    }
  }

  private func startsSentence(_ index: Int, afterQuote: Bool) -> Bool {
    var first = index
    while first < tokens.count, !shapes[first].isWord, first < index + 3 {
      if shapes[first] == .mark, text.bytes[tokens[first].range.start] == UInt8(ascii: ",") {
        return false
      }
      first += 1
    }
    guard first < tokens.count else { return true }
    switch shapes[first] {
    case .word: return startsWithSmallHandle(first)
    case .clitic: return false
    default: return !(afterQuote && isSpeakerAndVerb(first))
    }
  }

  /// A sentence may start with `@name`, `#word` or a letter that knows no case.
  private func startsWithSmallHandle(_ index: Int) -> Bool {
    !text.bytes[tokens[index].range.start].isASCIILowercase
  }

  /// `"Why now?" Anna Smith asked`: the question mark does not end the reporter's sentence.
  private func isSpeakerAndVerb(_ first: Int) -> Bool {
    var index = first
    while index < tokens.count, index < first + 5, shapes[index].isWord {
      if classes[index].contains(.saying) { return index > first || shapes[first] == .word }
      index += 1
    }
    return false
  }

  /// Whether an abbreviation ends its sentence: only before a word that starts sentences.
  private func endsWithAbbreviation(_ index: Int) -> Bool {
    if shapes[index] == .initial || classes[index].contains(.title) {
      return hasLineFeed(after: index)
    }
    guard index + 1 < tokens.count, !hasLineFeed(after: index) else { return true }
    let next = shapes[index + 1]
    if next == .straightQuote || next == .openQuote || isCloser(index + 1) { return true }
    guard next == .capitalised else { return false }
    return classes[index + 1].contains(.function) && !classes[index].contains(.calendar)
  }

  private func isExclamation(_ index: Int) -> Bool {
    let byte = text.bytes[tokens[index].range.start]
    return byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
  }

  private func isGlued(_ index: Int) -> Bool {
    tokens[index - 1].range.end == tokens[index].range.start
  }

  private func hasLineFeed(after index: Int) -> Bool {
    guard index + 1 < tokens.count else { return true }
    for offset in tokens[index].range.end..<tokens[index + 1].range.start
    where text.bytes[offset] == 0x0A || text.bytes[offset] == 0x0D {
      return true
    }
    return false
  }
}
