import Linguistics
import Primitives

/// Finds out what a question asks for and which words an answer should share with it.
///
/// The question word decides ("when" a date); for "what", "which" and "how" the noun or adjective behind
/// it does ("which city" a place, "how tall" a measure). What a noun asks for is data (`focus-nouns.tsv`).
struct QuestionAnalyser {
  private let read: ReadText
  private let text: String
  private static let questionWords: Set<String> = [
    "who", "whom", "whose", "what", "which", "when", "where", "why", "how",
  ]
  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "will", "would", "can",
    "could", "should", "shall", "may", "might", "must",
  ]
  private static let classifiers: Set<String> = ["kind", "type", "sort", "name", "form", "one"]

  init(_ text: String, read: ReadText) {
    self.text = text
    self.read = read
  }

  func question() -> Question {
    var kind = AnswerKind.thing
    var focus: Int?
    let asker = read.words.firstIndex { Self.questionWords.contains($0.form) }
    if let first = read.words.first, Self.auxiliaries.contains(first.form) {
      kind = .yesNo
    } else if let asker {
      (kind, focus) = asked(by: asker)
    } else if read.words.first?.form == "name" {
      focus = noun(after: 0)
      kind = focus.flatMap(kind(of:)) ?? .name
    }
    // "Where is the summit held?" asks what "Where is the summit?" asks: "the summit in Lithuania" answers both.
    let occurring = mainVerb(asker).flatMap { isOccurring($0, kind) ? $0 : nil }
    let verb = occurring == nil ? mainVerb(asker) : nil
    let speaker = self.speaker(asker, verb)
    if !speaker.isEmpty, kind == .thing || kind == .manner { kind = .statement }
    if kind == .thing || kind == .person, isDefinition(asker, verb) { kind = .definition }
    let measure = asker.flatMap { read.words[$0].form == "how" ? $0 + 1 : nil }
    let terms = read.words.indices.filter { place in
      let word = read.words[place]
      return word.isContent && !word.isMannerAdverb && !(kind == .statement && place == verb)
        && !(kind == .definition && AnswerWords.roleNouns.contains(word.lemma))
        && !(place == 0 && word.form == "name") && place != measure && !isWithheld(place)
        && place != occurring
    }
    return Question(
      text: text, kind: kind, read: read, terms: terms, focus: focus,
      isFocusOpen: isOpen(asker, focus), verb: verb,
      speaker: kind == .statement ? speaker : [], role: role(asker, focus, verb))
  }

  /// Whether the main verb of a question where or when tells nothing but that something is: "held", "happen", "located".
  private func isOccurring(_ verb: Int, _ kind: AnswerKind) -> Bool {
    let word = read.words[verb]
    let isPassive = read.words.contains { $0.arc == "auxpass" && $0.head == verb }
    return [.place, .date].contains(kind) && AnswerWords.occurring.contains(word.lemma)
      && (isPassive || word.lemma != "hold")
  }

  /// "say" in "What did the ministry decline to say?": what was not said has other words.
  private func isWithheld(_ place: Int) -> Bool {
    let word = read.words[place]
    return word.arc == "xcomp" && word.head != place && AnswerWords.saying.contains(word.lemma)
      && !AnswerWords.saying.contains(read.words[word.head].lemma)
  }

  private func asked(by asker: Int) -> (AnswerKind, Int?) {
    switch read.words[asker].form {
    case "who", "whom", "whose": return (.person, office(asker))
    case "when": return (.date, nil)
    case "where": return (.place, nil)
    case "why": return (.reason, nil)
    case "how": return measured(asker)
    default:
      guard let focus = noun(after: asker) else { return (.thing, nil) }
      return (kind(of: focus) ?? (asksName(asker) ? .name : .thing), focus)
    }
  }

  /// The noun in "Who was the pilot of ...": what somebody has to be to answer.
  private func office(_ asker: Int) -> Int? {
    guard asker + 1 < read.words.count, read.words[asker + 1].isCopula,
      let noun = noun(after: asker), read.words[noun].part == "NOUN"
    else { return nil }
    return noun
  }

  /// Whether the question word stands before the noun without a verb between them.
  private func isOpen(_ asker: Int?, _ focus: Int?) -> Bool {
    guard let asker, let focus, asker < focus else { return false }
    return !read.words[asker..<focus].contains { $0.isCopula || $0.part == "AUX" }
  }

  /// "how many", "how old", "how tall"; else the way in which something is done.
  private func measured(_ asker: Int) -> (AnswerKind, Int?) {
    guard asker + 1 < read.words.count else { return (.manner, nil) }
    let next = read.words[asker + 1]
    switch next.form {
    case "many":
      let focus = noun(after: asker + 1)
      return (.number, focus)
    case "much":
      let focus = noun(after: asker + 1).flatMap { $0 == asker + 2 ? $0 : nil }
      return (focus == nil ? .money : .quantity, focus)
    case "old": return (.age, nil)
    case "long": return (.duration, nil)
    case "often", "soon", "late", "early": return (.date, nil)
    default: return (next.part == "ADJ" || next.part == "ADV" ? .quantity : .manner, nil)
    }
  }

  /// The noun that the question word stands before, or that "what is the ..." names.
  private func noun(after asker: Int) -> Int? {
    var place = asker + 1
    var isOpen = true
    while place < read.words.count, read.words[place].isCopula || read.words[place].isDeterminer {
      if read.words[place].isCopula { isOpen = false }
      place += 1
    }
    // The last noun of a run of adjectives and nouns is its head.
    var head: Int?
    while place < read.words.count, read.words[place].isNominal {
      if read.words[place].isNoun { head = place }
      place += 1
    }
    guard let head else { return nil }
    let isClassifier = Self.classifiers.contains(read.words[head].lemma)
    if isClassifier, place < read.words.count, read.words[place].form == "of" {
      return noun(after: place) ?? head
    }
    // "What does the company make": the noun is the subject, not what is asked for.
    if isOpen || !isClassifier { return head }
    return head
  }

  private func kind(of place: Int) -> AnswerKind? {
    let word = read.words[place]
    if let known = AnswerWords.focusKinds[word.lemma] ?? AnswerWords.focusKinds[word.form] {
      return known
    }
    if AnswerWords.personNouns.contains(word.lemma) { return .person }
    return FocusNouns.shared.kind(like: word)
  }

  /// Whether it asks for the name of something.
  private func asksName(_ asker: Int) -> Bool {
    read.words[(asker + 1)...].prefix(4).contains { $0.form == "name" || $0.form == "names" }
  }

  /// In which place of the verb the answer stands.
  private func role(_ asker: Int?, _ focus: Int?, _ verb: Int?) -> Question.Role? {
    guard let asker, let verb, read.words[verb].isContent else { return nil }
    if ["where", "when"].contains(read.words[asker].form) { return .adjunct }
    for place in [focus, asker].compactMap({ $0 }) where read.words[place].head == verb {
      switch read.words[place].arc {
      case "nsubj": return .subject
      case "dobj", "nsubjpass", "attr", "dative": return .object
      default: continue
      }
    }
    return nil
  }

  private func mainVerb(_ asker: Int?) -> Int? {
    let root = read.words.indices.first {
      read.words[$0].head == $0 && read.words[$0].part == "VERB"
    }
    return root ?? read.words.indices.first { read.words[$0].part == "VERB" }
  }

  /// The content words of the subject of a verb of saying, in "What does X say about Y?".
  ///
  /// By the tree, else by order alone: names that the parser does not know break the tree.
  private func speaker(_ asker: Int?, _ verb: Int?) -> [Int] {
    if let verb, AnswerWords.saying.contains(read.words[verb].lemma) {
      let subject = read.words.indices.filter { place in
        read.words[place].isContent && place < verb && read.isUnder(place, verb, arc: "nsubj")
      }
      if !subject.isEmpty { return subject }
    }
    guard asker == 0, read.words.count > 2, Self.auxiliaries.contains(read.words[1].form),
      read.words[0].form == "what",
      let saying = read.words.firstIndex(where: { AnswerWords.saying.contains($0.lemma) }),
      saying > 2, !read.words[2..<saying].contains(where: { $0.part == "VERB" })
    else { return [] }
    return (2..<saying).filter { read.words[$0].isContent }
  }

  /// Whether a name or noun is all that the question holds beside "what is" or "who is".
  private func isDefinition(_ asker: Int?, _ verb: Int?) -> Bool {
    guard let asker, asker == 0, verb == nil, read.words.count > 2, read.words[1].isCopula else {
      return false
    }
    let rest = read.words[2...].filter {
      $0.part != "PUNCT" && !$0.isDeterminer && !AnswerWords.roleNouns.contains($0.lemma)
    }
    guard !rest.isEmpty else { return false }
    let isName = rest.allSatisfy { $0.isName || $0.part == "PROPN" || $0.part == "PART" }
    return isName
      || (read.words[asker].form == "what" && rest.count <= 2
        && rest.allSatisfy { $0.part == "NOUN" || $0.part == "ADJ" })
  }
}

extension ReadWord {
  fileprivate var isCopula: Bool {
    ["is", "was", "are", "were", "'s", "\u{2019}s", "be"].contains(form) && part != "PART"
  }
  fileprivate var isMannerAdverb: Bool { part == "ADV" && form.hasSuffix("ly") }
  fileprivate var isDeterminer: Bool {
    part == "DET" || part == "PRON" && arc == "poss" || form == "the" || form == "a" || form == "an"
  }
  fileprivate var isNoun: Bool { part == "NOUN" || part == "PROPN" || part.isEmpty }
  fileprivate var isNominal: Bool {
    isNoun || part == "ADJ" || part == "NUM" || form == "-" || arc == "amod" || arc == "compound"
      || arc == "advmod" && part == "ADV" || form == "'s" && part == "PART"
  }
}

extension ReadText {
  /// Whether a word stands under another by an arc whose label starts so.
  func isUnder(_ place: Int, _ top: Int, arc: String) -> Bool {
    var current = place
    for _ in 0..<words.count {
      let head = words[current].head
      if head == top { return words[current].arc.hasPrefix(arc) }
      if head == current { return false }
      current = head
    }
    return false
  }
}
