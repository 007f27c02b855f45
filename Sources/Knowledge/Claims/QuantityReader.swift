import Primitives

/// Reads the numbers of a sentence, in digits and in words, with the words that bound them.
///
/// "1,200", "2.5 million", "two dozen", "twenty-one", "half a million". Years, dates, times, ages, ordinals, scores and numbers inside
/// names ("Boeing 737") are no quantities.
struct QuantityReader {
  /// A number with its place among the words of the sentence.
  struct Found {
    let quantity: Quantity
    /// The first and last word that belong to it, bounding words included.
    let words: ClosedRange<Int>
    /// The first word after the bounding words.
    let number: Int
    /// The sign before it: `$`, `£`, `€`, or nothing.
    let currency: UInt8?
  }

  private let words: [ClaimWord]

  init(_ words: [ClaimWord]) { self.words = words }

  /// The numbers in the order of the words.
  func all() -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < words.count {
      guard let (quantity, last) = number(at: index) else {
        index += 1
        continue
      }
      if let whole = bounded(quantity, from: index, through: last) { found.append(whole) }
      index = last + 1
    }
    return found
  }

  /// The number that starts at a word, and the last word that belongs to it.
  private func number(at index: Int) -> (Quantity, Int)? {
    guard let (value, decimals) = plain(words[index].lower) else { return spelled(at: index) }
    guard !isExcluded(index, value) else { return nil }
    var (last, result, step) = (index, value, decimals)
    if let scale = scale(after: last) {
      result *= scale
      step *= scale
      last += 1
    }
    return (Quantity(value: result, bound: .exact, step: step), last)
  }

  /// A number in digits and the value of its last place.
  private func plain(_ word: String) -> (Double, Double)? {
    let digits = word.filter { $0 != "," }
    guard let first = digits.utf8.first, first.isASCIIDigit, digits.utf8.count <= 15,
      digits.utf8.allSatisfy({ $0.isASCIIDigit || $0 == UInt8(ascii: ".") }),
      let value = Double(digits)
    else { return nil }
    guard let point = digits.firstIndex(of: ".") else { return (value, 1) }
    let places = digits.distance(from: point, to: digits.endIndex) - 1
    var step = 1.0
    for _ in 0..<places { step /= 10 }
    return (value, step)
  }

  /// Years, parts of dates and names.
  private func isExcluded(_ index: Int, _ value: Double) -> Bool {
    let word = words[index]
    if !word.lower.contains(","), value >= 1800, value < 2100, value == value.rounded() {
      return true
    }
    if index > 0, !words[index].followsPause {
      let before = words[index - 1]
      if ClaimLanguage.calendarWords.contains(before.lower) { return true }
      if before.isCapitalised, index > 1, !before.startsSentence,
        !ClaimLanguage.boundWords.keys.contains(before.lower)
      {
        return true
      }
    }
    guard index + 1 < words.count, !words[index + 1].followsPause else { return false }
    return ClaimLanguage.calendarWords.contains(words[index + 1].lower)
  }

  /// A number in words: "seven", "twenty-one", "two dozen", "half a million".
  private func spelled(at index: Int) -> (Quantity, Int)? {
    guard let value = small(words[index].lower) else { return nil }
    var (last, result, step) = (index, value, 1.0)
    if words[index].lower == "half", index + 1 < words.count, words[index + 1].lower == "a" {
      last += 1
    }
    if let scale = scale(after: last) {
      result *= scale
      step = scale
      last += 1
    } else if ["a", "half"].contains(words[index].lower) {
      return nil
    }
    return (Quantity(value: result, bound: .exact, step: step > 12 ? step : 1), last)
  }

  private func small(_ word: String) -> Double? {
    if let value = ClaimLanguage.numberWords[word] { return value }
    let parts = word.split(separator: "-")
    guard parts.count == 2, let tens = ClaimLanguage.numberWords[String(parts[0])],
      let units = ClaimLanguage.numberWords[String(parts[1])], tens >= 20, units < 10, units >= 1
    else { return nil }
    return tens + units
  }

  private func scale(after index: Int) -> Double? {
    guard index + 1 < words.count, !words[index + 1].followsPause else { return nil }
    return ClaimLanguage.scaleWords[words[index + 1].lower]
  }

  /// The number with the words before it that bound it; nil where it is an ordinal's or an age's.
  private func bounded(_ quantity: Quantity, from first: Int, through last: Int) -> Found? {
    var (start, bound) = (first, Quantity.Bound.exact)
    for length in [2, 1] where first >= length {
      let phrase = words[(first - length)..<first].map(\.lower).joined(separator: " ")
      guard let found = ClaimLanguage.boundWords[phrase] else { continue }
      (start, bound) = (first - length, found)
      break
    }
    let whole = Quantity(value: quantity.value, bound: bound, step: quantity.step)
    return Found(
      quantity: whole, words: start...last, number: first, currency: words[first].sign)
  }
}
