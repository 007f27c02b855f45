import Linguistics
import NewsModel
import Primitives

/// Finds the words by which an article says what something is.
///
/// "X is a ...", "X, a ...,", "X, which ..." and "a ... called X", by the tree; in the article's own voice only, since what a
/// speaker calls somebody defines nobody. Finds nothing without trees.
struct DefinitionFinder {
  let words: ArticleWords
  let entities: EntityTable
  let said: SaidTokens

  /// An explanation of more tokens is a story.
  private static let longest = 40
  /// So many explanations of one entity are enough.
  private static let mostOfOne = 6

  /// The definitions, in the order of the text.
  func definitions() -> [Definition] {
    guard let trees = words.trees else { return [] }
    var counts = [Int](repeating: 0, count: entities.entities.count)
    var found: [Definition] = []
    for (number, name) in words.names.enumerated() {
      guard let entity = entities.entityOfName[number], !said.isSaid(name.tokens.lowerBound),
        counts[entity.rawValue] < Self.mostOfOne,
        let (tokens, form) = explanation(of: name.tokens, trees)
      else { continue }
      let sentence = words.sentence(of: name.tokens.lowerBound)
      let range = trimmed(tokens.clamped(to: sentence))
      guard (2...Self.longest).contains(range.count) else { continue }
      counts[entity.rawValue] += 1
      found.append(
        Definition(
          entity: entity, range: words.range(range), form: form, sentence: words.range(sentence)))
    }
    return found
  }

  private func explanation(
    of name: Range<Int>, _ trees: ArticleGrammar
  ) -> (Range<Int>, DefinitionForm)? {
    if let naming = naming(name, trees) { return (naming, .naming) }
    guard let head = head(of: name, trees) else { return nil }
    if let copula = copula(head, name, trees) { return (copula, .copula) }
    if let apposition = apposition(head, name, trees) { return (apposition, .apposition) }
    return relative(head, name, trees).map { ($0, .relative) }
  }

  /// The word of the name on which the others hang.
  private func head(of name: Range<Int>, _ trees: ArticleGrammar) -> Int? {
    name.last { token in trees.head(token).map { !name.contains($0) } ?? true }
  }

  // MARK: X is a ...

  private func copula(
    _ head: Int, _ name: Range<Int>, _ trees: ArticleGrammar
  ) -> Range<Int>? {
    guard trees.label(head) == "nsubj", let verb = trees.head(head),
      ["is", "are", "was", "were"].contains(words.lower[verb]), verb >= name.upperBound,
      trees.dependents(of: verb, labelled: ["neg"]).isEmpty, isWholeSubject(head, name, trees),
      let complement = trees.dependents(of: verb, labelled: ["attr"]).first,
      complement > verb, trees.isCommonNoun(complement)
    else { return nil }
    let phrase = trees.phrase(complement)
    return Self.articles.contains(words.word(phrase.lowerBound)) ? phrase : nil
  }

  /// Whether the subject is the name, with no noun of its own beside: "Quay's mayor" is not Quay.
  private func isWholeSubject(
    _ head: Int, _ name: Range<Int>, _ trees: ArticleGrammar
  ) -> Bool {
    let before = trees.phrase(head).lowerBound
    return before >= name.lowerBound - 1
      && trees.dependents(of: head, labelled: ["conj"]).isEmpty
  }

  private static let articles: Set<String> = ["a", "an", "the", "one", "part", "among"]

  // MARK: X, a ...,

  private func apposition(
    _ head: Int, _ name: Range<Int>, _ trees: ArticleGrammar
  ) -> Range<Int>? {
    for noun in trees.dependents(of: head, labelled: ["appos"]) where noun >= name.upperBound {
      let phrase = trees.phrase(noun)
      let start = phrase.lowerBound
      guard words.word(start - 1) == "," || words.word(start - 1) == "(",
        trees.isCommonNoun(noun), !trees.isPlural(noun), start >= name.upperBound,
        Self.articles.contains(words.word(start)) || words.has(noun, [.role, .kin, .institution]),
        !isPlace(name) || !isAboutPeople(noun), !isSubject(phrase, trees)
      else { continue }
      return withoutNextName(phrase, after: noun)
    }
    return nil
  }

  /// `According to Holm, an area of warm water kept the ice free`: what follows the opening words is the subject, no apposition.
  private func isSubject(_ phrase: Range<Int>, _ trees: ArticleGrammar) -> Bool {
    let sentence = words.sentence(of: phrase.lowerBound)
    guard words.word(sentence.lowerBound) == "according" else { return false }
    let after = words.word(phrase.upperBound) == "," ? phrase.upperBound + 1 : phrase.upperBound
    return after < sentence.upperBound && (words.has(after, .auxiliary) || trees.isVerb(after))
  }

  private func isPlace(_ name: Range<Int>) -> Bool {
    entities.entity(at: name.lowerBound).map { entities.kind($0) == .place } ?? false
  }

  /// Whether a noun is of persons: "the town, a group of mothers" is no explanation of the town.
  private func isAboutPeople(_ noun: Int) -> Bool {
    words.has(noun, [.role, .kin]) || words.lower[noun] == "group"
      || SpeakerLexicon.english.has(words.lower[noun], .person)
  }

  /// A phrase up to ", and Anna Holm": who is joined to the explained is explained apart.
  private func withoutNextName(_ phrase: Range<Int>, after noun: Int) -> Range<Int> {
    for token in noun + 1..<max(noun + 1, phrase.upperBound - 1)
    where words.has(token, .coordinator) && words.nameOf[token + 1] >= 0 {
      let label = words.names[Int(words.nameOf[token + 1])].label
      guard label == "PERSON" else { continue }
      if words.word(token - 1) == "," { return phrase.lowerBound..<token - 1 }
      let end = words.names[Int(words.nameOf[token + 1])].tokens.upperBound
      // "a backer of the park and Eva Holm, a teacher": she is explained apart.
      if words.word(end) == ",", Self.articles.contains(words.word(end + 1)) {
        return phrase.lowerBound..<token
      }
    }
    return phrase
  }

  // MARK: X, which ...

  private func relative(
    _ head: Int, _ name: Range<Int>, _ trees: ArticleGrammar
  ) -> Range<Int>? {
    for verb in trees.dependents(of: head, labelled: ["relcl"]) {
      let phrase = trees.phrase(verb)
      guard words.word(phrase.lowerBound) == "which", words.word(phrase.lowerBound - 1) == ",",
        phrase.lowerBound == name.upperBound + 1
      else { continue }
      return phrase
    }
    return nil
  }

  // MARK: A ... called X

  private func naming(_ name: Range<Int>, _ trees: ArticleGrammar) -> Range<Int>? {
    var verb = name.lowerBound - 1
    if words.word(verb) == "the" { verb -= 1 }
    if words.word(verb) == "as" { verb -= 1 }
    guard verb > 0, ["called", "named", "dubbed", "known", "titled"].contains(words.lower[verb]),
      let noun = trees.head(verb), noun < verb, trees.isCommonNoun(noun),
      trees.label(verb) == "acl"
    else { return nil }
    let start = trees.phrase(noun).lowerBound
    var end = verb
    while end > noun + 1,
      words.has(end - 1, .adverb) || words.word(end - 1).hasSuffix("ly")
        || words.word(end - 1) == ","
    { end -= 1 }
    return start..<end
  }

  /// Without the marks that close the phrase.
  private func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var end = tokens.upperBound
    while end > tokens.lowerBound, !words.isWord(end - 1), words.word(end - 1) != "%" { end -= 1 }
    return tokens.lowerBound..<end
  }
}
