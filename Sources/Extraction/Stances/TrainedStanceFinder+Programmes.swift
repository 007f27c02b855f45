import NewsModel
import Primitives

/// Stances towards plans, agreements, offices and negotiations, by whatever phrase refers to them.
extension TrainedStanceFinder {
  /// The share that an answer needs. Set on articles that were read; there is no gold for programmes.
  private static let threshold: Float = 0.6

  /// Phrases for programmes that are looked at in one sentence.
  private static let mostPhrases = 4

  /// Who is for or against which programme, in order.
  func towardsProgrammes() -> [Stance] {
    var found: [Stance] = []
    var seen: Set<[Int]> = []
    var phrases = (sentence: -1, count: 0)
    for mention in programmes.mentions {
      let number = Int(words.sentenceOf[mention.tokens.lowerBound])
      phrases = phrases.sentence == number ? (number, phrases.count + 1) : (number, 1)
      guard phrases.count <= Self.mostPhrases else { continue }
      var all = outright(in: number, towards: mention.tokens, mention.entity)
      if !programmes.unstaged.contains(mention.entity) {
        all += candidates(in: number, towards: mention.tokens, mention.entity)
      }
      for candidate in all
      where seen.insert([number, candidate.holder.rawValue, candidate.target.rawValue]).inserted {
        found.append(candidate)
      }
    }
    return found
  }

  /// What a verb or noun says in so many words.
  private func outright(
    in number: Int, towards target: Range<Int>, _ entity: EntityIndex
  ) -> [Stance] {
    let rules = ProgrammeStanceRules(words: words, syntax: syntax)
    return rules.findings(target.upperBound - 1).compactMap { token, polarity in
      guard let holder = entities.entity(at: token) ?? mentions.entity(ofPronoun: token),
        holder != entity, canHold(holder)
      else { return nil }
      return stance(holder, entity, polarity, in: number)
    }
  }

  private func candidates(
    in number: Int, towards target: Range<Int>, _ entity: EntityIndex
  ) -> [Stance] {
    let range = words.sentences[number]
    guard (4...Self.longestSentence).contains(range.count) else { return [] }
    let holders = mentions.mentions(of: number).filter {
      $0.entity != entity && !$0.tokens.overlaps(target) && canHold($0.entity)
        && $0.form != .role && $0.form != .firstPerson
    }
    guard !holders.isEmpty else { return [] }
    var sentence = StanceSentence(
      words, entities, syntax, range, model.vocabulary, marked: [target])
    let hasSpeaker = holders[0].form == .speaker
    if hasSpeaker { sentence.prependSpeaker(model.vocabulary.speaker) }
    let shift = range.lowerBound - (hasSpeaker ? 1 : 0)
    let read = model.reader.read(sentence)
    let links = TreeLinks(heads: sentence.heads)
    let place = target.lowerBound - shift..<target.upperBound - shift
    let spans = holders.map { Self.span(of: $0, less: shift) }
    let judgements = model.judge.judge(
      read, links, spans.map { $0.lowerBound < place.lowerBound ? ($0, place) : (place, $0) })
    return holders.indices.compactMap { index in
      let (holder, shares) = (holders[index], judgements[index].asked)
      let isFirst = spans[index].lowerBound < place.lowerBound
      let (forIt, against) = (shares[isFirst ? 1 : 2], shares[isFirst ? 3 : 4])
      guard max(forIt, against) >= Self.threshold else { return nil }
      return stance(holder.entity, entity, forIt > against ? .for : .against, in: number)
    }
  }

  /// Things take no side.
  private func canHold(_ entity: EntityIndex) -> Bool {
    switch entities.kind(entity) {
    case .person, .organisation, .government, .group, .place: true
    default: false
    }
  }
}
