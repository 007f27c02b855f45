import NewsModel

extension TimeFinder {
  /// Durations: `five years`, `a few days`, `the past two months`, `two-week`.
  func duration(at token: Int) -> TimeMatch? {
    var at = token
    if ["the", "last", "past", "next", "first", "latest"].contains(words.word(at)) {
      if words.word(at) == "the" { at += 1 }
      if ["last", "past", "next", "first", "latest", "coming", "previous", "final"].contains(
        words.word(at))
      {
        at += 1
      }
      guard at > token else { return nil }
      if case .unit(let unit) = time(at), words.word(at - 1) == "past" {
        return result(token, at + 1, .duration, durationValue(unit, 1))
      }
    }
    guard let number = number(at: at), case .unit(let unit) = time(number.end),
      unit != .second || number.value != 1, !isAge(number.end), unit != .weekend
    else { return unquantified(at: token) }
    if at == token + 1, words.word(token) == "the", number.value == nil { return nil }
    if unit == .second, words.word(number.end) == "second" { return nil }
    return result(token, number.end + 1, .duration, durationValue(unit, number.value))
  }

  /// `45 years old`, `a 12-year-old`.
  private func isAge(_ unit: Int) -> Bool {
    words.word(unit + 1) == "old" || words.word(unit + 1) == "of" && words.word(unit + 2) == "age"
  }

  /// `for years`, `in decades`.
  private func unquantified(at token: Int) -> TimeMatch? {
    guard case .unit(let unit) = time(token), words.word(token).hasSuffix("s"),
      ["for", "in", "of", "within", "after", "over"].contains(words.word(token - 1)),
      unit != .second
    else { return nil }
    return result(token, token + 1, .duration, durationValue(unit, nil))
  }

  /// `P5Y`, `PT24H`, `PXD`.
  func durationValue(_ unit: TimeUnit, _ number: Int?) -> String {
    let count = number.map(String.init) ?? "X"
    switch unit {
    case .second, .minute, .hour: return "PT\(count)\(unit.rawValue.dropFirst())"
    case .quarter: return number.map { "P\($0 * 3)M" } ?? "PXM"
    case .weekend: return "P\(count)WE"
    default: return "P\(count)\(unit.rawValue)"
    }
  }

  /// Recurring times and references without a date: `every day`, `daily`, `now`, `recent years`, `the future`.
  func plain(at token: Int) -> TimeMatch? {
    switch time(token) {
    case .reference(let value):
      return words.isCapitalised(token) && !words.startsSentence(token)
        ? nil : result(token, token + 1, .date, value)
    case .set(let value):
      return words.nameOf[token] < 0 ? result(token, token + 1, .set, value) : nil
    default: break
    }
    switch words.word(token) {
    case "every", "each":
      if case .unit(let unit) = time(token + 1) {
        return result(token, token + 2, .set, durationValue(unit, 1))
      }
      if case .weekday(let number) = time(token + 1) {
        return result(token, token + 2, .set, "XXXX-WXX-\(number)")
      }
      return nil
    case "recent":
      if case .unit = time(token + 1) { return result(token, token + 2, .date, "PAST_REF") }
      return nil
    case "the":
      let value = ["past": "PAST_REF", "future": "FUTURE_REF", "present": "PRESENT_REF"]
      guard let reference = value[words.word(token + 1)],
        !words.isWord(token + 2) || words.has(token + 2, [.preposition, .coordinator, .auxiliary])
      else { return nil }
      return result(token, token + 2, .date, reference)
    case "current": return result(token, token + 1, .date, "PRESENT_REF")
    default: return nil
    }
  }
}
