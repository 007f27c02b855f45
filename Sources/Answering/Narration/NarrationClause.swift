import Primitives

/// A stretch of a narrator's text up to the mark of the sentence that it tells: "{2}".
struct NarrationClause {
  /// How it is joined to the clause before.
  enum Joint: String {
    /// It starts a sentence.
    case sentence = ""
    /// By a semicolon.
    case semicolon = "; "
    /// By "and".
    case and = ", and "
    /// By "while".
    case whilst = ", while "
  }

  /// Its words, without the joint before and the stop behind.
  let words: String
  /// The words as compared.
  let tokens: [NarrationToken]
  let joint: Joint
  /// The number of the sentence, from 0; nil for words that no mark follows.
  let sentence: Int?

  /// Cuts a text into its clauses; nil when it has more marks or bytes than any honest one.
  static func clauses(of text: String, limit: Int) -> [NarrationClause]? {
    guard text.utf8.count <= Self.mostBytes else { return nil }
    var clauses: [NarrationClause] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let digits = rest[rest.index(after: open)..<close]
      // Numbers of more digits name nothing.
      let number = digits.utf8.count <= 3 ? Int(digits) : nil
      clauses.append(NarrationClause(rest[..<open], sentence: number.map { $0 - 1 } ?? -1))
      guard clauses.count <= 4 * limit else { return nil }
      rest = rest[rest.index(after: close)...]
    }
    let tail = NarrationClause(rest, sentence: nil)
    return tail.tokens.isEmpty ? clauses : clauses + [tail]
  }

  private static let mostBytes = 16_384

  private init(_ text: Substring, sentence: Int?) {
    let all = NarrationTokens.of(String(text))
    var start = 0
    var joint = Joint.sentence
    if let first = all.first?.form, [".", ",", ";"].contains(first) {
      start = 1
      if first == ";" { joint = .semicolon }
    }
    if all.indices.contains(start) {
      if start == 0 || all[0].form == ",", all[start].form == "and" { joint = .and }
      if start == 0 || all[0].form == ",", all[start].form == "while" { joint = .whilst }
      if joint == .and || joint == .whilst { start += 1 }
    }
    var kept = Array(all[start...])
    if let word = kept.firstIndex(where: \.isWord) { kept[word].isInitial = true }
    let end = kept.last?.form == "." ? kept.count - 1 : kept.count
    let bytes = UTF8Text(String(text))
    words = end > 0 ? bytes[ByteRange(kept[0].start, kept[end - 1].end)] : ""
    tokens = kept
    self.joint = joint
    self.sentence = sentence
  }
}
