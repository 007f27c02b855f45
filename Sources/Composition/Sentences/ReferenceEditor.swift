import NewsModel
import Primitives

/// Puts names in for pronouns and roles that would not be understood alone.
struct ReferenceEditor {
  let references: ReferenceIndex

  private static let persons: Set<String> = [
    "he", "she", "him", "her", "his", "hers", "himself", "herself",
  ]
  private static let things: Set<String> = ["it", "its", "they", "them", "their", "theirs"]
  private static let possessives: Set<String> = ["his", "her", "its", "their"]
  private static let firstPersons: Set<String> = [
    "i", "we", "us", "me", "my", "our", "you", "your", "ours", "mine", "i'm", "we're", "i've",
    "we've",
  ]
  private static let contractions: Set<String> = [
    "it's", "he's", "she's", "they're", "they've", "that's", "there's", "he'd", "she'd", "they'd",
    "it'll", "he'll", "she'll", "they'll",
  ]

  /// The edits; nil when a word refers to something outside the sentence that is not known.
  ///
  /// `adverb` is ", however," right behind the subject, to be dropped with it.
  func edits(_ words: [Word], adverb: ByteRange?) -> [SentenceEdit]? {
    guard let first = words.first else { return nil }
    var edits: [SentenceEdit] = []
    var seen: Set<EntityIndex> = []
    var hasPerson = false
    var skipUntil = 0
    for (index, word) in words.enumerated() {
      if word.range.start < skipUntil { continue }
      if word.isQuoted {
        guard isClearInQuotation(index, words, named: !seen.isEmpty || hasPerson) else {
          return nil
        }
        continue
      }
      if Self.firstPersons.contains(word.lower) || Self.contractions.contains(word.lower) {
        return nil
      }
      let mention = references.mention(at: word.range.start)
      let isPronoun = Self.persons.contains(word.lower) || Self.things.contains(word.lower)
      if isPronoun {
        let resolved = mention.flatMap { $0.range == word.range ? $0.entity : nil }
        if let resolved, seen.contains(resolved) { continue }
        if index > 0, isBoundInside(word, words, index, hasPerson) { continue }
        if index == 0, isImpersonal(words) { continue }
        guard let resolved, let name = name(resolved, for: word.lower, atStart: index == 0)
        else { return nil }
        edits.append(edit(word.range, name, adverb: index == 0 ? adverb : nil))
        seen.insert(resolved)
        continue
      }
      if let mention {
        if let edit = mentionEdit(mention, isFirst: word == first, seen: seen) {
          edits.append(edit)
        }
        seen.insert(mention.entity)
        if references.kind(mention.entity) == .person { hasPerson = true }
        skipUntil = mention.range.end
        continue
      }
      if word == first, word.lower == "the", isAnaphoric(words) { return nil }
      if word.isCapitalised, index > 0 { hasPerson = true }
    }
    return edits
  }

  /// "It was not clear", "It is unclear", "It remains": a subject that refers to nothing.
  private func isImpersonal(_ words: [Word]) -> Bool {
    guard words[0].lower == "it", words.count > 3,
      ["is", "was", "remains", "remained"].contains(words[1].lower)
    else { return false }
    let third = words[2].lower
    return ["unclear", "not", "unknown", "uncertain"].contains(third)
      && (third != "not" || ["clear", "known", "immediately"].contains(words[3].lower))
  }

  /// Whether a pronoun is likely bound by something before it in the same sentence.
  private func isBoundInside(_ word: Word, _ words: [Word], _ index: Int, _ hasPerson: Bool) -> Bool
  {
    if Self.persons.contains(word.lower) { return hasPerson }
    return index >= 4 && words[..<index].contains(where: \.isCapitalised)
  }

  /// Whether quoted words can be understood: a quotation must not open with a pronoun for something else.
  private func isClearInQuotation(_ index: Int, _ words: [Word], named: Bool) -> Bool {
    guard index == 0 || !words[index - 1].isQuoted else { return true }
    return !Self.persons.contains(words[index].lower) && !Self.things.contains(words[index].lower)
      && !["this", "that", "these", "those", "it's", "that's", "he's", "she's", "they're"].contains(
        words[index].lower)
  }

  /// "The" with a noun that nothing in the phrase tells apart: "The plan has ...".
  private func isAnaphoric(_ words: [Word]) -> Bool {
    for (index, word) in words.enumerated().dropFirst() {
      if index > 6 { return false }
      if word.isCapitalised || word.lower.utf8.first?.isASCIIDigit == true { return false }
      if word.followsPause { return true }
      if ["of", "for", "between", "against", "to"].contains(word.lower) { return false }
      if ["in", "at", "near", "from", "with"].contains(word.lower) {
        return !(index + 1 < words.count && words[index + 1].isCapitalised)
      }
      if EnglishWords.commonVerbs.contains(word.lower) { return true }
      if word.lower.hasSuffix("ed") || ["on", "who", "that", "which"].contains(word.lower) {
        return true
      }
    }
    return false
  }

  private func name(_ entity: EntityIndex, for pronoun: String, atStart: Bool) -> String? {
    guard let name = references.name(entity, atStart: atStart) else { return nil }
    if Self.persons.contains(pronoun), references.kind(entity) != .person { return nil }
    guard Self.possessives.contains(pronoun) else { return name }
    return name.hasSuffix("s") && pronoun == "their" ? name + "'" : name + "'s"
  }

  private func edit(_ range: ByteRange, _ name: String, adverb: ByteRange?) -> SentenceEdit {
    guard let adverb else { return SentenceEdit(range: range, words: name) }
    return SentenceEdit(range: ByteRange(range.start, adverb.end), words: name + " ")
  }

  /// The full name for a role at the start ("The ministry"), or the first name before a surname.
  private func mentionEdit(
    _ mention: (range: ByteRange, entity: EntityIndex), isFirst: Bool, seen: Set<EntityIndex>
  ) -> SentenceEdit? {
    guard !seen.contains(mention.entity),
      let name = references.name(mention.entity, atStart: isFirst)
    else { return nil }
    let words = references.words(mention.range)
    if references.kind(mention.entity) == .person, name.hasSuffix(" " + words),
      words.utf8.first?.isASCIIUppercase == true
    {
      let given = String(name.dropLast(words.count))
      return SentenceEdit(range: ByteRange(mention.range.start, mention.range.start), words: given)
    }
    let isRole =
      words.hasPrefix("The ") && !words.dropFirst(4).utf8.contains { $0.isASCIIUppercase }
    guard isFirst, isRole else { return nil }
    return SentenceEdit(range: mention.range, words: name)
  }
}
