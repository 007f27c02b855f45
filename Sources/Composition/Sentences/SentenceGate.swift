import NewsModel
import Primitives

/// Decides by its form whether a stretch of text is a whole sentence of news.
///
/// It keeps out headings, fragments, questions, datelines, furniture of the page and broken quotations.
enum SentenceGate {
  /// Shorter sentences say too little alone; longer ones are not read. Set by reading, in bytes.
  static let lengths = 45...420
  private static let leastWords = 7
  /// How far a label reaches at most, in bytes and in words.
  private static let labelReach = 48
  private static let labelWords = 4

  /// Whether the range of the text is a sentence that could be shown.
  static func admits(_ range: ByteRange, of text: UTF8Text, words: [Word]) -> Bool {
    lengths.contains(range.count) && words.count >= leastWords && endsAsSentence(text, range)
      && startsAsSentence(text, range) && !isBroken(text, range) && !isFurniture(text, range)
      && !isSubjectless(words) && hasVerb(words) && !isDeck(words) && !isCutShort(words)
      && !isShouted(words) && !shouts(text, words) && !beginsAgain(words)
      && !holdsHeading(words)
      && !opensWithLabel(text, range, words)
      && !opensWithButton(text, words) && !isCaption(text, words)
  }

  /// Whether a word in capitals that the page put there stands before it: "CLOSE A merger ...".
  private static func opensWithButton(_ text: UTF8Text, _ words: [Word]) -> Bool {
    guard words.count > 1, words[0].range.count >= 4, !words[1].followsPause,
      text.bytes[words[0].range.indices].allSatisfy(\.isASCIIUppercase)
    else { return false }
    return words[1].isCapitalised && ["a", "an", "the", "in", "on", "it"].contains(words[1].lower)
  }

  /// Whether it ends like a caption: with a full date that nothing joins to what is before it ("in Portmere May 2, 2017").
  private static func isCaption(_ text: UTF8Text, _ words: [Word]) -> Bool {
    // "LYNDEN, WA - MAY 07", "4/30 The launch".
    let isShouted = words.contains { word in
      word.range.count >= 3 && TimeExpression.calendarWords.contains(word.lower)
        && text.bytes[word.range.indices].allSatisfy(\.isASCIIUppercase)
    }
    if isShouted { return true }
    if let first = words.first, first.lower.utf8.allSatisfy(\.isASCIIDigit),
      first.range.end < text.count, text.bytes[first.range.end] == UInt8(ascii: "/")
    {
      return true
    }
    if isCredited(text, words) || runsIntoDate(words) { return true }
    guard words.count > 5, let year = words.last, year.lower.utf8.count == 4,
      year.lower.utf8.allSatisfy(\.isASCIIDigit), year.followsPause
    else { return false }
    let month = words[words.count - 3]
    guard TimeExpression.calendarWords.contains(month.lower), month.isCapitalised else {
      return false
    }
    let before = words[words.count - 4]
    return before.isCapitalised && !month.followsPause
  }

  /// Whether somebody and an agency with a stroke between them stand in it, as below pictures: "Ada Quill / Quarrel Wire The mayor ...".
  private static func isCredited(_ text: UTF8Text, _ words: [Word]) -> Bool {
    zip(words, words.dropFirst()).contains { word, next in
      word.isCapitalised && next.isCapitalised && !word.isQuoted
        && text.bytes[word.range.end..<next.range.start].elementsEqual(" / ".utf8)
    }
  }

  /// Whether a weekday and a date follow one another without a comma, as below pictures: "the banquet Monday June 22, 2015".
  private static func runsIntoDate(_ words: [Word]) -> Bool {
    words.indices.dropFirst().dropLast(2).contains { index in
      let (day, month) = (words[index], words[index + 1])
      return day.isCapitalised && month.isCapitalised && !day.isQuoted
        && !day.followsPause && !month.followsPause
        && day.lower.hasSuffix("day") && TimeExpression.calendarWords.contains(day.lower)
        && TimeExpression.calendarWords.contains(month.lower)
        && words[index + 2].lower.utf8.allSatisfy(\.isASCIIDigit)
        && !["on", "of", "by", "until", "from", "since"].contains(words[index - 1].lower)
    }
  }

