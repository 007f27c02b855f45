import NewsModel
import Primitives

/// What can be told of an edited sentence before it is shown alone: numbers by name, which `StandaloneJudge` weighs.
///
/// The names that hold a colon belong to single words ("the:ruling"); `Training/sentences` learns a weight for those that are frequent.
struct StandaloneFeatures {
  private(set) var values: [(name: String, value: Float)] = [("bias", 1)]

  /// Reads a sentence as it would be shown.
  ///
  /// `start` is the offset of the sentence in the article, `position` its number there, `share` how far into the text it stands (0 to 1).
  init(
    _ standalone: StandaloneSentence, start: Int, position: Int, share: Float,
    history: WordHistory
  ) {
    let text = UTF8Text(
      standalone.runs.elements.map { run in
        if case .source(let words) = run { words } else { " " }
      }.joined())
    let words = WordScanner.words(of: text, in: text.fullRange)
    add(Self.places[Self.places.firstIndex { position < $0.end } ?? Self.places.count - 1].name)
    add("share", share)
    add("reporting", min(history.reporting / 10, 2))
    add("first person", min(history.firstPerson / 5, 2))
    add("questions", min(history.questions / 2, 2))
    addForm(words)
    addInsertions(standalone, history)
    addNames(words, history)
    addDefinites(words, start, history)
    addWords(words)
  }

  private static let places: [(end: Int, name: String)] = [
    (3, "early"), (6, "third to fifth"), (12, "to eleventh"), (24, "to 23rd"),
    (.max, "late"),
  ]

  private mutating func add(_ name: String, _ value: Float = 1) {
    if value != 0 { values.append((name, value)) }
  }

  /// Length and quotations.
  private mutating func addForm(_ words: [Word]) {
    let count = Float(words.count)
    add("length", count / 20)
    add("short", max(0, 12 - count) / 5)
    add("long", max(0, count - 35) / 10)
    let quoted = Float(words.count(where: \.isQuoted))
    add("quoted", quoted / max(1, count))
    add("quotation", quoted > 0 ? 1 : 0)
    add(
      "numbers",
      Float(min(3, words.count { $0.lower.utf8.first.map(\.isASCIIDigit) ?? false })))
  }

  /// What was put in.
  private mutating func addInsertions(_ standalone: StandaloneSentence, _ history: WordHistory) {
    let inserted = standalone.runs.elements.enumerated().compactMap { index, run in
      if case .inserted(let words) = run { (index: index, words: words) } else { nil }
    }
    add("insertions", Float(inserted.count))
    let names = inserted.filter { !$0.words.utf8.contains(where: \.isASCIIDigit) }
    add("dates put in", Float(inserted.count - names.count))
    // A whole name for a pronoun; one that the article hardly knows.
    if let first = names.first, first.index == 0, first.words.contains(" ") {
      add("name for pronoun")
    }
    let rarest = names.map { name in
      name.words.split(separator: " ").map { history.count($0.lowercased()) }.max() ?? 0
    }.min()
    if let rarest { add("rare name put in", rarest < 3 ? 1 : 0) }
  }

  /// Who and what is named.
  private mutating func addNames(_ words: [Word], _ history: WordHistory) {
    let names = words.dropFirst().filter {
      $0.isCapitalised && !EnglishWords.functionWords.contains($0.lower)
    }
    add("names", Float(min(names.count, 8)) / 4)
    add("no name", names.isEmpty ? 1 : 0)
    add("known name", names.contains { history.count($0.lower) >= 5 } ? 1 : 0)
    add("unknown name", names.contains { history.count($0.lower) < 2 } ? 1 : 0)
    add("name of title", names.contains { history.isInTitle($0.lower) } ? 1 : 0)
  }

  /// What stands behind "the", and what was told before.
  private mutating func addDefinites(_ words: [Word], _ start: Int, _ history: WordHistory) {
    var (known, bare, complement, knownBare, new) = (0, 0, 0, 0, 0)
    for (index, word) in words.enumerated().dropLast() {
      let noun = words[index + 1]
      guard word.lower == "the", !word.isQuoted, !noun.isCapitalised else { continue }
      let behind = words.indices.contains(index + 2) ? words[index + 2] : nil
      let isComplement =
        behind.map { !$0.followsPause && Self.complements.contains($0.lower) } ?? false
      let isBare =
        behind.map {
          $0.followsPause || $0.isCapitalised || $0.lower.hasSuffix("ed")
            || EnglishWords.functionWords.contains($0.lower)
            || EnglishWords.commonVerbs.contains($0.lower)
        } ?? true
      let isKnown = history.uses(noun.lower, before: start)
      if isComplement { complement += 1 } else if isBare { bare += 1 }
      if isKnown { known += 1 } else { new += 1 }
      if isKnown, isBare, !isComplement { knownBare += 1 }
      add("the:" + noun.lower)
      if isBare, !isComplement { add("bare:" + noun.lower) }
    }
    add("definite told before", Float(known))
    add("definite bare", Float(bare))
    add("definite with complement", Float(complement))
    add("definite bare told before", Float(knownBare))
    add("definite new", Float(new))
    let plain = words.filter {
      !$0.isQuoted && !$0.isCapitalised && !EnglishWords.functionWords.contains($0.lower)
    }
    let told = plain.count { history.uses($0.lower, before: start) }
    add("told before", Float(told) / 5)
    add("share told before", Float(told) / Float(max(1, words.count)))
  }

  private static let complements: Set<String> = [
    "of", "for", "to", "that", "who", "which", "in", "by", "between", "against",
  ]

  /// The words themselves, each once, and the first three by their place.
  private mutating func addWords(_ words: [Word]) {
    var seen: Set<String> = []
    for (index, word) in words.enumerated() {
      if index < 3 {
        let isName = word.isCapitalised && !EnglishWords.functionWords.contains(word.lower)
        add("\(index):" + (isName && index > 0 ? "NAME" : word.lower))
      }
      guard !word.isCapitalised || index == 0 else { continue }
      let name = (word.isQuoted ? "quoted:" : "word:") + word.lower
      if seen.insert(name).inserted { add(name) }
    }
  }
}
