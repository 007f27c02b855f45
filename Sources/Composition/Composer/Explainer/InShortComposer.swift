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
    for sentence in leads + material.ranked(isNews) {
      if texts.count == Self.length { break }
      let units = Set(CountedNoun.all(in: words(sentence)).map(\.unit))
      guard counted.isDisjoint(with: units),
        let text = used.take(sentence, from: material, .subject)
      else { continue }
      counted.formUnion(units)
      texts.append(text)
    }
    return NonEmpty(texts).map {
      ExplainerSection(kind: .inShort, blocks: NonEmpty(.init(texts: $0)))
    }
  }

  /// Whether it tells what is in the reporter's words, not what would be, nor a quotation.
  private func isNews(_ sentence: Material.Sentence) -> Bool {
    let words = words(sentence)
    guard let first = words.first else { return false }
    return !["if", "whether", "asked"].contains(first.lower) && !startsWithAge(words)
      && words.count(where: \.isQuoted) * 4 <= words.count
  }

  /// "Ada Quill, 30, was ...": somebody who was there, not what happened.
  private func startsWithAge(_ words: [Word]) -> Bool {
    words.prefix(4).dropFirst().contains { word in
      word.followsPause && word.lower.utf8.count == 2
        && word.lower.utf8.allSatisfy(\.isASCIIDigit)
    }
  }

  private func words(_ sentence: Material.Sentence) -> [Word] {
    WordScanner.words(of: material.originals[sentence.article].text, in: sentence.body)
  }
}
