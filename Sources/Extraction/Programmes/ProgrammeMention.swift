import Linguistics
import NewsModel

/// A noun phrase that may refer to a plan, agreement, office or negotiation.
struct ProgrammeMention {
  /// The head noun.
  let head: Int
  let kind: ProgrammeClass
  /// The words that tell which one it is, with the head: `liaison office`.
  let core: Range<Int>
  /// The core with a phrase behind it that names something: `liaison office in Tokyo`.
  let full: Range<Int>
  /// The full phrase with all that stands before the core: `Nato's new liaison office in Tokyo`.
  let extent: Range<Int>
  /// Whether the name of somebody or something stands in the full phrase or before it.
  let isNamed: Bool
  /// The name that it is altogether: `Paris Agreement`.
  let name: Int?
  /// Whether it starts with "the", "this" or "that".
  let isDefinite: Bool
  /// Whether nothing tells which one it is.
  let isBare: Bool
}

/// Finds the noun phrases that may refer to programmes.
struct ProgrammePhrases {
  let words: ArticleWords
  let syntax: Syntax
  private let lexicon = ProgrammeLexicon.english

  init(words: ArticleWords, syntax: Syntax) {
    self.words = words
    self.syntax = syntax
  }

  /// The mentions in order.
  func mentions() -> [ProgrammeMention] { words.lower.indices.compactMap(mention) }

  /// A name that refers to a programme by another form, such as its letters.
  func mention(_ name: Int, _ kind: ProgrammeClass) -> ProgrammeMention {
    let tokens = words.names[name].tokens
    return ProgrammeMention(
      head: tokens.upperBound - 1, kind: kind, core: tokens, full: tokens, extent: tokens,
      isNamed: true, name: name, isDefinite: true, isBare: false)
  }

  private func mention(_ head: Int) -> ProgrammeMention? {
    guard let kind = lexicon.head(words.lower[head]) ?? pointing(head), isHead(head) else {
      return nil
    }
    let sentence = words.sentence(of: head)
    if let name = named(head, kind) { return name }
    guard words.nameOf[head] < 0 else { return nil }
    var start = head
    while start > sentence.lowerBound, head - start < 10, isModifier(start - 1, of: start, head) {
      start -= 1
    }
    let core = core(start, head)
    let tail = tail(head, sentence, kind)
    let isDefinite = (start..<head).contains { ["the", "this", "that"].contains(words.lower[$0]) }
    return ProgrammeMention(
      head: head, kind: kind, core: core, full: core.lowerBound..<tail, extent: start..<tail,
      isNamed: (start..<tail).contains { words.nameOf[$0] >= 0 }, name: nil,
      isDefinite: isDefinite, isBare: isBare(core, start) && tail == head + 1)
  }

  /// `the move`: a noun that heads no name of a programme but may point back to one.
  private func pointing(_ head: Int) -> ProgrammeClass? {
    lexicon.pointsBack(words.lower[head]) ? .plan : nil
  }

  private func isHead(_ token: Int) -> Bool {
    ["NOUN", "PROPN"].contains(syntax.partsOfSpeech[token])
      && syntax.dependencies[token] != "compound"
  }

  /// A name that ends with the head is the programme's own name.
  private func named(_ head: Int, _ kind: ProgrammeClass) -> ProgrammeMention? {
    guard words.nameOf[head] >= 0, kind != .office else { return nil }
    let name = Int(words.nameOf[head])
    let tokens = words.names[name].tokens
    guard tokens.count > 1, tokens.upperBound == head + 1,
      !["PERSON", "GPE", "NORP"].contains(words.names[name].label)
    else { return nil }
    return ProgrammeMention(
      head: head, kind: kind, core: tokens, full: tokens, extent: tokens, isNamed: true, name: name,
      isDefinite: true, isBare: false)
  }

  /// Whether a token right before a noun phrase belongs to it.
  private func isModifier(_ token: Int, of start: Int, _ head: Int) -> Bool {
    let parent = syntax.heads[token]
    guard parent > token, parent <= head else { return false }
    switch syntax.partsOfSpeech[token] {
    case "ADJ", "NOUN", "PROPN", "DET", "PART", "NUM": return true
    case "PRON": return syntax.tags[token] == "PRP$"
    case "VERB": return syntax.dependencies[token] == "amod"
    case "PUNCT": return words.lower[token] == "-"
    default: return false
    }
  }

  /// The head with the modifiers that are no names, no articles and not generic.
  private func core(_ start: Int, _ head: Int) -> Range<Int> {
    var first = head
    while first > start {
      if first - 2 >= start, isJoiningHyphen(first - 1) {
        // "Labour-backed plan", "high-level talks": one word, whoever is named in it.
        first -= 2
      } else if words.nameOf[first - 1] < 0, !isEmptyModifier(first - 1) {
        first -= 1
      } else {
        break
      }
    }
    return first..<head + 1
  }

  private func isJoiningHyphen(_ token: Int) -> Bool {
    words.lower[token] == "-" && words.isGlued(token) && words.isGlued(token + 1)
  }

  private func isEmptyModifier(_ token: Int) -> Bool {
    lexicon.isGeneric(words.lower[token])
      || ["DET", "PART", "PRON", "PUNCT", "NUM"].contains(syntax.partsOfSpeech[token])
  }

  /// Whether neither the core nor a name before it tells which one it is.
  private func isBare(_ core: Range<Int>, _ start: Int) -> Bool {
    core.count == 1 && !(start..<core.lowerBound).contains { words.nameOf[$0] >= 0 }
  }

  /// The end of the phrase with `in Tokyo`, `between A and B` behind the head.
  private func tail(_ head: Int, _ sentence: Range<Int>, _ kind: ProgrammeClass) -> Int {
    let preposition = head + 1
    guard preposition < sentence.upperBound, belongs(preposition, to: head, kind) else {
      return head + 1
    }
    var end = preposition + 1
    var last = head + 1
    while end < min(sentence.upperBound, preposition + 8) {
      if words.nameOf[end] >= 0 {
        last = end + 1
      } else if words.lower[end] == "that"
        || (!words.has(end, .determiner) && words.lower[end] != "and")
      {
        break
      }
      end += 1
    }
    return last == head + 1 ? last : pastNoun(last, sentence)
  }

  /// Whether the preposition right behind a head belongs to its phrase.
  ///
  /// Of "open an office in Tokyo" the tree ties the place to the verb; it is the office's place all the same.
  private func belongs(_ preposition: Int, to head: Int, _ kind: ProgrammeClass) -> Bool {
    let governor = syntax.heads[preposition]
    if governor == head {
      return ["in", "with", "between", "at"].contains(words.lower[preposition])
    }
    return kind == .office && ["in", "at"].contains(words.lower[preposition])
      && syntax.dependencies[head] == "dobj" && governor == syntax.heads[head]
  }

  /// `between Norway and Danish officials`: the noun that the last name belongs to is part of the phrase.
  private func pastNoun(_ end: Int, _ sentence: Range<Int>) -> Int {
    let parent = syntax.heads[end - 1]
    guard (end..<min(end + 4, sentence.upperBound)).contains(parent),
      ["NOUN", "PROPN"].contains(syntax.partsOfSpeech[parent])
    else { return end }
    return parent + 1
  }
}
