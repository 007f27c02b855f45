import Primitives

/// Finds names by their capital letters and labels them by cues around and inside them.
///
/// A capital at the head of a sentence proves nothing; there the rest of the text decides. In a headline
/// where every word has a capital only names that the body knows are taken.
struct NameFinder {
  let text: UTF8Text
  let tokens: [Token]
  let shapes: [TokenShape]
  let classes: [WordClass]

  /// The names of all sentences, in order.
  func names(in sentences: [Range<Int>]) -> [NameSpan] {
    let places = CapitalPlaces(
      text: text, tokens: tokens, shapes: shapes, classes: classes, sentences: sentences)
    let evidence = WordEvidence(text.bytes, tokens, shapes, isFree: places.isFree)
    let chunker = NameChunker(
      text: text, tokens: tokens, shapes: shapes, classes: classes, evidence: evidence,
      isFree: places.isFree)
    var chunks: [Range<Int>] = []
    for sentence in sentences { chunker.chunks(in: sentence, into: &chunks) }
    return NameLabeller(
      text: text, tokens: tokens, shapes: shapes, classes: classes, evidence: evidence
    ).label(chunks)
  }
}

/// Where a capital letter is due to the place of the word and proves no name.
struct CapitalPlaces {
  private(set) var isFree: [Bool]

  init(
    text: UTF8Text, tokens: [Token], shapes: [TokenShape], classes: [WordClass],
    sentences: [Range<Int>]
  ) {
    isFree = [Bool](repeating: false, count: tokens.count)
    for sentence in sentences {
      if Self.isHeadline(sentence, shapes, classes) {
        for index in sentence { isFree[index] = true }
        continue
      }
      var isStart = true
      for index in sentence {
        if shapes[index].isWord {
          isFree[index] = isStart
          isStart = false
        } else if Self.startsClause(text.bytes[tokens[index].range.start], shapes[index]) {
          isStart = true
        }
      }
    }
  }

  private static func startsClause(_ byte: UInt8, _ shape: TokenShape) -> Bool {
    switch shape {
    case .openQuote, .straightQuote, .stop, .openBracket: true
    default: byte == UInt8(ascii: ":") || byte == UInt8(ascii: "*")
    }
  }

  /// Whether most words that need no capital have one.
  private static func isHeadline(
    _ sentence: Range<Int>, _ shapes: [TokenShape], _ classes: [WordClass]
  ) -> Bool {
    var capitals = 0
    var smalls = 0
    for index in sentence where shapes[index].isWord && !classes[index].contains(.function) {
      switch shapes[index] {
      case .word: smalls += 1
      case .capitalised, .capitals: capitals += 1
      default: break
      }
    }
    return capitals >= 4 && capitals >= smalls * 3
  }
}
