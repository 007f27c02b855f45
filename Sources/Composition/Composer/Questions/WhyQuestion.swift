import NewsModel
import Primitives

/// Turns "France opposes the office because ..." into "Why does France oppose the office?".
///
/// Only for a sentence that opens with a name, goes on with a verb whose forms are known, and gives the reason right behind a plain
/// predicate; the question repeats the sentence's own words.
struct WhyQuestion {
  private static let lengths = 1...12
  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "should", "must", "did", "does", "do",
  ]
  private static let unfit: Set<String> = [
    "and", "but", "which", "who", "yesterday", "today", "tomorrow", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "ago", "mostly", "partly", "also",
    "perhaps", "only", "largely", "mainly", "probably", "likely", "simply", "reportedly",
    "partially", "apparently", "allegedly", "that", "just", "even", "not",
  ]

  /// The question that the sentence answers.
  let question: String

  /// Reads the question off a sentence and the reason in it; nil when it answers none.
  init?(_ sentence: Material.Sentence, _ reason: Reason, in filed: FiledArticle, naming: Naming) {
    let words = sentence.words
    guard sentence.range.contains(reason.effect), reason.effect.end <= reason.cause.start,
      let subject = Self.subject(sentence, filed),
      let verb = words.firstIndex(where: { $0.range.start >= subject.end }),
      !words[verb].followsPause, words[verb].range.start == subject.end + 1
    else { return nil }
    let rest = words[(verb + 1)...].prefix { $0.range.end <= reason.effect.end }
    guard Self.lengths.contains(rest.count), Self.isPlain(rest, filed),
      let first = rest.first, let last = rest.last,
      let shown = filed.text.words(at: ByteRange(first.range.start, last.range.end)),
      let name = Self.name(of: subject, filed, naming)
    else { return nil }
    let lower = words[verb].lower
    if Self.auxiliaries.contains(lower) {
      guard rest.count > 1 else { return nil }
      question = "Why \(lower) \(name) \(shown)?"
    } else if let form = EnglishWords.verbForms[lower] {
      question = "Why \(form.auxiliary) \(name) \(form.base) \(shown)?"
    } else {
      return nil
    }
  }

  /// The name at the start of the sentence, with or without "the".
  private static func subject(_ sentence: Material.Sentence, _ filed: FiledArticle) -> ByteRange? {
    let start = sentence.body.start
    let opening = filed.text.bytes[start..<min(start + 4, sentence.body.end)]
    let places = opening.elementsEqual("The ".utf8) ? [start, start + 4] : [start]
    return filed.analysis.entities.flatMap(\.mentions)
      .filter { places.contains($0.start) }
      .max { ($0.end, $1.start) < ($1.end, $0.start) }
  }

  private static func name(of mention: ByteRange, _ filed: FiledArticle, _ naming: Naming)
    -> String?
  {
    let entity = filed.analysis.entities.first { $0.mentions.contains(mention) }
    guard let entity, !Pronouns.all.contains(filed.text[mention].lowercased()) else { return nil }
    let name = naming.inSentence(filed.entity(entity.id))
    return name.utf8.contains(where: \.isASCIIUppercase) ? name : nil
  }

  /// No pause, quotation, pronoun, conjunction or day inside; the end is no small word.
  private static func isPlain(_ words: ArraySlice<Word>, _ filed: FiledArticle) -> Bool {
    guard let last = words.last, !EnglishWords.functionWords.contains(last.lower) else {
      return false
    }
    return words.allSatisfy { word in
      !word.followsPause && !word.isQuoted && !Pronouns.all.contains(word.lower)
        && !Pronouns.demonstratives.contains(word.lower) && !unfit.contains(word.lower)
        && !EnglishWords.sayingVerbs.contains(word.lower)
    }
  }
}
