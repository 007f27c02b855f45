import Primitives

/// Tells two fillings of one form from two copies of one text.
///
/// Market reports, weather, results and notices of deaths are written into forms: they share as many runs of
/// words as copies do, but what stands between the runs are other numbers and other names. An editor of a
/// copy changes its words and leaves the figures.
struct TemplateCheck {
  /// The least share of particulars (numbers and names) that agree where two texts run side by side.
  ///
  /// Of 600 built copies the lowest has 0.75, fillings of one form at most 0.3.
  private static let leastAgreement = 0.6
  /// With fewer differing particulars than this nothing can be told.
  private static let leastDiffering = 3
  /// Words between two common runs further apart than this are no slots of a form.
  private static let widestSlot = 30

  private struct Word {
    let hash: UInt64
    let isParticular: Bool
  }

  private let words: [Word]
  private let runs: [UInt64]
  private let known: Set<UInt64>

  /// Reads a text.
  /// - Complexity: O(bytes).
  init(_ text: String) {
    words = Self.words(Array(text.utf8))
    runs = Self.runs(words)
    known = Set(words.map(\.hash))
  }

  /// Whether the two texts are one form filled twice.
  func isSameForm(as other: TemplateCheck) -> Bool {
    let common = Set(runs).intersection(other.runs)
    let (a, b) = (compared(with: other, common), other.compared(with: self, common))
    let differing = a.differing + b.differing
    guard differing >= Self.leastDiffering else { return false }
    let agreeing = a.agreeing + b.agreeing
    return Double(agreeing) < Self.leastAgreement * Double(agreeing + differing)
  }

  /// Counts the particulars in common runs, and in short stretches between them, that the other text has or lacks.
  private func compared(
    with other: TemplateCheck, _ common: Set<UInt64>
  ) -> (agreeing: Int, differing: Int) {
    var isCommon = [Bool](repeating: false, count: words.count)
    for (start, run) in runs.enumerated() where common.contains(run) {
      for place in start..<(start + ShingleBuilder.width) { isCommon[place] = true }
    }
    var (agreeing, differing) = (0, 0)
    var index = 0
    while index < words.count {
      var end = index + 1
      while end < words.count, isCommon[end] == isCommon[index] { end += 1 }
      let isSlot = index > 0 && end < words.count && end - index <= Self.widestSlot
      for word in words[index..<end] where word.isParticular && (isCommon[index] || isSlot) {
        if other.known.contains(word.hash) { agreeing += 1 } else { differing += 1 }
      }
      index = end
    }
    return (agreeing, differing)
  }

  private static func runs(_ words: [Word]) -> [UInt64] {
    guard words.count >= ShingleBuilder.width else { return [] }
    return (0...(words.count - ShingleBuilder.width)).map { start in
      var hash = StableHash()
      for word in words[start..<(start + ShingleBuilder.width)] { hash.combine(word.hash) }
      return hash.value
    }
  }

  /// The words of a text; "7,512.3" is one word.
  private static func words(_ text: [UInt8]) -> [Word] {
    var scanner = WordScanner(text)
    var words: [Word] = []
    var end = 0
    while scanner.next() {
      let gap = text[end..<scanner.range.start]
      let first = text[scanner.range.start]
      let hash = StableHash.of(scanner.word)
      if let last = words.last, first.isASCIIDigit, gap.count == 1, gap.allSatisfy(joinsDigits),
        text[end - 1].isASCIIDigit
      {
        var number = StableHash()
        number.combine(last.hash)
        number.combine(hash)
        words[words.count - 1] = Word(hash: number.value, isParticular: true)
      } else {
        let isName = first.isASCIIUppercase && !words.isEmpty && !gap.contains(where: endsSentence)
        words.append(Word(hash: hash, isParticular: first.isASCIIDigit || isName))
      }
      end = scanner.range.end
    }
    return words
  }

  private static func joinsDigits(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",")
  }

  /// Whether a capital after this byte may be the start of a sentence.
  private static func endsSentence(_ byte: UInt8) -> Bool {
    byte == 0x0A || byte == 0x22 || ".!?:".utf8.contains(byte) || byte >= 0x80
  }
}
