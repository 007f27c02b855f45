import Linguistics
import NewsModel
import Primitives

/// Finds stances in statements whose cue says them outright: whoever is found to speak is for or against whom the content opens
/// with: "who accused the ministry of", "she was critical of Moss".
///
/// The speaker is the one that `SpeakerResolver` gave, so roles, relatives and pronouns count. A cue that is negated, only possible or
/// refused shows no stance, nor do words that somebody is quoted with.
struct StatementStances {
  let words: ArticleWords
  let entities: EntityTable
  let trees: ArticleGrammar
  private let lexicon = StanceLexicon.english

  /// Whom the content opens with stands within so many tokens.
  private static let reach = 6
  /// A phrase has its head within so many tokens.
  private static let longestPhrase = 6

  /// The stances of the statements, in their order.
  func stances(_ statements: [Statement]) -> [Stance] { statements.compactMap(stance) }

  private func stance(_ statement: Statement) -> Stance? {
    guard let holder = statement.speaker, statement.form != .direct,
      let range = statement.cue.first, let cue = words.tokens(in: range),
      let content = words.tokens(in: statement.content.first),
      let (word, polarity) = told(by: cue), !isUncertain(word, cue),
      let target = target(in: content, from: word), target != holder, canHold(holder)
    else { return nil }
    return Stance(
      holder: holder, target: target, polarity: polarity,
      evidence: words.range(words.sentence(of: word)))
  }

  private func canHold(_ entity: EntityIndex) -> Bool {
    switch entities.kind(entity) {
    case .person, .organisation, .government, .group, .place: true
    default: false
    }
  }

  /// The word of the cue that says a stance.
  private func told(by cue: Range<Int>) -> (word: Int, polarity: Polarity)? {
    for token in cue {
      let lemma = trees.lemma(token)
      if trees.isVerb(token), let polarity = lexicon.polarity(ofBase: lemma) {
        return (token, polarity)
      }
      if let polarity = lexicon.polarity(ofCue: lemma) { return (token, polarity) }
    }
    return nil
  }

  private func isUncertain(_ word: Int, _ cue: Range<Int>) -> Bool {
    let above = trees.head(word).map { [$0] } ?? []
    let isRefused = (Array(cue) + above).contains { lexicon.refuses(trees.lemma($0)) }
    let verbs = [word] + above.filter { trees.label(word) == "acomp" || $0 == word }
    return isRefused
      || verbs.contains { verb in
        trees.dependents(of: verb, labelled: ["neg", "aux", "mark"]).contains { child in
          trees.label(child) == "neg" || words.has(child, .negation)
            || trees.syntax.tags[child] == "MD" && words.lower[child] != "will"
            || ["if", "unless", "whether"].contains(words.lower[child])
        }
      }
  }

  /// The entity that the content opens with; of "House Speaker Erik Holm" the last, of "Holm's plan" Holm.
  private func target(in content: Range<Int>, from cue: Int) -> EntityIndex? {
    guard words.sentenceOf[content.lowerBound] == words.sentenceOf[cue] else { return nil }
    var isPastNoun = false
    for token in content.prefix(Self.reach) {
      // "calls for Moss to resign" are no calls of Moss; "the plan of Moss" is his.
      if isPastNoun, words.has(token, .preposition),
        !["by", "of", "from"].contains(words.lower[token])
      {
        return nil
      }
      isPastNoun = isPastNoun || trees.isCommonNoun(token) && !words.has(token, [.role, .title])
      if entities.entity(at: token) != nil {
        return head(of: token).flatMap { entities.entity(at: $0) }
      }
      guard opensPhrase(token) else { return nil }
    }
    return nil
  }

  /// Whether a word may stand before a name in its phrase: "fellow", "the", "on", but no verb and no "that".
  private func opensPhrase(_ token: Int) -> Bool {
    !trees.isVerb(token) && words.lower[token] != ","
      && !words.has(token, [.auxiliary, .coordinator, .quoteMark])
      && !["that", "what", "how", "whether", "as", "if"].contains(words.lower[token])
  }

  /// The token that a name in a phrase stands for: the head of the phrase, or the owner of what somebody has done.
  private func head(of token: Int) -> Int? {
    var last = token
    while last + 1 < words.count, words.nameOf[last + 1] == words.nameOf[token] { last += 1 }
    guard let above = trees.head(last), above > last, above - last <= Self.longestPhrase else {
      return last
    }
    switch trees.label(last) {
    case "poss": return StanceLexicon.deeds.contains(trees.lemma(above)) ? last : nil
    case "compound", "amod", "nmod": return above
    default: return last
    }
  }
}
