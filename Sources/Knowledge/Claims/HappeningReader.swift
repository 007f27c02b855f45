import NewsModel
import Primitives

/// Reads the days of happenings, who is held responsible, and what is denied.
enum HappeningReader {
  /// How many words behind a word of blame can name the one who is blamed.
  private static let blameReach = 3
  /// How many telling words a denied claim must have to be looked for.
  private static let deniedWords = 4

  /// The happenings of an article that fall on a day.
  static func dates(in filed: FiledArticle, _ sentences: [ClaimSentence]) -> [ClaimMention] {
    filed.analysis.events.compactMap { event in
      guard event.status == .happened || event.status == .scheduled, !event.range.isEmpty,
        let days = DateSpan.days(event.when), days.lowerBound == days.upperBound,
        let sentence = sentences.first(where: { $0.range.contains(event.range) }),
        sentence.scene.days.count == 1
      else { return nil }
      let time = filed.analysis.times.first {
        event.range.contains($0.range) && $0.value == event.when
      }
      let words = sentence.words.filter { word in
        event.range.contains(word.range) && !(time.map { $0.range.contains(word.range) } ?? false)
      }
      let telling = Set(words.filter(\.isTelling).map(\.matter))
      let participants = Set(event.participants.map { filed.entity($0) })
      guard let time, !participants.isEmpty else { return nil }
      return ClaimMention(
        value: .days(days, timex: event.when),
        key: Set(participants.map { StableHash.of($0.rawValue.utf8) }),
        group: event.status.rawValue, context: telling, sentenceWords: telling, words: time.range,
        scene: sentence.scene, speaker: sentence.speaker(of: time.range),
        shown: filed.text[time.range])
    }
  }

  /// Those who are blamed by name.
  static func culprits(in filed: FiledArticle, _ sentences: [ClaimSentence]) -> [ClaimMention] {
    var mentions: [(range: ByteRange, id: EntityID)] = []
    for (entity, id) in zip(filed.analysis.entities, filed.entities)
    where [.person, .organisation, .government, .group].contains(entity.kind) {
      mentions += entity.mentions.map { ($0, id) }
    }
    mentions.sort { $0.range < $1.range }
    return sentences.flatMap { sentence in
      sentence.words.enumerated().compactMap { index, word -> ClaimMention? in
        guard ClaimLanguage.blameWords.contains(word.lower), index + 1 < sentence.words.count
        else { return nil }
        let last = sentence.words[min(index + blameReach, sentence.words.count - 1)]
        let near = ByteRange(word.range.end, last.range.end)
        guard let blamed = mentions.first(where: { near.overlaps($0.range) }),
          blamed.range.start >= word.range.end
        else { return nil }
        let around = sentence.telling.subtracting([word.matter])
        return ClaimMention(
          value: .culprit(blamed.id), key: [], group: nil, context: around,
          sentenceWords: around, words: blamed.range, scene: sentence.scene,
          speaker: sentence.speaker(of: blamed.range) ?? accuser(before: word, in: sentence),
          shown: filed.text[blamed.range])
      }
    }
  }

  /// The speaker of the statement that a word of blame reports.
  private static func accuser(before word: ClaimWord, in sentence: ClaimSentence) -> EntityID? {
    let filed = sentence.filed
    let reported = filed.analysis.statements.first { statement in
      statement.cue.contains { $0.contains(word.range) }
    }
    return reported?.speaker.map { filed.entity($0) }
  }

  /// What is denied, by the statements that deny it.
  static func denials(in filed: FiledArticle, _ sentences: [ClaimSentence]) -> [ClaimMention] {
    filed.analysis.statements.compactMap { statement in
      guard let speaker = statement.speaker, let cue = statement.cue.first,
        let sentence = sentences.first(where: { $0.range.contains(cue) }),
        sentence.words.contains(where: {
          cue.contains($0.range) && ClaimLanguage.denyWords.contains($0.lower)
        })
      else { return nil }
      let content = sentence.words.filter { word in
        statement.content.contains { $0.contains(word.range) }
      }
      let telling = Set(content.filter(\.isTelling).map(\.matter))
      guard telling.count >= deniedWords, let first = content.first, let last = content.last
      else { return nil }
      return ClaimMention(
        value: .isSo(false), key: [], group: nil, context: telling, sentenceWords: telling,
        words: first.range.union(last.range), scene: sentence.scene,
        speaker: filed.entity(speaker), shown: filed.text[first.range.union(last.range)])
    }
  }

  /// The sentences that say what is denied elsewhere.
  static func assertions(_ sentences: [ClaimSentence], of denied: [ClaimMention]) -> [ClaimMention]
  {
    sentences.compactMap { sentence in
      guard !sentence.words.contains(where: { ClaimLanguage.negations.contains($0.lower) }),
        denied.contains(where: { denial in
          denial.scene.version != sentence.scene.version
            || denial.scene.sentence != sentence.range
        })
      else { return nil }
      return ClaimMention(
        value: .isSo(true), key: [], group: nil, context: sentence.telling,
        sentenceWords: sentence.telling, words: sentence.range, scene: sentence.scene,
        speaker: speakerOfMost(sentence),
        shown: sentence.filed.text[sentence.range])
    }
  }

  /// The speaker of the statement that covers most of a sentence.
  private static func speakerOfMost(_ sentence: ClaimSentence) -> EntityID? {
    let filed = sentence.filed
    let covering = filed.analysis.statements.first { statement in
      let inside = statement.content.filter { sentence.range.contains($0) }.map(\.count)
      return statement.speaker != nil && inside.reduce(0, +) * 2 > sentence.range.count
    }
    return covering?.speaker.map { filed.entity($0) }
  }
}
