import Linguistics

extension StanceSentence {
  /// The tokens of an article as the model reads them; names are told by their kind only.
  ///
  /// Marked spans are judged though they are no names.
  init(
    _ words: ArticleWords, _ entities: EntityTable, _ syntax: Syntax, _ tokens: Range<Int>,
    _ vocabulary: StanceVocabulary, marked: [Range<Int>] = []
  ) {
    var isQuoted = false
    for token in tokens {
      rows.append(Self.row(token, words, entities, syntax, vocabulary, marked))
      tags.append(vocabulary.tag(syntax.tags[token]))
      dependencies.append(vocabulary.dependency(syntax.dependencies[token]))
      let head = syntax.heads[token]
      heads.append(tokens.contains(head) ? head - tokens.lowerBound : token - tokens.lowerBound)
      switch words.lower[token] {
      case "“", "``": isQuoted = true
      case "\"": isQuoted.toggle()
      case "”", "''": isQuoted = false
      default: break
      }
      quoted.append(isQuoted ? 1 : 0)
    }
  }

  private static func row(
    _ token: Int, _ words: ArticleWords, _ entities: EntityTable, _ syntax: Syntax,
    _ vocabulary: StanceVocabulary, _ marked: [Range<Int>]
  ) -> Int32 {
    let name = words.nameOf[token]
    if name >= 0, let entity = entities.entityOfName[Int(name)] {
      return vocabulary.name(entities.kind(entity))
    }
    if syntax.partsOfSpeech[token] != "PRON", marked.contains(where: { $0.contains(token) }) {
      return vocabulary.marked
    }
    return vocabulary.row(
      word: words.lower[token], lemma: syntax.lemmas[token],
      partOfSpeech: syntax.partsOfSpeech[token])
  }
}
