/// Whether words that have the label of an answer also have its form: a date is no age and no length of time.
struct AnswerShape {
  let kind: AnswerKind
  /// The words that measure what is asked about: "feet" for "how tall"; nil when anything may.
  private let units: Set<String>?

  init(of question: Question) {
    kind = question.kind
    units = question.kind == .quantity ? question.measureUnits : nil
  }

  /// Whether the words fit; true for kinds that have no form of their own.
  func fits(_ words: Range<Int>, in sentence: ReadText) -> Bool {
    let forms = Set(sentence.words[words].map(\.form))
    let isAge = isAge(words, in: sentence)
    let isLength =
      !forms.isDisjoint(with: AnswerWords.timeUnits)
      && forms.isDisjoint(with: AnswerWords.pastMarks)
    switch kind {
    case .date: return !isAge && !(isLength && hasNumber(words, in: sentence))
    case .duration: return isLength && !isAge
    case .age: return isAge
    case .number: return !isOneOf(words, in: sentence)
    case .quantity: return isMeasured(words, in: sentence)
    default: return true
    }
  }

  /// "108-foot-tall" for "how tall", and not "200 miles south of Seoul" for "how fast".
  private func isMeasured(_ words: Range<Int>, in sentence: ReadText) -> Bool {
    guard let units else { return true }
    let near = words.lowerBound..<min(words.upperBound + Self.unitReach, sentence.words.count)
    return sentence.words[near].contains { word in
      word.form.split(separator: "-").contains { units.contains(String($0)) }
    }
  }

  /// How many words after a number its unit may stand: "40 miles per hour".
  private static let unitReach = 3

  /// "16-year-old", "aged 16", "Tamimi, 16,".
  private func isAge(_ words: Range<Int>, in sentence: ReadText) -> Bool {
    let all = sentence.words
    if all[words].contains(where: { $0.form == "old" || $0.form.hasSuffix("-old") }) { return true }
    let next = words.upperBound
    if next < all.count, ["old", "-"].contains(all[next].form),
      all[next..<min(next + 4, all.count)].contains(where: { $0.form == "old" })
    {
      return true
    }
    guard hasNumber(words, in: sentence), words.lowerBound > 0 else { return false }
    if all[words.lowerBound - 1].lemma == "age" || all[words.lowerBound - 1].form == "aged" {
      return true
    }
    guard words.count == 1, all[words.lowerBound - 1].form == ",", words.lowerBound > 1 else {
      return false
    }
    let closes = next >= all.count || [",", ".", ")"].contains(all[next].form)
    return closes && all[words.lowerBound - 2].part == "PROPN"
  }

  /// "one of the passengers" counts nothing.
  private func isOneOf(_ words: Range<Int>, in sentence: ReadText) -> Bool {
    let next = words.upperBound
    return words.count == 1 && sentence.words[words.lowerBound].form == "one"
      && next < sentence.words.count && sentence.words[next].form == "of"
  }

  private func hasNumber(_ words: Range<Int>, in sentence: ReadText) -> Bool {
    sentence.words[words].contains { $0.part == "NUM" }
  }
}
