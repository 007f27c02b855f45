/// What a word means for time.
enum TimeWord: Sendable, Equatable {
  case month(Int)
  case weekday(Int)
  case season(String)
  case unit(TimeUnit)
  case partOfDay(String)
  case day(Int)
  case reference(String)
  case set(String)
  case shift(Int)
  /// A number in words; nil for "several" and the like.
  case number(Int?)
  case ordinal(Int)
  case edge
  /// A decade by its first year in the century: 90 for "nineties".
  case decade(Int)
  /// A word that is a duration by itself: "yearlong".
  case length(String)
}

/// A unit of time; the raw value is its TIMEX3 letter.
enum TimeUnit: String, Sendable {
  case second = "TS", minute = "TM", hour = "TH", day = "D", week = "W", month = "M", year = "Y"
  case decade = "E", century = "C", quarter = "Q", weekend = "WE", fortnight = "FN"

  /// Whether dates are as coarse as this unit.
  var isCalendar: Bool {
    switch self {
    case .day, .week, .month, .year, .decade, .century: true
    default: false
    }
  }
}

/// The words of `Languages/en/time-words.tsv`.
struct TimeLexicon: Sendable {
  static let english = TimeLexicon(resource: PackageResources.time_words_tsv)

  private var words: [String: TimeWord] = [:]

  /// Reads lines of `class<TAB>word<TAB>value`; "second" is a unit and an ordinal, the first line wins.
  init(resource: [UInt8]) {
    for row in LanguageData.rows(resource) where row.count == 3 {
      if let word = Self.word(row[0], row[2]), words[row[1]] == nil { words[row[1]] = word }
    }
  }

  subscript(_ word: String) -> TimeWord? { words[word] }

  private static func word(_ kind: String, _ value: String) -> TimeWord? {
    switch kind {
    case "month": Int(value).map(TimeWord.month)
    case "weekday": Int(value).map(TimeWord.weekday)
    case "season": .season(value)
    case "unit": TimeUnit(rawValue: value).map(TimeWord.unit)
    case "part": .partOfDay(value)
    case "day": Int(value).map(TimeWord.day)
    case "reference": .reference(value)
    case "set": .set(value)
    case "shift": Int(value).map(TimeWord.shift)
    case "number": .number(Int(value))
    case "ordinal": Int(value).map(TimeWord.ordinal)
    case "edge": .edge
    case "decade": Int(value).map(TimeWord.decade)
    case "length": .length(value)
    default: nil
    }
  }

  /// Whether a word in small letters names a zone of the clock.
  static func isZone(_ word: String) -> Bool { zones.contains(word) }

  private static let zones: Set<String> = [
    "gmt", "utc", "bst", "est", "edt", "et", "cst", "cdt", "mst", "mdt", "pst", "pdt", "cet",
    "cest",
    "eastern",
  ]
}
