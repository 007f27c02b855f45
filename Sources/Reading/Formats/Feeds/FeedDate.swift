import Primitives

/// Reads the dates of feeds: RFC 822 and its successors, asctime, W3CDTF and other cuts of ISO 8601.
enum FeedDate {
  /// The time that a field holds; nil when it is none of these.
  ///
  /// A year or month alone counts from its first day, as W3CDTF has it.
  static func parse(_ text: String) -> CivilTime? {
    let field = String(
      decoding: text.utf8.drop { $0.isASCIIWhitespace }.reversed()
        .drop { $0.isASCIIWhitespace }.reversed(), as: UTF8.self)
    if let time = CivilTime(iso8601: field) { return time }
    // NITF writes days with a zone: "20230602+0100".
    let day = field.utf8.prefix { $0.isASCIIDigit }
    if day.count == 8, field.utf8.dropFirst(8).first.map({ $0 == 0x2B || $0 == 0x2D }) ?? false {
      return CivilTime(iso8601: String(decoding: day, as: UTF8.self))
    }
    if let time = YearFirstDate.parse(field) { return time }
    if let time = cut(field) { return time }
    if let time = mail(field) { return time }
    return DateText.parse(field)
  }

  /// "2003", "2003-12", "2003-335", "20031231", and a date before a time that makes no sense.
  private static func cut(_ text: String) -> CivilTime? {
    let date = text.split(whereSeparator: { "Tt ".contains($0) }).first.map(String.init) ?? ""
    let parts = date.split(separator: "-").map(String.init)
    guard let head = parts.first, head.utf8.allSatisfy(\.isASCIIDigit), let number = Int(head)
    else {
      return nil
    }
    switch (parts.count, head.utf8.count) {
    case (1, 4): return CivilDate(year: number, month: 1, day: 1).map { CivilTime($0) }
    case (1, 7): return ordinal(number / 1000, number % 1000)
    case (1, 8): return CivilTime(iso8601: head)
    case (2, 4):
      guard let rest = Int(parts[1]) else { return nil }
      if parts[1].utf8.count == 3 { return ordinal(number, rest) }
      return CivilDate(year: number, month: rest, day: 1).map { CivilTime($0) }
    case (3, 4): return CivilTime(iso8601: date)
    default: return nil
    }
  }

  private static func ordinal(_ year: Int, _ day: Int) -> CivilTime? {
    guard let start = CivilDate(year: year, month: 1, day: 1),
      (1...(CivilDate.isLeap(year) ? 366 : 365)).contains(day)
    else { return nil }
    return CivilTime(start.adding(days: day - 1))
  }

  /// "Thu, 01 Jan 2004 19:48:21 GMT", "1 Jan 04 19:48 EST", "Thu Jan  1 19:48:21 2004".
  private static func mail(_ text: String) -> CivilTime? {
    let words = text.split(whereSeparator: { " ,\t\n\r".contains($0) }).flatMap(pieces)
    var day: Int?
    var month: Int?
    var year: Int?
    var second: Int?
    var offset = 0
    for word in words {
      if let half = HalfDay(word), let time = second {
        second = half.second(time)
      } else if word.contains(":") {
        guard second == nil, let time = time(word) else { continue }
        second = time
      } else if second != nil || year != nil, let zone = zone(word) {
        offset = zone
      } else if let number = Int(word), word.utf8.allSatisfy(\.isASCIIDigit) {
        if day == nil, word.utf8.count <= 2 {
          day = number
        } else if year == nil {
          year = full(year: number, digits: word.utf8.count)
        }
      } else if month == nil,
        let found = months[word.lowercased().prefix(3)] ?? DateWord.month(word.lowercased())
      {
        month = found
      }
    }
    guard let day, let month, let year, let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    guard let second else { return CivilTime(date) }
    return CivilTime(secondsSinceEpoch: date.daysSinceEpoch * 86_400 + second - offset)
  }

  /// "01-Jan-2004" is three words.
  private static func pieces(_ word: Substring) -> [String] {
    let parts = word.split(separator: "-")
    return parts.count == 3 ? parts.map(String.init) : [String(word)]
  }

  static func time(_ word: String) -> Int? {
    let parts = word.split(separator: ":").map { $0.prefix { $0 != "." } }
    guard (2...3).contains(parts.count) else { return nil }
    let numbers = parts.compactMap { $0.utf8.count <= 2 ? Int($0) : nil }
    guard numbers.count == parts.count, numbers[0] < 24, numbers[1] < 60 else { return nil }
    let seconds = numbers.count == 3 ? numbers[2] : 0
    guard (0...60).contains(seconds), numbers[0] >= 0, numbers[1] >= 0 else { return nil }
    return numbers[0] * 3600 + numbers[1] * 60 + min(seconds, 59)
  }

  /// Years of two and three digits by RFC 2822, section 4.3.
  private static func full(year: Int, digits: Int) -> Int? {
    switch digits {
    case 2: year < 50 ? 2000 + year : 1900 + year
    case 3: 1900 + year
    case 4: year
    default: nil
    }
  }

  /// Seconds from UTC of "+0100", "-05:00", "EST"; nil for words that name no zone.
  static func zone(_ word: String) -> Int? {
    if let hours = zones[word.uppercased()] { return hours * 3600 }
    let sign = word.hasPrefix("+") ? 1 : word.hasPrefix("-") ? -1 : 0
    let digits = word.dropFirst().filter { $0 != ":" }
    guard sign != 0, digits.utf8.count == 4, let number = Int(digits), number % 100 < 60,
      number < 2400
    else { return nil }
    return sign * (number / 100 * 3600 + number % 100 * 60)
  }

  private static let zones: [String: Int] = [
    "GMT": 0, "UT": 0, "UTC": 0, "Z": 0, "WET": 0, "BST": 1, "CET": 1, "WEST": 1, "CEST": 2,
    "EET": 2, "EEST": 3, "MSK": 3, "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "ET": -5, "CST": -6,
    "CDT": -5, "CT": -6, "MST": -7, "MDT": -6, "MT": -7, "PST": -8, "PDT": -7, "PT": -8, "AKST": -9,
    "AKDT": -8, "HST": -10, "JST": 9, "KST": 9, "SGT": 8, "HKT": 8, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13,
  ]

  private static let months: [Substring: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]
}
