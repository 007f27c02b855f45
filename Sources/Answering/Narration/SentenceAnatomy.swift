import Linguistics
import Primitives

/// What the grammar of a rule-made sentence tells: its verbs, who says it, what explains a name.
///
/// Ranges are of the sentence's items. Without grammar there is nothing to tell, and so less is allowed.
struct SentenceAnatomy {
  /// Who says what a sentence says, as one stretch at its start or end.
  struct Attribution {
    /// The speaker, the verb and when it was said, in this order, without marks.
    let words: [Range<Int>]
    /// Everything that belongs to the attribution where it stands, with the marks that join it.
    let whole: Range<Int>
    /// What is said, without marks and "that" at its ends.
    let said: Range<Int>
    /// Whether it stands at the end.
    let isLast: Bool
  }

  private let items: [SentenceTokens.Item]
  private let syntax: Syntax?
  /// The parser's token of each item; nil for what was left out.
  private let parsed: [Int?]
  /// The items of each token of the parser.
  private let itemsOf: [[Int]]

  init(_ tokens: SentenceTokens, annotate: AnswerRanker.Annotator) {
    items = tokens.items
    let read = annotate(UTF8Text(tokens.plain))
    syntax = read.syntax
    var parsed: [Int?] = []
    var itemsOf = [[Int]](repeating: [], count: read.tokens.count)
    var next = 0
    for (index, item) in tokens.items.enumerated() {
      guard let place = item.place else {
        parsed.append(nil)
        continue
      }
      while next + 1 < read.tokens.count, read.tokens[next + 1].range.start <= place { next += 1 }
      let found = next < read.tokens.count ? next : nil
      parsed.append(found)
      if let found { itemsOf[found].append(index) }
    }
    self.parsed = parsed
    self.itemsOf = itemsOf
  }

  /// How many finite verbs a range has; nil without grammar.
  func finiteVerbs(in range: Range<Int>) -> Int? {
    guard let syntax else { return nil }
    let tags: Set<String> = ["VBD", "VBZ", "VBP", "MD"]
    return Set(range.compactMap { parsed[$0] }).count { tags.contains(syntax.tags[$0]) }
  }

  /// Whether what follows an item is what its verb says.
  func startsClause(after item: Int) -> Bool {
    guard let syntax, let cue = parsed[item], item + 1 < items.count, let next = parsed[item + 1]
    else { return false }
    return syntax.heads.indices.contains { child in
      syntax.heads[child] == cue && child != cue && syntax.dependencies[child] == "ccomp"
        && subtree(child).first == next
    }
  }

  /// Whether an item is a "that" which joins a clause to its verb.
  func isJoining(_ item: Int) -> Bool {
    guard let syntax, let token = parsed[item] else { return false }
    return syntax.dependencies[token] == "mark"
  }

  /// Descriptions beside a name, between commas: the range with the comma before it.
  func descriptions() -> [Range<Int>] {
    guard let syntax else { return [] }
    return syntax.heads.indices.compactMap { token -> Range<Int>? in
      guard syntax.dependencies[token] == "appos", syntax.heads[token] < token else { return nil }
      let tree = subtree(token)
      guard let range = range(of: tree), range.lowerBound > 0,
        items[range.lowerBound - 1].token.form == ",", range.upperBound < items.count,
        [",", "."].contains(items[range.upperBound].token.form),
        NarrationWords.determiners.contains(items[range.lowerBound].token.lower)
      else { return nil }
      let isPlain = range.allSatisfy { index in
        let word = items[index].token
        return items[index].group == nil && word.form != "\"" && word.lower != "and"
          && word.lower != "or" && !NarrationWords.negations.contains(word.lower)
          && !NarrationWords.hedges.contains(word.lower) && !isCue(index)
      }
      return isPlain ? range.lowerBound - 1..<range.upperBound : nil
    }
  }

  /// Whether an item is a verb of saying or thinking, or a word that names a source.
  func isCue(_ item: Int) -> Bool {
    let word = items[item].token.lower
    if NarrationWords.cues.contains(word) || NarrationWords.reporting.contains(word) { return true }
    guard let syntax, let token = parsed[item] else { return false }
    return NarrationWords.cues.contains(syntax.lemmas[token].lowercased())
  }

  /// The items of a token and of all below it, in order.
  private func subtree(_ token: Int) -> [Int] {
    guard let syntax else { return [] }
    return syntax.heads.indices.filter { start in
      var current = start
      for _ in 0..<syntax.heads.count {
        if current == token { return true }
        if syntax.heads[current] == current { return false }
        current = syntax.heads[current]
      }
      return false
    }
  }

