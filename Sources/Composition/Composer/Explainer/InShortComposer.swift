import NewsModel
import Primitives

/// "In short": three sentences that tell what the topic is about.
struct InShortComposer {
  let material: Material
  private static let length = 3
  /// The news stands in the first sentences of an article.
  private static let leadSentences = 4

  func compose(_ used: inout UsedSentences) -> ExplainerSection? {
    var texts: [CitedText] = []
    // Two figures for one thing are an old and a new count: only the first is shown.
    var counted: Set<String> = []
    let leads = material.ranked { $0.position < Self.leadSentences && isNews($0) }
    let newest = newestDays(leads)
    for sentence in leads + stages() + material.ranked(isNews) {
      if texts.count == Self.length { break }
      let units = Set(CountedNoun.all(in: sentence.words).map(\.unit))
      guard counted.isDisjoint(with: units), isNewest(sentence, units, newest),
        let text = used.take(sentence, from: material, .subject)
      else { continue }
      counted.formUnion(units)
      texts.append(text)
    }
    return NonEmpty(texts).map {
      ExplainerSection(kind: .inShort, blocks: NonEmpty(.init(texts: $0)))
    }
  }

  /// The latest day on which each thing is counted: tolls rise.
  private func newestDays(_ leads: [Material.Sentence]) -> [String: CivilDate] {
    var days: [String: CivilDate] = [:]
    for sentence in leads {
      guard let day = material.day(sentence) else { continue }
      for counted in CountedNoun.all(in: sentence.words) {
        days[counted.unit] = max(days[counted.unit] ?? day, day)
      }
    }
    return days
  }

  private func isNewest(
    _ sentence: Material.Sentence, _ units: Set<String>, _ newest: [String: CivilDate]
  ) -> Bool {
    guard let day = material.day(sentence) else { return true }
    return units.allSatisfy { unit in newest[unit].map { $0 <= day } ?? true }
  }

  /// The sentences that say how far a plan or an agreement is, the most central first.
  private func stages() -> [Material.Sentence] {
    material.ranked { sentence in
      isNews(sentence)
        && material.originals[sentence.article].analysis.programmes.contains { programme in
          programme.evidence.contains { sentence.range.contains($0) }
        }
    }
  }

  /// Whether it tells what is in the reporter's words, not what would be, nor a quotation.
  private func isNews(_ sentence: Material.Sentence) -> Bool {
    let words = sentence.words
    guard let first = words.first else { return false }
    return !["if", "whether", "asked"].contains(first.lower) && !startsWithAge(words)
      && words.firstUnquoted(EnglishWords.refusals) == nil
      && words.count(where: \.isQuoted) * 4 <= words.count
  }

  /// "Ada Quill, 30, was ...": somebody who was there, not what happened.
  private func startsWithAge(_ words: [Word]) -> Bool {
    words.prefix(4).dropFirst().contains { word in
      word.followsPause && word.lower.utf8.count == 2
        && word.lower.utf8.allSatisfy(\.isASCIIDigit)
    }
  }
}
