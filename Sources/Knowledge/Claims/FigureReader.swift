import NewsModel
import Primitives

/// Reads the figures of a sentence with what they count.
struct FigureReader {
  /// How many words around a figure tell what it is about.
  private static let reach = 6
  /// How far the word stands that says what became of what is counted.
  private static let groupReach = 4
  /// How many words behind a number can name what it counts.
  private static let unitReach = 3
  /// How many words before a number can say that it is of a part.
  private static let partReach = 3

  /// The figures of a sentence; none when it sums up a stretch of time.
  static func mentions(in sentence: ClaimSentence) -> [ClaimMention] {
    guard !sentence.scene.isBackground else { return [] }
    let words = sentence.words
    let found = QuantityReader(words).all()
    let mentions = found.enumerated().compactMap { place, number -> ClaimMention? in
      let unit = unit(of: number, in: sentence)
      guard !unit.isTime, !isPart(number, of: words) else { return nil }
      let low = place > 0 ? found[place - 1].words.upperBound + 1 : 0
      let high = place + 1 < found.count ? found[place + 1].words.lowerBound : words.count
      let group = group(of: number, in: words, low..<high)
      guard !unit.key.isEmpty || group != nil else { return nil }
      let range = words[number.words.lowerBound].range.union(words[unit.last].range)
      let start = max(0, number.words.lowerBound - reach)
      let end = min(words.count, number.words.upperBound + 1 + reach)
      return ClaimMention(
        value: .figure(number.quantity), key: unit.key, group: group,
        context: Set(words[start..<end].filter(\.isTelling).map(\.matter)),
        sentenceWords: sentence.telling, words: range, scene: sentence.scene,
        speaker: sentence.speaker(of: range), shown: sentence.filed.text[range])
    }
    // Two figures that count alike in one sentence are of two things.
    return mentions.enumerated().filter { place, mention in
      !mentions.enumerated().contains { other, second in
        other != place && second.group == mention.group
          && (!second.key.isDisjoint(with: mention.key) || second.key.isEmpty
            || mention.key.isEmpty)
      }
    }.map(\.element)
  }

  /// Whether the figure is of a part only: "nine of the dead", "including 10 soldiers".
  private static func isPart(_ number: QuantityReader.Found, of words: [ClaimWord]) -> Bool {
    let after = number.words.upperBound + 1
    if after < words.count, words[after].lower == "of" { return true }
    let before = words[max(0, number.words.lowerBound - partReach)..<number.words.lowerBound]
    return before.contains { ClaimLanguage.partWords.contains($0.lower) }
  }

  private struct Unit {
    var key: Set<UInt64>
    var last: Int
    var isTime: Bool
  }

  /// The noun that a number counts, by the hashes of the words that can name it.
  private static func unit(of number: QuantityReader.Found, in sentence: ClaimSentence) -> Unit {
    let words = sentence.words
    var unit = Unit(key: [], last: number.words.upperBound, isTime: false)
    if let sign = number.currency { unit.key.insert(StableHash.of([sign])) }
    let end = words[number.words.upperBound].range.end
    if end < sentence.filed.text.count, sentence.filed.text.bytes[end] == UInt8(ascii: "%") {
      unit.key.insert(StableHash.of("%".utf8))
      return unit
    }
    var index = number.words.upperBound + 1
    while index < words.count, index <= number.words.upperBound + unitReach {
      let word = words[index]
      if word.followsPause { break }
      if ClaimLanguage.timeWords.contains(word.lower) {
        unit.isTime = true
        break
      }
      if word.lower == "percent" || (word.lower == "per" && index + 1 < words.count) {
        unit.key.insert(StableHash.of("%".utf8))
        unit.last = index
        break
      }
      if word.isCapitalised, !word.isTelling {
        // "10 US citizens" are not just any ten people.
        unit.key.insert(word.matter)
        index += 1
        continue
      }
      guard word.isTelling || ClaimLanguage.people.contains(word.lower) else { break }
      if ClaimLanguage.sameMatter[word.lower] == nil {
        unit.key.insert(
          ClaimLanguage.people.contains(word.lower) ? StableHash.of("people".utf8) : word.matter)
        unit.last = index
      } else if unit.key.isEmpty {
        unit.last = index
      } else {
        break
      }
      index += 1
    }
    return unit
  }

  /// The nearest word that says what became of what is counted; on equal distance the one behind.
  private static func group(
    of number: QuantityReader.Found, in words: [ClaimWord], _ bounds: Range<Int>
  ) -> String? {
    var best: (distance: Int, group: String)?
    let behind = number.words.upperBound + 1
    let stop = bounds.first { index in
      index >= behind
        && (words[index].followsPause || ClaimLanguage.joiningWords.contains(words[index].lower))
    }
    for index in bounds.lowerBound..<(stop ?? bounds.upperBound) {
      guard let group = ClaimLanguage.sameMatter[words[index].lower] else { continue }
      let distance =
        index < number.words.lowerBound
        ? 2 * (number.words.lowerBound - index) : 2 * (index - number.words.upperBound) - 1
      guard distance <= 2 * groupReach, best.map({ distance < $0.distance }) ?? true else {
        continue
      }
      best = (distance, group)
    }
    return best?.group
  }
}