  /// The items of tokens, what was put in between them included; nil when they do not stand together.
  private func range(of tokens: [Int]) -> Range<Int>? {
    let places = tokens.flatMap { itemsOf[$0] }
    guard let first = places.min(), let last = places.max() else { return nil }
    let own = Set(tokens)
    let isWhole = (first...last).allSatisfy { item in parsed[item].map(own.contains) ?? true }
    guard isWhole else { return nil }
    var end = last + 1
    while end < items.count, items[end].group != nil, parsed[end] == nil { end += 1 }
    return first..<end
  }
}

extension SentenceAnatomy {
  /// Who says the sentence, when it is said by one speaker from its first word to its last.
  func attribution() -> Attribution? {
    guard let syntax else { return nil }
    let cues = items.indices.filter(isCue)
    guard cues.count == 1, let item = cues.first, let cue = parsed[item],
      NarrationWords.reporting.contains(items[item].token.lower), syntax.heads[cue] == cue,
      !items.contains(where: { [";", ":", "?", "!", "("].contains($0.token.form) })
    else { return nil }
    let children = syntax.heads.indices.filter { syntax.heads[$0] == cue && $0 != cue }
    let subjects = children.filter { syntax.dependencies[$0] == "nsubj" }
    let clauses = children.filter { syntax.dependencies[$0] == "ccomp" }
    guard subjects.count == 1, clauses.count == 1, let speaker = range(of: subtree(subjects[0])),
      let content = range(of: subtree(clauses[0])), isNeutral(children)
    else { return nil }
    let end = items.last?.token.form == "." ? items.count - 1 : items.count
    let other = speaker.upperBound == item ? item + 1 : speaker.upperBound
    let start = min(speaker.lowerBound, item)
    // Speaker and verb stand side by side.
    guard speaker.upperBound == item || speaker.lowerBound == item + 1,
      !speaker.contains(where: { items[$0].token.form == "," || items[$0].token.form == "\"" })
    else { return nil }
    if start == 0 { return first(speaker, item, other, content, end) }
    return last(speaker, item, start, other, content, end)
  }

  /// "The minister said on Monday that ..."
  private func first(
    _ speaker: Range<Int>, _ cue: Int, _ after: Int, _ content: Range<Int>, _ end: Int
  ) -> Attribution? {
    var place = after
    while place < end, isTime(place) { place += 1 }
    let time = after..<place
    if place < end, [",", "that"].contains(items[place].token.lower) { place += 1 }
    let said = place..<end
    guard said.count > 2, content.lowerBound <= place, content.upperBound >= end,
      isPlain(said),
      !said.contains(where: { NarrationWords.pronouns.contains(items[$0].token.lower) })
    else { return nil }
    return Attribution(
      words: [speaker, cue..<cue + 1, time], whole: 0..<place, said: said, isLast: false)
  }

  /// "..., the minister said on Monday."
  private func last(
    _ speaker: Range<Int>, _ cue: Int, _ start: Int, _ after: Int, _ content: Range<Int>, _ end: Int
  ) -> Attribution? {
    var place = after
    while place < end, isTime(place) { place += 1 }
    guard place == end, start > 1 else { return nil }
    var stop = start
    while stop > 0, [",", "\""].contains(items[stop - 1].token.form) { stop -= 1 }
    let quotes = items[stop..<start].filter { $0.token.form == "\"" }.count
    guard items[stop..<start].contains(where: { $0.token.form == "," }), quotes == 0,
      content.lowerBound == 0, content.upperBound >= stop, isPlain(0..<stop)
    else { return nil }
    return Attribution(
      words: [speaker, cue..<cue + 1, after..<place], whole: stop..<end, said: 0..<stop,
      isLast: true)
  }

  /// Whether nothing takes back or weakens the verb, and nobody is addressed.
  private func isNeutral(_ children: [Int]) -> Bool {
    guard let syntax else { return false }
    let allowed: Set<String> = [
      "nsubj", "ccomp", "punct", "prep", "npadvmod", "mark", "tmod",
    ]
    return children.allSatisfy { allowed.contains(syntax.dependencies[$0]) }
  }

  /// Whether what is said holds nothing that may reach beyond it.
  private func isPlain(_ said: Range<Int>) -> Bool {
    let risky = said.contains { item in
      let word = items[item].token.lower
      return NarrationWords.risky.contains(word) && !(word == "and" && isSingle(said))
    }
    return !risky && !said.contains { items[$0].token.form == "\"" }
  }

  private func isSingle(_ range: Range<Int>) -> Bool { (finiteVerbs(in: range) ?? 2) <= 1 }

  /// Whether an item belongs to a plain time: "on Monday", "last week", a date that was put in.
  private func isTime(_ item: Int) -> Bool {
    let token = items[item].token
    if items[item].group != nil { return items[item].place == nil }
    return NarrationWords.times.contains(token.lower) || token.lower == "on"
      || (token.lower == "in" && item + 1 < items.count
        && NarrationWords.months.contains(items[item + 1].token.lower))
  }
}
