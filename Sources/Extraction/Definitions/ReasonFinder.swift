import NewsModel
import Primitives

/// Finds sentences that say why: "because", "due to", "in response to".
///
/// The reason is what hangs on the joining words, by the tree, else what stands up to the next comma; what it explains is the rest
/// of the clause. Words between quotation marks are left to their speaker. "After", "as" and "since" are mostly times in
/// news and join nothing here.
struct ReasonFinder {
  let words: ArticleWords
  let said: SaidTokens
  private let markers: [String: [Marker]]

  /// Words that join a reason, by their first word.
  private struct Marker {
    let kind: ReasonKind
    let words: [String]
  }

  private static let english = ReasonFinder.markers(PackageResources.reason_words_tsv)
  /// A reason or an effect of fewer tokens says nothing, one of more is a story.
  private static let lengths = 2...70

  init(words: ArticleWords, said: SaidTokens) {
    self.words = words
    self.said = said
    markers = Self.english
  }

  private static func markers(_ resource: [UInt8]) -> [String: [Marker]] {
    var table: [String: [Marker]] = [:]
    for row in LanguageData.rows(resource) where row.count == 2 {
      let parts = row[1].split(separator: " ").map(String.init)
      guard let kind = ReasonKind(rawValue: row[0]), let first = parts.first else { continue }
      // Longer ones stand first in the list: "because of" before "because".
      table[first, default: []].append(Marker(kind: kind, words: parts))
    }
    return table
  }

  /// The reasons, in the order of the text; at most one a sentence.
  func reasons() -> [Reason] {
    words.sentences.compactMap { sentence in
      for token in sentence {
        guard let candidates = markers[words.lower[token]], !said.isQuoted(token) else { continue }
        for marker in candidates where matches(marker, token, sentence) {
          if let reason = reason(marker, token, sentence) { return reason }
        }
      }
      return nil
    }
  }

  private func matches(_ marker: Marker, _ token: Int, _ sentence: Range<Int>) -> Bool {
    let end = token + marker.words.count
    return end < sentence.upperBound && words.lower[token..<end].elementsEqual(marker.words)
  }

  private func reason(_ marker: Marker, _ token: Int, _ sentence: Range<Int>) -> Reason? {
    // "Fears" and "concerns" are part of the reason.
    let isNoun = ["fears", "concerns"].contains(marker.words.last ?? "")
    let start = token + marker.words.count - (isNoun ? 1 : 0)
    let cause = trimmed(start..<end(ofReason: token, from: start, sentence))
    let rest =
      token - sentence.lowerBound > 1
      ? sentence.lowerBound..<token
      : min(cause.upperBound + 1, sentence.upperBound)..<sentence.upperBound
    let effect = trimmed(rest)
    guard Self.lengths.contains(cause.count), Self.lengths.contains(effect.count),
      !cause.contains(where: { words.has($0, .quoteMark) })
    else {
      return nil
    }
    return Reason(
      kind: marker.kind, marker: marker.words.joined(separator: " "),
      effect: words.range(effect), cause: words.range(cause), sentence: words.range(sentence))
  }

  /// Where the reason ends: with what hangs on the verb that "because" marks, or on the preposition.
  private func end(ofReason token: Int, from start: Int, _ sentence: Range<Int>) -> Int {
    if let trees = words.trees {
      let anchor = trees.label(token) == "mark" ? trees.head(token) : token
      if let anchor {
        let end = trees.phrase(anchor).upperBound
        if end > start { return min(end, sentence.upperBound) }
      }
    }
    let comma = (start..<sentence.upperBound).first { words.word($0) == "," }
    return comma ?? sentence.upperBound
  }

  /// Without marks at either end.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var range = tokens
    while let last = range.last, !words.isWord(last) { range = range.dropLast() }
    while let first = range.first, !words.isWord(first), !words.has(first, .quoteMark) {
      range = range.dropFirst()
    }
    return range
  }
}
