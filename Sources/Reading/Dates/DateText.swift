import Primitives

/// Reads dates as publishers write them: ISO 8601, RFC 5322, in words, in figures.
enum DateText {
  /// The date that a whole field holds; nil when it holds none.
  static func parse(_ text: String) -> CivilTime? {
    let field = String(decoding: trimmed(Array(text.utf8)), as: UTF8.self)
    if let time = CivilTime(iso8601: field) { return time }
    if let time = isoPrefix(Array(field.utf8)) { return time }
    return find(in: field)
  }

  /// The first date in running words; nil when there is none.
  ///
  /// "June 2, 2023", "2 June 2023", "2. Juni 2023", "Fri, 02 Jun 2023 08:30:00 GMT", "02.06.2023".
  /// A date such as 6/2/2023 has two readings and is left alone, unless a day is past 12.
  static func find(in text: String) -> CivilTime? {
    let words = DateWord.split(text)
    for index in words.indices {
      if let date = date(words, at: index) { return withTime(date, words, after: index) }
    }
    return nil
  }

  /// A date that starts at a word.
  private static func date(_ words: [DateWord], at index: Int) -> CivilDate? {
    let rest = Array(words[index...].prefix(5))
    if let date = numeric(rest) { return date }
    let plain = rest.filter { !$0.isFiller }
    guard plain.count >= 3, plain[0].text == rest.first?.text else { return nil }
    if let month = plain[0].month, let day = plain[1].day, let year = plain[2].year {
      return CivilDate(year: year, month: month, day: day)
    }
    if let day = plain[0].day, let month = plain[1].month, let year = plain[2].year {
      return CivilDate(year: year, month: month, day: day)
    }
    return nil
  }

  /// "2020-08-14", "2020/08/14", "14.08.2020", "14/08/2020".
  private static func numeric(_ words: [DateWord]) -> CivilDate? {
    guard words.count >= 3, let first = words[0].number, let second = words[1].number,
      let third = words[2].number
    else { return nil }
    let mark = words[0].mark
    guard mark == words[1].mark, "./-".utf8.contains(mark) else { return nil }
    if words[0].year != nil { return CivilDate(year: first, month: second, day: third) }
    guard words[2].year != nil else { return nil }
    let isPoint = mark == UInt8(ascii: ".")
    if isPoint || first > 12 { return CivilDate(year: third, month: second, day: first) }
    if second > 12 { return CivilDate(year: third, month: first, day: second) }
    return first == second ? CivilDate(year: third, month: first, day: second) : nil
  }

  /// Adds a time of day in GMT as mail headers have it.
  private static func withTime(
    _ date: CivilDate, _ words: [DateWord], after index: Int
  ) -> CivilTime {
    let rest = Array(words[index...].dropFirst(3).prefix(4))
    guard rest.count == 4, rest[0].mark == UInt8(ascii: ":"), rest[1].mark == UInt8(ascii: ":"),
      let hour = rest[0].number, let minute = rest[1].number, let second = rest[2].number,
      hour < 24, minute < 60, second < 60, let offset = rest[3].offset
    else { return CivilTime(date) }
    let local = date.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second
    return CivilTime(secondsSinceEpoch: local - offset)
  }

  /// A time that opens a field and is followed by something else.
  private static func isoPrefix(_ bytes: [UInt8]) -> CivilTime? {
    for length in [25, 24, 20, 19, 16, 10] where bytes.count > length {
      if let time = CivilTime(iso8601: String(decoding: bytes[..<length], as: UTF8.self)) {
        return time
      }
    }
    return nil
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var slice = bytes[...]
    while let first = slice.first, first.isASCIIWhitespace { slice.removeFirst() }
    while let last = slice.last, last.isASCIIWhitespace { slice.removeLast() }
    return slice
  }
}
