public import NewsModel
public import Primitives

/// Numbers, dates and lists as a British newspaper writes them.
public enum NewspaperStyle {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  private static let smallNumbers = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  private static let teens = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
  ]
  private static let tens = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// The name of a month, 1 to 12.
  public static func month(_ number: Int) -> String {
    months.indices.contains(number - 1) ? months[number - 1] : String(number)
  }

  /// A day: "1 June 2023".
  public static func day(_ date: CivilDate) -> String {
    "\(date.day) \(month(date.month)) \(date.year)"
  }

  /// A span of days: "22-28 May 2023", "29 May-4 June 2023".
  public static func span(_ first: CivilDate, _ last: CivilDate) -> String {
    if first == last { return day(first) }
    if first.year != last.year { return "\(day(first))-\(day(last))" }
    if first.month != last.month {
      return "\(first.day) \(month(first.month))-\(day(last))"
    }
    return "\(first.day)-\(day(last))"
  }

  /// A number: words up to nine, then digits with commas.
  public static func number(_ value: Int) -> String {
    smallNumbers.indices.contains(value) ? smallNumbers[value] : digits(value)
  }

  /// A number at the start of a sentence: words up to ninety-nine, with a capital.
  public static func numberAtStart(_ value: Int) -> String {
    guard (10...99).contains(value) else { return capitalised(number(value)) }
    if value < 20 { return capitalised(teens[value - 10]) }
    let ten = capitalised(tens[value / 10 - 2])
    return value % 10 == 0 ? ten : "\(ten)-\(smallNumbers[value % 10])"
  }

  /// A counted noun at the start of a sentence: "Twelve articles".
  public static func countAtStart(_ value: Int, _ noun: String, _ plural: String? = nil)
    -> String
  {
    "\(numberAtStart(value)) \(value == 1 ? noun : plural ?? noun + "s")"
  }

  /// A number in digits: "1,204".
  public static func digits(_ value: Int) -> String {
    var groups: [String] = []
    var rest = String(value.magnitude)
    while rest.utf8.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    return (value < 0 ? "-" : "") + ([rest] + groups).joined(separator: ",")
  }

  /// A counted noun: "one article", "12 articles"; the plural takes an s unless given.
  public static func count(_ value: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number(value)) \(value == 1 ? noun : plural ?? noun + "s")"
  }

  /// A list: "A", "A and B", "A, B and C".
  public static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The text with its first letter as a capital; only ASCII letters are changed.
  public static func capitalised(_ text: String) -> String {
    var bytes = Array(text.utf8)
    guard let first = bytes.first, first.isASCIILowercase else { return text }
    bytes[0] = first - 0x20
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A count as it stands within a sentence: "at least two people" for "At least two people". Names keep their capital.
  static func withinSentence(_ count: String) -> String {
    let first = count.prefix { $0 != " " }.lowercased()
    guard EnglishWords.countOpeners.contains(first) || CountedNoun.isNumber(first) else {
      return count
    }
    return first + count.dropFirst(first.count)
  }

  /// "corrected on 3 March 2024: this sentence is no longer in the article".
  public static func correction(_ correction: Correction) -> String {
    let date = correction.on.map { " on \(day($0.date))" } ?? ""
    return "corrected\(date): this sentence is no longer in the article"
  }
}
