import Primitives

/// Writes a phrase as its articles write it most often.
struct PhraseWording {
  /// How many headlines one use in running text outweighs: headlines put capitals everywhere.
  private static let textWeight = 4

  private let tally: PhraseTally

  /// Knows the texts.
  init(_ tally: PhraseTally) {
    self.tally = tally
  }

  /// The name: the commonest wording, with the topic's leading name before it, and a capital first.
  func name(_ phrase: PhraseTally.Phrase) -> String {
    let words = tally.texts[phrase.place.text].words[phrase.place.words]
    let wording = commonest(words.map { $0.isStopWord ? $0.word : $0.stem }) ?? ""
    if words.count == 1, let first = words.first, let given = givenName(before: first.stem, phrase)
    {
      return Self.capitalised("\(given) \(wording)")
    }
    let isOpen = phrase.textUses > 0 && words.first.map { !$0.isCapitalised } == true
    guard isOpen, let leader = leadingName(tally.contentWords(of: phrase).map(\.stem)),
      let name = commonest([leader])
    else { return Self.capitalised(wording) }
    return Self.capitalised("\(name) \(wording)")
  }

  /// The given name that at least half of the articles write before a surname: "Ada" for "Quill"; no title.
  private func givenName(before surname: UInt64, _ phrase: PhraseTally.Phrase) -> String? {
    var articles: [UInt64: Set<Int>] = [:]
    for text in tally.texts where !text.isHeadline {
      for (index, word) in text.words.enumerated().dropFirst()
      where word.stem == surname && word.isCapitalised && word.gap == .space {
        let before = text.words[index - 1]
        guard before.isCapitalised, !before.isStopWord else { continue }
        articles[before.stem, default: []].insert(text.article)
      }
    }
    let counted = articles.mapValues(\.count)
    guard let best = counted.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      best.value >= max(2, (phrase.articles + 1) / 2), let given = commonest([best.key]),
      NameKey.titleCount("\(given) X") == 0
    else { return nil }
    return given
  }

  /// A name in most headlines that stands before the phrase's words: "Nato" for "liaison office in Tokyo".
  private func leadingName(_ stems: [UInt64]) -> UInt64? {
    let headlines = tally.texts.count { $0.isHeadline && !$0.words.isEmpty }
    let leaders = tally.headlineCounts.filter { stem, count in
      count * 10 >= headlines * 6 && !stems.contains(stem)
    }
    let counted = leaders.keys.sorted().map { ($0, usesBefore(stems, $0)) }
    guard let best = counted.max(by: { ($0.1, $1.0) < ($1.1, $0.0) }), best.1 > 1 else {
      return nil
    }
    return best.0
  }

  /// How often a capitalised word stands right before one of the phrase's words in lower case.
  private func usesBefore(_ stems: [UInt64], _ name: UInt64) -> Int {
    var uses = 0
    for text in tally.texts {
      for (index, word) in text.words.enumerated()
      where word.stem == name && word.isCapitalised && !word.isStopWord {
        var next = index + 1
        if next < text.words.count, text.words[next].gap == .possessive { next += 1 }
        guard next < text.words.count, text.words[next].gap == .space else { continue }
        if stems.contains(text.words[next].stem), !text.words[next].isCapitalised { uses += 1 }
      }
    }
    return uses
  }

  /// The commonest way a run of words is written in running text, else in headlines.
  private func commonest(_ sequence: [UInt64]) -> String? {
    var counts: [String: Int] = [:]
    for text in tally.texts {
      let words = text.words
      guard words.count >= sequence.count else { continue }
      for start in 0...(words.count - sequence.count) {
        let run = words[start..<(start + sequence.count)]
        guard run.elementsEqual(sequence, by: { ($0.isStopWord ? $0.word : $0.stem) == $1 }),
          let first = run.first, let last = run.last
        else { continue }
        let bytes = text.bytes[first.range.start..<last.range.end]
        counts[String(decoding: bytes, as: UTF8.self), default: 0] +=
          text.isHeadline ? 1 : Self.textWeight
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The words with a capital first.
  static func capitalised(_ words: String) -> String {
    var bytes = Array(words.utf8)
    if let first = bytes.first, first.isASCIILowercase { bytes[0] = first & 0xDF }
    return String(decoding: bytes, as: UTF8.self)
  }
}
