import NewsModel
import Primitives

/// Turns "France opposes the office because ..." into "Why does France oppose the office?".
///
/// Only for a sentence that opens with a name, goes on with a verb that takes a position, and gives the
/// reason with "because" right behind a plain object; the question repeats the sentence's own words.
struct BecauseQuestion {
  private static let objectLengths = 1...12

  /// The question that the sentence answers; nil when it answers none.
  let question: String

  init?(_ sentence: Material.Sentence, in filed: FiledArticle, naming: Naming) {
    let words = WordScanner.words(of: filed.text, in: sentence.body)
    guard let because = words.firstIndex(where: { $0.lower == "because" && !$0.isQuoted }),
      let subject = Self.subject(sentence, filed),
      let verb = words.firstIndex(where: { $0.range.start >= subject.end }),
      !words[verb].followsPause, verb + 1 < because,
      let form = EnglishWords.positionVerbs[words[verb].lower]
    else { return nil }
    let object = words[(verb + 1)..<because]
    guard Self.objectLengths.contains(object.count), Self.isPlain(object),
      let first = object.first, let last = object.last,
      let shown = filed.text.words(at: ByteRange(first.range.start, last.range.end)),
      let name = Self.name(of: subject, filed, naming)
    else { return nil }
    question = "Why \(form.auxiliary) \(name) \(form.base) \(shown)?"
  }

  /// The name at the very start of the sentence.
  private static func subject(_ sentence: Material.Sentence, _ filed: FiledArticle) -> ByteRange? {
    filed.analysis.entities.flatMap(\.mentions)
      .filter { $0.start == sentence.body.start }
      .max { $0.end < $1.end }
  }

  private static func name(of mention: ByteRange, _ filed: FiledArticle, _ naming: Naming)
    -> String?
  {
    let entity = filed.analysis.entities.first { $0.mentions.contains(mention) }
    guard let entity, !Pronouns.all.contains(filed.text[mention].lowercased()) else { return nil }
    return naming.inSentence(filed.entity(entity.id))
  }

  /// No pause, quotation, pronoun or negation inside.
  private static func isPlain(_ words: ArraySlice<Word>) -> Bool {
    words.allSatisfy { word in
      !word.followsPause && !word.isQuoted && !Pronouns.all.contains(word.lower)
        && !Pronouns.demonstratives.contains(word.lower)
        && !["not", "and", "but", "which", "who", "yesterday", "today"].contains(word.lower)
    }
  }
}
