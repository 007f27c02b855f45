import NewsModel
import Primitives

/// Reads from an article who wrote its text: a dateline, a by-line or a credit line that names an agency.
struct SourceReader {
  /// The name shown for each name in lower case that an agency or outlet signs with.
  private let names: [String: String]
  /// How far into the text a dateline can start, furniture before it included.
  private static let headBytes = 600
  /// How far from the end of the text a credit can stand.
  private static let tailBytes = 200

  /// Knows the agencies of the language data and the outlets of some copies.
  init(outlets: [String]) {
    var names: [String: String] = [:]
    for outlet in outlets.sorted() { names[Self.folded(outlet)] = outlet }
    self.names = names.merging(Self.signatures) { $1 }
  }

  private static let rows = LanguageList.rows(of: PackageResources.agencies_tsv)
  /// The name shown for each name in lower case that an agency signs with.
  private static let signatures: [String: String] = {
    var names: [String: String] = [:]
    for row in rows {
      for name in row { names[folded(name)] = row[0] }
    }
    return names
  }()

  /// Who wrote the text; nil when only the outlet is known.
  func source(of article: Article) -> String? {
    if let outlet = article.outlet, let agency = Self.agencies[Self.folded(outlet)] {
      return agency
    }
    return dateline(article.text) ?? article.byline.lazy.compactMap(known).first
      ?? article.credits.lazy.compactMap(credit).first ?? tail(article.text)
  }

  private static let agencies: [String: String] = {
    var found: [String: String] = [:]
    for row in rows {
      for name in row where name.utf8.count > 3 { found[folded(name)] = row[0] }
    }
    return found
  }()

  private func known(_ name: String) -> String? { names[Self.folded(name)] }

  /// The name in "SEOUL, June 2 (Reuters) - ", or in "Xinhua | Updated: " at the head.
  private func dateline(_ text: String) -> String? {
    let bytes = Array(text.utf8.prefix(Self.headBytes))
    for line in bytes.split(separator: 0x0A) {
      if let name = Self.parenthesis(in: line) { return known(name) ?? name }
      if let bar = line.firstIndex(of: UInt8(ascii: "|")), bar - line.startIndex < 40,
        let name = known(String(decoding: line[..<bar], as: UTF8.self))
      {
        return name
      }
    }
    return nil
  }

  /// A name in round brackets that a dash follows and a place in capitals comes before.
  private static func parenthesis(in line: ArraySlice<UInt8>) -> String? {
    guard let open = line.firstIndex(of: UInt8(ascii: "(")), open - line.startIndex < 60,
      let close = line[open...].firstIndex(of: UInt8(ascii: ")")), close - open < 40,
      isPlace(line[..<open]), startsWithDash(line[(close + 1)...])
    else { return nil }
    let name = String(decoding: line[(open + 1)..<close], as: UTF8.self)
    let startsWithLetter = name.utf8.first.map { $0.isASCIILetter || $0 >= 0x80 } ?? false
    return startsWithLetter ? name : nil
  }

  /// Whether the head of a line is a place: its first word is in capitals.
  private static func isPlace(_ head: ArraySlice<UInt8>) -> Bool {
    let word = head.prefix { $0 != 0x20 && $0 != UInt8(ascii: ",") }
    return word.count > 1 && !word.contains(where: \.isASCIILowercase)
      && word.contains(where: \.isASCIIUppercase)
  }

  private static func startsWithDash(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.drop { $0 == 0x20 }
    let isLongDash =
      rest.starts(with: [0xE2, 0x80, 0x93]) || rest.starts(with: [0xE2, 0x80, 0x94])
    return rest.first == UInt8(ascii: "-") || isLongDash
  }

  /// The agency of "Reporting by Reuters"; a line on additional reporting names no author.
  private func credit(_ line: String) -> String? {
    let folded = Self.folded(line)
    if folded.hasPrefix("additional ") || folded.hasPrefix("with ") { return nil }
    for lead in ["reporting by ", "source ", "by ", "from ", "text ", "copyright "]
    where folded.hasPrefix(lead) {
      if let name = names[String(folded.dropFirst(lead.utf8.count))] { return name }
    }
    return names[folded]
  }

  /// The agency of a last line such as "(AFP)", "Source: Kyodo" or "Reporting by Yonhap".
  private func tail(_ text: String) -> String? {
    let bytes = Array(text.utf8.suffix(Self.tailBytes))
    for line in bytes.split(separator: 0x0A).suffix(3).reversed() where line.count < 60 {
      if let name = credit(String(decoding: line, as: UTF8.self)) { return name }
    }
    return nil
  }

  /// The words of a name in lower case, one space between them.
  private static func folded(_ name: String) -> String {
    var scanner = WordScanner(Array(name.utf8))
    var words: [String] = []
    while scanner.next() { words.append(String(decoding: scanner.word, as: UTF8.self)) }
    return words.joined(separator: " ")
  }
}