  /// Whether a label stands before it: "Photos: ...", "Translation: ...".
  ///
  /// A colon within the first words, with no verb of a clause before it.
  private static func opensWithLabel(_ text: UTF8Text, _ range: ByteRange, _ words: [Word])
    -> Bool
  {
    let limit = min(range.end - 1, range.start + labelReach)
    guard range.start < limit,
      let colon = (range.start..<limit).first(where: {
        text.bytes[$0] == UInt8(ascii: ":") && text.bytes[$0 + 1] == 0x20
      })
    else { return false }
    let before = words.prefix { $0.range.start < colon }
    return before.count <= labelWords
      && !before.contains { word in
        EnglishWords.commonVerbs.contains(word.lower) || word.lower.hasSuffix("ed")
      }
  }

  /// A full stop, or one with a closing quotation mark or bracket.
  private static func endsAsSentence(_ text: UTF8Text, _ range: ByteRange) -> Bool {
    var end = range.end
    while end > range.start, isCloser(text.bytes, &end) {}
    guard end > range.start else { return false }
    let mark = text.bytes[end - 1]
    if mark == UInt8(ascii: ".") {
      return !(end - 2 >= range.start && text.bytes[end - 2] == UInt8(ascii: "."))
    }
    // "... a mistake," he said. ends outside; "... a mistake". ends with the mark after the quotation.
    return false
  }

