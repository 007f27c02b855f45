import Primitives

/// Lets a narrator's text through clause by clause, where it says what its sentence says and nothing else.
///
/// A narrator is a language model, and no word of it is believed. Each of its clauses names one rule-made sentence by its
/// number in braces. The clause is taken only when it is that sentence under edits that are known not to change what is
/// said (`SentenceSlots`): every name, number, date, negation, modal and verb of saying, every other word and every mark is
/// the sentence's own, and in its place, so that nobody changes places with anybody. Else the rule-made sentence stays.
public struct NarrationGuard: Sendable {
  /// A clause of the text that readers see.
  public struct Clause: Hashable, Sendable {
    /// Its words as they are shown, with the stop or the joint before them.
    public let text: String
    /// The number of the rule-made sentence that it tells.
    public let sentence: Int
    /// Whether the words are the narrator's; else they are the rule-made sentence.
    public let isNarrated: Bool
    /// Why the narrator's words were not taken; nil when they were, or when there were none.
    public let fault: NarrationFault?
  }

  private let annotate: AnswerRanker.Annotator

  /// Creates a guard that reads with an annotator; without grammar it lets less through.
  public init(_ annotate: @escaping AnswerRanker.Annotator) {
    self.annotate = annotate
  }

  /// Whether sentences can be told one after another: none begins with a word that leans on what it was taken from.
  public static func canJoin(_ sentences: [NarratedSentence]) -> Bool {
    sentences.count < 2
      || sentences.allSatisfy { sentence in
        SentenceTokens(sentence).items.first { $0.token.isWord }.map {
          $0.group != nil || !NarrationWords.leaning.contains($0.token.lower)
        } ?? false
      }
  }

  /// The clauses that readers see, each rule-made sentence told once, in the narrator's order where it told them.
  /// - Complexity: O(words of the text · words of the sentences).
  public func checked(_ text: String, against sentences: [NarratedSentence]) -> [Clause] {
    let told = NarrationClause.clauses(of: text, limit: sentences.count) ?? []
    let bodies = sentences.map { Body($0, annotate) }
    var faults: [Int: NarrationFault] = [:]
    var good: [Int: NarrationClause] = [:]
    var order: [Int] = []
    for clause in told {
      guard let number = clause.sentence, sentences.indices.contains(number) else { continue }
      if !order.contains(number) { order.append(number) }
      // A sentence told twice is told wrongly once.
      if good[number] != nil || faults[number] != nil {
        good[number] = nil
        faults[number] = .citation
      } else if let fault = bodies[number].fault(of: clause, isFirst: order.count == 1) {
        faults[number] = fault
      } else {
        good[number] = clause
      }
    }
    order += sentences.indices.filter { !order.contains($0) }
    return joined(order, good: good, faults: faults, bodies: bodies)
  }

  private func joined(
    _ order: [Int], good: [Int: NarrationClause], faults: [Int: NarrationFault], bodies: [Body]
  ) -> [Clause] {
    var clauses: [Clause] = []
    for (place, number) in order.enumerated() {
      guard let clause = good[number] else {
        let text = bodies[number].sentence.text
        clauses.append(
          Clause(
            text: (place > 0 ? " " : "") + text, sentence: number, isNarrated: false,
            fault: faults[number]))
        continue
      }
      let before = place > 0 ? order[place - 1] : nil
      let joint =
        before.map { bodies[$0].canBeFollowed(by: bodies[number]) } == true
          && before.map { good[$0] != nil } == true ? clause.joint : .sentence
      let next = place + 1 < order.count ? good[order[place + 1]] : nil
      let endsSentence =
        next.map { following in
          following.joint == .sentence
            || !bodies[number].canBeFollowed(by: bodies[order[place + 1]])
        } ?? true
      var words = joint == .sentence ? Self.capitalised(clause.words) : clause.words
      if endsSentence, !Self.isClosed(words) { words += "." }
      let lead = joint == .sentence ? (place > 0 ? " " : "") : joint.rawValue
      clauses.append(
        Clause(text: lead + words, sentence: number, isNarrated: true, fault: nil))
    }
    return clauses
  }

  private static func capitalised(_ words: String) -> String {
    words.prefix(1).uppercased() + words.dropFirst()
  }

  private static func isClosed(_ words: String) -> Bool {
    let marks: Set<Character> = [".", "!", "?"]
    let inner =
      words.last.map { "\"\u{201D}'\u{2019}".contains($0) } == true
      ? words.dropLast() : words[...]
    return inner.last.map(marks.contains) ?? false
  }

  /// A rule-made sentence, read once.
  private struct Body {
    let sentence: NarratedSentence
    private let tokens: SentenceTokens
    private let anatomy: SentenceAnatomy
    private let slots: SentenceSlots

    init(_ sentence: NarratedSentence, _ annotate: AnswerRanker.Annotator) {
      self.sentence = sentence
      tokens = SentenceTokens(sentence)
      anatomy = SentenceAnatomy(tokens, annotate: annotate)
      slots = SentenceSlots(sentence, tokens, anatomy)
    }

    /// Why a clause does not tell the sentence; nil when it does.
    func fault(of clause: NarrationClause, isFirst: Bool) -> NarrationFault? {
      guard !clause.words.isEmpty else { return .citation }
      for wording in slots.wordings where SlotMatcher(wording, clause.tokens).matches() {
        return nil
      }
      return NarrationFault.between(
        clause.tokens, tokens.items.map(\.token), required: slots.required)
    }

    /// Whether another sentence may follow in the same one: nothing of this one reaches into it.
    func canBeFollowed(by other: Body) -> Bool {
      let isClear = anatomy.finiteVerbs(in: tokens.items.indices) == 1
      return isClear && !tokens.items.contains { ["\"", "?", "!"].contains($0.token.form) }
    }
  }
}
