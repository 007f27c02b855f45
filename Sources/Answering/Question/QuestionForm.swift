import Primitives

/// A question about what is known over time: positions, changes, stages, what is to come.
///
/// Told by the words of the whole question (`question-forms.tsv`); what fits none of the forms is no such question.
public struct QuestionForm: Hashable, Sendable {
  /// What is asked for.
  public enum Kind: String, Sendable, CaseIterable {
    /// Whether somebody went from one side to the other.
    case changedSide = "changed-side"
    /// Where somebody stands.
    case stands
    /// Who is against something.
    case against
    /// Who is for something.
    case `for`
    /// Why somebody is against something.
    case whyAgainst = "why-against"
    /// Why somebody is for something.
    case whyFor = "why-for"
    /// What has changed since a day.
    case changes
    /// What is to come.
    case next
    /// How far something is.
    case stage
    /// In what the reports differ.
    case disputed
  }

  /// What is asked for.
  public let kind: Kind
  /// The words for who or what it is about; nil when the form has none.
  public let subject: String?
  /// The words for what somebody stands towards, or for the day since which.
  public let object: String?

  /// The form of a question; nil when it has none.
  /// - Complexity: O(forms · words of the question) for ordinary questions; questions of more than 40 words have no form.
  public init?(_ question: String) {
    let words = Self.words(of: question)
    guard !words.isEmpty, words.count <= 40 else { return nil }
    for form in Self.forms {
      guard let slots = form.pattern.match(words.map(\.lower)) else { continue }
      kind = form.kind
      subject = slots["x"].map { Self.text($0, words) }
      object = slots["y"].map { Self.text($0, words) }
      return
    }
    return nil
  }

  private struct Word {
    let written: Substring
    let lower: String
  }

  /// The words without the marks around them; a possessive ending goes.
  private static func words(of question: String) -> [Word] {
    question.prefix(600).split(whereSeparator: \.isWhitespace).compactMap { part in
      var word = part
      while let last = word.last, ".,?!;:\"'”’)".contains(last) { word.removeLast() }
      while let first = word.first, "\"'“‘(".contains(first) { word.removeFirst() }
      for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
      return word.isEmpty ? nil : Word(written: word, lower: word.lowercased())
    }
  }

  private static func text(_ range: Range<Int>, _ words: [Word]) -> String {
    words[range].map { String($0.written) }.joined(separator: " ")
  }

  private static let forms: [(kind: Kind, pattern: WordPattern)] =
    AnswerWords.rows(PackageResources.question_forms_tsv).compactMap { row in
      guard row.count == 2, let kind = Kind(rawValue: row[0]) else { return nil }
      return (kind, WordPattern(row[1]))
    }
}

/// A row of words with alternatives and slots.
struct WordPattern {
  private enum Part {
    case words(Set<String>, isOptional: Bool)
    case slot(String)
  }

  private let parts: [Part]
  /// How many words a slot holds at most.
  private static let longest = 8

  init(_ text: String) {
    parts = text.split(separator: " ").map { part in
      if part.hasPrefix("{") { return .slot(String(part.dropFirst().dropLast())) }
      let isOptional = part.hasPrefix("[")
      let inner = isOptional ? part.dropFirst().dropLast() : part
      return .words(Set(inner.split(separator: "|").map(String.init)), isOptional: isOptional)
    }
  }

  /// The words of each slot when all words fit; the shortest slots that do.
  func match(_ words: [String]) -> [String: Range<Int>]? { match(words, 0, 0) }

  private func match(_ words: [String], _ word: Int, _ part: Int) -> [String: Range<Int>]? {
    guard part < parts.count else { return word == words.count ? [:] : nil }
    switch parts[part] {
    case .words(let all, let isOptional):
      if word < words.count, all.contains(words[word]),
        let rest = match(words, word + 1, part + 1)
      {
        return rest
      }
      return isOptional ? match(words, word, part + 1) : nil
    case .slot(let name):
      let last = min(words.count, word + Self.longest)
      guard word < last else { return nil }
      for end in (word + 1)...last {
        guard var rest = match(words, end, part + 1) else { continue }
        rest[name] = word..<end
        return rest
      }
      return nil
    }
  }
}
