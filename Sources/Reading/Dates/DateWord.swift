import Primitives

/// A word or number of a date, with the mark that follows it.
struct DateWord {
  /// In lower case.
  let text: String
  /// The byte right after it; 0 at the end.
  let mark: UInt8
  /// The sign right before a number; 0 when there is none.
  private let sign: UInt8

  /// The number that the word is.
  var number: Int? { text.utf8.count <= 4 ? Int(text) : nil }

  /// The year, when the word is four digits from 1000 to 2999.
  var year: Int? {
    guard text.utf8.count == 4, let number, (1000...2999).contains(number) else { return nil }
    return number
  }

  /// The day of the month: "2", "02", "2nd", "1er".
  var day: Int? {
    let digits = text.utf8.prefix { $0.isASCIIDigit }
    let ending = text.utf8.dropFirst(digits.count)
    guard (1...2).contains(digits.count), let number = Int(Substring(digits)),
      (1...31).contains(number),
      ["", "st", "nd", "rd", "th", "er", "º"].contains(String(Substring(ending)))
    else { return nil }
    return number
  }

  /// The month that the word names.
  var month: Int? { Self.month(text) }

  /// The month of a name in lower case.
  static func month(_ name: String) -> Int? { months[name] }

  /// "of", "de", "the": words that stand inside dates.
  var isFiller: Bool { ["of", "the", "de", "del", "di"].contains(text) }

  /// Seconds from UTC, for "GMT", "Z" and "+0900".
  var offset: Int? {
    if ["gmt", "utc", "z", "ut"].contains(text) { return 0 }
    guard text.utf8.count == 4, let number, sign == 0x2B || sign == 0x2D else { return nil }
    let seconds = number / 100 * 3600 + number % 100 * 60
    return sign == 0x2D ? -seconds : seconds
  }

  /// Cuts text into words of letters and digits; letters after digits stay with them.
  static func split(_ text: String) -> [DateWord] {
    let bytes = Array(text.lowercased().utf8)
    var words: [DateWord] = []
    var start: Int?
    for index in 0...bytes.count {
      let inWord =
        index < bytes.count
        && (bytes[index].isASCIILetter || bytes[index].isASCIIDigit || bytes[index] >= 0x80)
      if inWord, start == nil { start = index }
      guard !inWord, let first = start else { continue }
      words.append(
        DateWord(
          text: String(decoding: bytes[first..<index], as: UTF8.self),
          mark: index < bytes.count ? bytes[index] : 0, sign: first > 0 ? bytes[first - 1] : 0))
      start = nil
    }
    return words
  }

  private static let months: [String: Int] = {
    var table: [String: Int] = [:]
    for row in ListResource.rows(PackageResources.months_tsv) where row.count == 13 {
      for month in 1...12 {
        for name in row[month].split(separator: "/") { table[String(name)] = month }
      }
    }
    return table
  }()
}
