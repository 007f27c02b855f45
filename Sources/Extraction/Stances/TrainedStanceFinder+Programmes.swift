import NewsModel
import Primitives

/// Stances towards plans, agreements, offices and negotiations, by whatever phrase refers to them.
extension TrainedStanceFinder {
  /// The share that an answer needs. Set on articles that were read; there is no gold for programmes.
  private static let threshold: Float = 0.6

  /// Who is for or against which programme, in order.
  func towardsProgrammes() -> [StanceCandidate] {
    var found: [StanceCandidate] = []
    let rules = ProgrammeStanceRules(words: words, syntax: syntax)
    for mention in programmes.mentions {
      let number = Int(words.sentenceOf[mention.tokens.lowerBound])
      for (token, polarity) in rules.findings(mention.tokens.upperBound - 1) {
        guard let holder = entities.entity(at: token) ?? mentions.entity(ofPronoun: token),
          holder != mention.entity, canHold(holder)
        else { continue }
        let candidate = StanceCandidate(
          sentence: number, holder: holder, target: mention.entity, polarity: polarity,
          holderForm: .name, targetForm: .name, share: 1, askedShare: 1, askedNone: 0)
        if !found.contains(where: { $0.says(the: candidate) }) { found.append(candidate) }
      }
      for candidate in candidates(in: number, towards: mention.tokens, mention.entity)
      where !found.contains(where: { $0.says(the: candidate) }) {
        found.append(candidate)
      }
    }
    return found
  }

  private func candidates(
    in number: Int, towards target: Range<Int>, _ entity: EntityIndex
  ) -> [StanceCandidate] {
    let range = words.sentences[number]
    let holders = mentions.mentions(of: number).filter {
      $0.entity != entity && !$0.tokens.overlaps(target) && canHold($0.entity)
    }
    guard (4...Self.longestSentence).contains(range.count), !holders.isEmpty else { return [] }
    var sentence = StanceSentence(
      words, entities, syntax, range, model.vocabulary, marked: [target])
    let hasSpeaker = holders[0].form == .speaker
    if hasSpeaker { sentence.prependSpeaker(model.vocabulary.speaker) }
    let shift = range.lowerBound - (hasSpeaker ? 1 : 0)
    let read = model.reader.read(sentence)
    let links = TreeLinks(heads: sentence.heads)
    let place = target.lowerBound - shift..<target.upperBound - shift
    return holders.compactMap { holder in
      let span =
        holder.form == .speaker
        ? 0..<1 : holder.tokens.lowerBound - shift..<holder.tokens.upperBound - shift
      let isFirst = span.lowerBound < place.lowerBound
      let shares = model.judge.judge(
        read, links, isFirst ? span : place, isFirst ? place : span
      ).asked
      let (forIt, against) = (shares[isFirst ? 1 : 2], shares[isFirst ? 3 : 4])
      guard max(forIt, against) >= Self.threshold else { return nil }
      return StanceCandidate(
        sentence: number, holder: holder.entity, target: entity,
        polarity: forIt > against ? .for : .against, holderForm: holder.form, targetForm: .name,
        share: max(forIt, against), askedShare: max(forIt, against), askedNone: shares[0])
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

extension StanceCandidate {
  /// Whether both say the same of the same in one sentence.
  fileprivate func says(the other: StanceCandidate) -> Bool {
    sentence == other.sentence && holder == other.holder && target == other.target
  }
}