  /// Steps back over one closing mark at `end`.
  private static func isCloser(_ bytes: [UInt8], _ end: inout Int) -> Bool {
    let byte = bytes[end - 1]
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "'") {
      end -= 1
      return true
    }
    if end >= 3, bytes[end - 3] == 0xE2, bytes[end - 2] == 0x80, byte == 0x9D || byte == 0x99 {
      end -= 3
      return true
    }
    return false
  }

  /// A capital letter, a digit, a letter beyond ASCII, or an opening quotation mark.
  private static func startsAsSentence(_ text: UTF8Text, _ range: ByteRange) -> Bool {
    let first = text.bytes[range.start]
    return first.isASCIIUppercase || first.isASCIIDigit || first >= 0x80
      || first == UInt8(ascii: "\"")
  }

  /// Whether a line breaks inside it, a quotation is left open, or a bracket is.
  private static func isBroken(_ text: UTF8Text, _ range: ByteRange) -> Bool {
    var quotation = QuotationState()
    var depth = 0
    var previous: UInt8 = 0
    for byte in text.bytes[range.indices] {
      quotation.read(byte)
      if previous == 0x20, byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") { return true }
      previous = byte
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "|"), UInt8(ascii: "?"), UInt8(ascii: "`"): return true
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if depth < 0 { return true }
    }
    return quotation.isOpen || quotation.isBroken || depth != 0
      || isDecodedTwice(text.bytes[range.indices])
      || holdsAnother(text.bytes[range.indices])
      || leavesSingleQuoteOpen(text.bytes[range.indices])
  }

  /// Whether a letter beyond ASCII was decoded twice before it came to us: "PeÃ±a".
  private static func isDecodedTwice(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.indices.dropLast(2).contains { index in
      bytes[index] == 0xC3 && (bytes[index + 1] == 0x82 || bytes[index + 1] == 0x83)
        && bytes[index + 2] >= 0x80
    }
  }

  /// Whether it was cut behind an abbreviation: "... to overturn Roe v."
  private static func isCutShort(_ words: [Word]) -> Bool {
    ["v", "vs", "mr", "mrs", "ms", "dr", "gov", "sen", "rep"].contains(words.last?.lower ?? "")
  }

  /// Whether a full stop behind a whole small word stands inside: two sentences in one.
  private static func holdsAnother(_ bytes: ArraySlice<UInt8>) -> Bool {
    let indices = bytes.indices.dropFirst(4).dropLast(3)
    return indices.contains { index in
      bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == 0x20
        && bytes[(index - 4)..<index].allSatisfy(\.isASCIILowercase)
    }
  }

  /// Whether a single quotation mark opens after a space and none closes behind it, or one closes what was not opened:
  /// "Exciting either way,' she wrote" is the end of a quotation that began in an earlier sentence.
  private static func leavesSingleQuoteOpen(_ bytes: ArraySlice<UInt8>) -> Bool {
    let plain = QuotationState.straightened(bytes)
    var isOpen = false
    for index in plain.indices where plain[index] == UInt8(ascii: "'") {
      let before = index == 0 || plain[index - 1] == 0x20 || plain[index - 1] == UInt8(ascii: "(")
      let after = index + 1 < plain.count && plain[index + 1].isASCIILetter
      if before, after {
        isOpen = true
      } else if !after {
        // "The workers' leader": a mark behind a letter may be no quotation mark.
        if !isOpen, index > 0, ",.!".utf8.contains(plain[index - 1]) { return true }
        isOpen = false
      }
    }
    return isOpen
  }

  private static func isFurniture(_ text: UTF8Text, _ range: ByteRange) -> Bool {
    let lower = text.bytes[range.indices].map { $0.isASCIIUppercase ? $0 + 0x20 : $0 }
    return lower.contains { EnglishWords.furnitureMarks.contains($0) }
      || lower.indices.dropLast().contains { start in
        let pair = UInt16(lower[start]) << 8 | UInt16(lower[start + 1])
        return EnglishWords.furniture[pair]?.contains { lower[start...].starts(with: $0) } ?? false
      }
  }

  /// Whether a finite verb is likely: a known one or a word in -ed outside quotations.
  private static func hasVerb(_ words: [Word]) -> Bool {
    words.contains { word in
      !word.isCapitalised
        && (EnglishWords.commonVerbs.contains(word.lower)
          || EnglishWords.verbForms[word.lower] != nil
          || (word.lower.utf8.count > 4 && word.lower.hasSuffix("ed")))
    }
  }

  /// Whether a sentence that has a line for itself was written without articles, as lines below headlines are.
  static func isTelegraphic(_ words: [Word]) -> Bool {
    !words.contains { word in
      EnglishWords.determiners.contains(word.lower) || Pronouns.all.contains(word.lower)
        || word.isQuoted
    }
  }

  /// Whether it is a line below a headline: no article, no pronoun, no name and no number ("Manhunt underway for alleged plotter").
  private static func isDeck(_ words: [Word]) -> Bool {
    !words.dropFirst().contains { word in
      word.isCapitalised || word.isQuoted || Pronouns.all.contains(word.lower)
        || EnglishWords.determiners.contains(word.lower)
        || word.lower.utf8.contains(where: \.isASCIIDigit)
    } && !EnglishWords.determiners.contains(words[0].lower)
  }

  /// Whether the subject was left out: "Was closed for years", "Will be in space"; "Will Quill" is a name.
  private static func isSubjectless(_ words: [Word]) -> Bool {
    EnglishWords.subjectless.contains(words[0].lower)
      || (words[0].lower == "will" && !words[1].isCapitalised)
  }

  /// Whether two small words have a capital, as in headings: one stands before the sentence.
  private static func holdsHeading(_ words: [Word]) -> Bool {
    var count = 0
    for index in words.indices.dropFirst().dropLast() {
      let word = words[index]
      if word.isCapitalised, !word.isQuoted, !word.followsPause,
        EnglishWords.headingWords.contains(word.lower)
      {
        count += 1
      }
    }
    return count > 1
  }

  /// Whether two words in a row are in capitals outside quotations, as in posts: "caught RED HANDED".
  private static func shouts(_ text: UTF8Text, _ words: [Word]) -> Bool {
    var run = 0
    for word in words {
      let isLoud =
        !word.isQuoted && !word.followsPause && word.range.count >= 3
        && text.bytes[word.range.indices].allSatisfy(\.isASCIIUppercase)
      run = isLoud ? run + 1 : 0
      if run == 2 { return true }
    }
    return false
  }

  /// Whether a sentence begins inside it: a heading without a full stop was run into the text.
  ///
  /// "Aid reaches harbour The acting mayor ...": a small word has a capital that neither a stop nor a name explains.
  private static func beginsAgain(_ words: [Word]) -> Bool {
    words.indices.dropFirst(2).dropLast(2).contains { index in
      let word = words[index]
      guard word.isCapitalised, !word.followsPause, !word.isQuoted, !words[index - 1].isQuoted
      else { return false }
      let next = words[index + 1]
      switch word.lower {
      case "the": return !next.isCapitalised && next.lower.utf8.allSatisfy(\.isASCIILowercase)
      case "a", "an": return !words[index - 1].isCapitalised && !next.followsPause
      case "he", "she", "they", "it", "but", "there", "between", "this", "these":
        return !words[index - 1].isCapitalised && !next.isCapitalised
      default: return false
      }
    }
  }

  /// Whether most words are capitalised, as in headings and tables.
  private static func isShouted(_ words: [Word]) -> Bool {
    words.count(where: \.isCapitalised) * 10 > words.count * 7
  }
}

extension [UInt8] {
  /// Whether `needle` occurs.
  func holds(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first, needle.count <= count else { return false }
    for start in 0...(count - needle.count) where self[start] == first {
      if self[start..<start + needle.count].elementsEqual(needle) { return true }
    }
    return false
  }
}
