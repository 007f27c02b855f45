import Primitives

/// What a paragraph is, when it is not part of an article's text.
enum Furniture: Equatable {
  /// "Additional reporting by Reuters".
  case credit
  /// "This article originally appeared in ...".
  case syndication
  /// "Photo: Ann Lee", "Image courtesy of the museum".
  case photo
  /// "Copyright 2023 ... All rights reserved."
  case rights
  /// The outlet speaks to its readers: subscribe, follow, download.
  case notice
  /// A head over other articles: "More from Asia", "Related".
  case teaserHead
  /// "4 min read".
  case readingTime
  /// "Advertisement", "Share this article".
  case label

  /// Longer paragraphs are text whatever words they use.
  private static let longest = 700

  /// Tells what a paragraph is; nil when it reads like text.
  ///
  /// A paragraph that quotes or reports is text, unless it pleads. The signs are phrases of a list,
  /// but a notice needs several of different kinds, so that new wordings are met too.
  static func kind(of paragraph: some BidirectionalCollection<UInt8>) -> Furniture? {
    guard paragraph.count <= longest else { return nil }
    let run = WordRun(paragraph)
    let count = run.words.count
    if count == 0 { return paragraph.contains(UInt8(ascii: "<")) ? nil : .label }
    if ReadingTime.isOne(paragraph, words: count) { return .readingTime }
    let signs = FurnitureLexicon.english.signs(in: run)
    if opensWithCopyright(paragraph) { return .rights }
    guard !signs.isEmpty else { return nil }
    if isRights(paragraph, signs, words: count) { return .rights }
    if signs[.syndication] != nil, count <= 40 { return .syndication }
    if signs[.credit] != nil, count <= 30 { return .credit }
    if signs[.photo] != nil, count <= 16, signs[.speech] == nil { return .photo }
    if signs[.agency] != nil, count <= 60, !closesSentence(paragraph) { return .photo }
    if signs[.label] != nil { return .label }
    if signs[.teasers] != nil, count <= 8, !closesSentence(paragraph) { return .teaserHead }
    return isNotice(signs, words: count, quotes: holdsQuotation(paragraph)) ? .notice : nil
  }

  private static func isNotice(
    _ signs: [FurnitureLexicon.Sign: Int], words: Int, quotes: Bool
  ) -> Bool {
    if quotes || signs[.speech] != nil { return false }
    if signs[.plea] != nil { return words <= 60 }
    let (acts, products) = (signs[.act] ?? 0, signs[.product] ?? 0)
    guard acts > 0, products > 0 else { return false }
    // A long paragraph that comes to its plea late has told something before.
    if words > 30, signs[.opening] == nil { return false }
    return signs[.address] != nil || acts + products >= 3 || words <= 16
  }

  /// Whether a paragraph states who owns the article: a set phrase, or "Copyright" with a year.
  private static func isRights(
    _ text: some Collection<UInt8>, _ signs: [FurnitureLexicon.Sign: Int], words: Int
  ) -> Bool {
    guard words <= 70, signs[.speech] == nil else { return false }
    if signs[.rights] != nil { return true }
    return signs[.copyright] != nil && words <= 25 && holdsYear(text)
  }

  private static func holdsYear(_ text: some Collection<UInt8>) -> Bool {
    var digits: [UInt8] = []
    for byte in text {
      if byte.isASCIIDigit {
        digits.append(byte)
      } else if isYear(digits) {
        return true
      } else {
        digits = []
      }
    }
    return isYear(digits)
  }

  private static func isYear(_ digits: [UInt8]) -> Bool {
    digits.count == 4 && (digits.starts(with: "19".utf8) || digits.starts(with: "20".utf8))
  }

  private static func opensWithCopyright(_ text: some Collection<UInt8>) -> Bool {
    let start = text.drop { $0.isASCIIWhitespace || $0 == UInt8(ascii: "(") }
    return start.starts(with: [0xC2, 0xA9]) || start.starts(with: "c) 19".utf8)
      || start.starts(with: "c) 20".utf8) || start.starts(with: "C) 20".utf8)
  }

  private static func closesSentence(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    text.last == UInt8(ascii: ".")
  }

  private static func holdsQuotation(_ text: some Collection<UInt8>) -> Bool {
    if text.contains(UInt8(ascii: "\"")) { return true }
    var previous: (UInt8, UInt8) = (0, 0)
    for byte in text {
      if previous == (0xE2, 0x80), byte == 0x9C || byte == 0x9D || byte == 0x9E { return true }
      previous = (previous.1, byte)
    }
    return false
  }
}
