import Linguistics
import Primitives

/// Turns tokens into words to compare.
struct WordReader {
  private(set) var words: [ReadWord] = []
  private(set) var names: [ReadText.Name] = []

  init(_ annotated: AnnotatedText, tokens: Range<Int>) {
    var places: [Int: Int] = [:]
    var kept: [Int] = []
    for token in tokens where !annotated.word(token).allSatisfy(\.isWhitespace) {
      places[token] = kept.count
      kept.append(token)
    }
    var labels: [Int: String] = [:]
    for name in annotated.names { for token in name.tokens { labels[token] = name.label } }
    words = kept.map { token in
      Self.word(token, annotated, label: labels[token], places: places)
    }
    for name in annotated.names {
      let own = name.tokens.compactMap { places[$0] }
      guard let first = own.first, let last = own.last else { continue }
      let spelling = words[first...last].filter { !Self.articles.contains($0.form) }.map(\.form)
      names.append(
        .init(words: first..<last + 1, label: name.label, spelling: spelling.joined(separator: " "))
      )
    }
  }

  private static let articles: Set<String> = ["the", "a", "an", "'s", "\u{2019}s"]
  private static let telling: Set<String> = ["NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV", "X", ""]
  private static let named: Set<String> = [
    "PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW",
  ]

  private static func word(
    _ token: Int, _ annotated: AnnotatedText, label: String?, places: [Int: Int]
  ) -> ReadWord {
    let form = annotated.word(token).lowercased()
    let syntax = annotated.syntax
    let lemma = syntax.map { $0.lemmas[token].lowercased() } ?? WordStem.of(form)
    let part = syntax?.partsOfSpeech[token] ?? ""
    let isWord = form.utf8.contains { $0 >= 0x80 || $0.isASCIILetter || $0.isASCIIDigit }
    let isContent =
      isWord && telling.contains(part) && !AnswerWords.light.contains(form)
      && !AnswerWords.light.contains(lemma)
    let place = isWord ? WordVectors.shared.place(of: form) : nil
    let isName = part == "PROPN" || (label.map { named.contains($0) } ?? false)
    return ReadWord(
      range: annotated.tokens[token].range, form: form, lemma: lemma, part: part,
      arc: syntax?.dependencies[token] ?? "",
      head: syntax.flatMap { places[$0.heads[token]] } ?? places[token] ?? 0,
      isContent: isContent, isName: isName && isContent,
      rarity: rarity(form, place),
      vector: isContent ? place.map { WordVectors.shared.vector(at: $0) } ?? [] : [])
  }

  /// A number is as rare as a word that is used now and then; its digits say how rare it is not.
  private static let numberRarity = 5.0

  private static func rarity(_ form: String, _ place: Int?) -> Double {
    if form.utf8.first?.isASCIIDigit == true { return numberRarity }
    return place.map { WordVectors.shared.rarity(at: $0) } ?? WordVectors.unknownRarity
  }
}
