import Linguistics

/// Statements that a noun tells: `opposition from the union to the plan`, `fears among traders that ...`.
///
/// Needs trees. The noun is the cue, who is named behind "from", "by", "among" or "of" the source, what stands behind "to",
/// "about" or "that" the content; else the subject that "faces" or "draws" it.
struct AttitudeNouns {
  let words: ArticleWords

  /// A source or a content has at most so many tokens.
  private static let longest = 60
  private static let longestSource = 14

  private static let nouns: Set<String> = [
    "opposition", "criticism", "condemnation", "objection", "resistance", "backing", "support",
    "praise", "fear", "concern", "worry", "warning", "protest", "backlash", "outrage", "scepticism",
    "skepticism", "doubt", "hope", "pressure", "demand", "appeal", "claim", "allegation",
    "accusation", "complaint", "threat", "promise", "denial",
  ]
  private static let holders: Set<String> = ["from", "by", "among"]
  private static let topics: Set<String> = ["to", "of", "about", "over", "against", "for", "on"]
  private static let receivers: Set<String> = [
    "face", "meet", "draw", "spark", "attract", "encounter", "win", "receive", "prompt", "provoke",
    "earn", "gain",
  ]

  /// The statements, but for those whose noun another statement holds as its cue.
  func drafts(beside others: [StatementDraft]) -> [StatementDraft] {
    guard let trees = words.trees else { return [] }
    let cues = Set(others.flatMap { $0.cue.map(Array.init) ?? [] })
    return (0..<words.count).compactMap { noun in
      guard trees.isCommonNoun(noun), Self.nouns.contains(trees.lemma(noun)), !cues.contains(noun)
      else { return nil }
      return draft(noun, trees)
    }
  }

  private func draft(_ noun: Int, _ trees: ArticleGrammar) -> StatementDraft? {
    let sentence = words.sentence(of: noun)
    var source: Range<Int>?
    var content: Range<Int>?
    for child in trees.dependents(of: noun, labelled: ["prep", "acl", "relcl", "ccomp"])
    where child > noun {
      if trees.label(child) == "prep" {
        let word = words.lower[child]
        guard let object = object(of: child, trees, sentence) else { continue }
        if Self.holders.contains(word), source == nil, isHolder(object) {
          source = object
        } else if Self.topics.contains(word), content == nil {
          content = object
        }
      } else if content == nil, words.lower[trees.phrase(child).lowerBound] == "that" {
        content = trees.phrase(child).clamped(to: sentence)
      }
    }
    guard let source, let content = content ?? target(of: noun, trees, sentence),
      !content.overlaps(source), !content.contains(noun), content.count >= 2,
      content.count <= Self.longest
    else { return nil }
    return StatementDraft(
      source: source, cue: noun..<noun + 1, content: [content], force: trees.lemma(noun))
  }

  private func object(
    of preposition: Int, _ trees: ArticleGrammar, _ sentence: Range<Int>
  ) -> Range<Int>? {
    guard let object = trees.dependents(of: preposition, labelled: ["pobj"]).first else {
      return nil
    }
    var phrase = trees.phrase(object).clamped(to: sentence)
    // A relative clause behind the noun tells more of it, not who it is.
    if let clause = trees.dependents(of: object, labelled: ["relcl"]).first {
      phrase =
        phrase.lowerBound..<max(object + 1, min(phrase.upperBound, trees.phrase(clause).lowerBound))
    }
    while phrase.count > 1, words.word(phrase.upperBound - 1) == "," { phrase = phrase.dropLast() }
    return phrase.isEmpty ? nil : phrase
  }

  /// Whether a phrase names who can hold a view: a name, or people by what they are.
  private func isHolder(_ phrase: Range<Int>) -> Bool {
    guard phrase.count <= Self.longestSource else { return false }
    return phrase.contains {
      words.nameOf[$0] >= 0 && words.names[Int(words.nameOf[$0])].label != "MISC"
        || words.has($0, [.role, .crowd, .institution, .kin])
        || SpeakerLexicon.english.has(words.lower[$0], .person)
    }
  }

  /// `The plan has faced opposition from ...`: what the noun is the object of has the content as its subject.
  private func target(
    of noun: Int, _ trees: ArticleGrammar, _ sentence: Range<Int>
  ) -> Range<Int>? {
    guard let verb = trees.head(noun), Self.receivers.contains(trees.lemma(verb)),
      let subject = trees.subject(of: verb), subject < noun
    else { return nil }
    return trees.phrase(subject).clamped(to: sentence)
  }
}
