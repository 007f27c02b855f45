import Linguistics

/// What is mended in statements that the networks found, by the tree and by the statements beside.
extension StatementFinder {
  /// Whether a cue only names or orders something: `a technique called "seesaw"`, `share it with a friend`.
  func reportsNothing(_ draft: StatementDraft) -> Bool {
    guard let trees = words.trees, let cue = draft.cue else { return false }
    let verbs = cue.filter { trees.syntax.tags[$0].hasPrefix("VB") }
    guard let verb = verbs.last else { return false }
    if isNaming(verb, draft, trees) || isReference(draft, trees) { return true }
    return draft.source == nil && verbs.count == 1 && isOrder(verb, trees)
      && contents.quotationOf[verb] < 0
  }

  /// A participle that hangs on a noun and gives it a name of a few words.
  private func isNaming(_ verb: Int, _ draft: StatementDraft, _ trees: ArticleGrammar) -> Bool {
    guard trees.syntax.tags[verb] == "VBN", Self.naming.contains(words.lower[verb]),
      let content = draft.content.first, content.count <= Self.longestName
    else { return false }
    let isClause = ["acl", "relcl", "advcl"].contains(trees.label(verb))
    let hasAgent = !trees.dependents(of: verb, labelled: ["agent"]).isEmpty
    return isClause && !hasAgent
  }

  private static let naming: Set<String> = [
    "called", "named", "dubbed", "titled", "entitled", "labeled", "labelled", "nicknamed",
    "codenamed", "known", "billed",
  ]
  private static let longestName = 8

  /// A verb in its base form that heads its sentence and has neither a subject nor a helper.
  private func isOrder(_ verb: Int, _ trees: ArticleGrammar) -> Bool {
    trees.syntax.tags[verb] == "VB" && trees.head(verb) == nil
      && trees.dependents(of: verb, labelled: ["nsubj", "nsubjpass", "aux", "auxpass"]).isEmpty
  }

  /// Whether a cue only tells on whom a report relies: `reported, citing the coast guard`.
  private func isReference(_ draft: StatementDraft, _ trees: ArticleGrammar) -> Bool {
    guard let cue = draft.cue, cue.contains(where: { trees.lemma($0) == "cite" }),
      cue.contains(where: { trees.syntax.tags[$0] == "VBG" })
    else { return false }
    let content = draft.content.flatMap(Array.init)
    let isSomebody = content.contains {
      words.nameOf[$0] >= 0 || words.has($0, [.role, .institution, .outlet])
    }
    return isSomebody
      && !content.contains { trees.isVerb($0) || words.has($0, [.auxiliary, .quoteMark]) }
  }

  /// `The paper quoted him as saying`: who is quoted is the source, and his name no part of what he says.
  func withQuoted(_ draft: StatementDraft) -> StatementDraft {
    guard let cue = draft.cue,
      cue.contains(where: { ["quoted", "quotes"].contains(words.lower[$0]) })
    else { return draft }
    let limit = min(words.count - 1, cue.upperBound + Self.longestName)
    guard
      let saying = (cue.upperBound..<max(cue.upperBound, limit)).first(where: {
        words.lower[$0] == "as" && ["saying", "telling"].contains(words.word($0 + 1))
      }), saying > cue.upperBound
    else { return draft }
    let told = cue.upperBound..<saying + 2
    var draft = draft
    draft.source = cue.upperBound..<saying
    let rest = draft.content.compactMap { piece -> Range<Int>? in
      guard piece.overlaps(told) else { return piece }
      let after = max(piece.lowerBound, told.upperBound)
      return after < piece.upperBound ? after..<piece.upperBound : nil
    }
    guard !rest.isEmpty else { return draft }
    draft.content = rest
    return draft
  }

  /// `..., he said on her account`: where something was said is no part of it.
  func withoutPlace(_ draft: StatementDraft) -> StatementDraft {
    guard let cue = draft.cue, draft.content.count > 1, draft.force == "say",
      let trees = words.trees,
      ["on", "in", "at", "via", "to"].contains(words.word(cue.upperBound - 1))
    else { return draft }
    let kept = draft.content.filter { piece in
      piece.lowerBound != cue.upperBound
        || piece.contains { trees.isVerb($0) || words.has($0, [.auxiliary, .quoteMark]) }
    }
    guard !kept.isEmpty else { return draft }
    var draft = draft
    draft.content = kept
    return draft
  }

  /// The statements without the pieces that a nearer statement has: `"A," she said. "B," she added` is two.
  func withoutDoubles(_ drafts: [StatementDraft]) -> [StatementDraft] {
    drafts.enumerated().map { number, draft in
      guard draft.content.count > 1, let cue = draft.cue, !draft.isInside else { return draft }
      let near = max(0, number - Self.near)..<min(drafts.count, number + Self.near + 1)
      let kept = draft.content.filter { piece in
        !near.contains { other in
          other != number && !drafts[other].isInside
            && isNearer(drafts[other], than: cue, to: piece)
        }
      }
      guard !kept.isEmpty, kept.count < draft.content.count else { return draft }
      var draft = draft
      draft.content = kept
      return draft
    }
  }

  /// Whether another statement holds a piece and its cue stands nearer.
  private func isNearer(_ other: StatementDraft, than cue: Range<Int>, to piece: Range<Int>) -> Bool
  {
    guard let otherCue = other.cue,
      other.content.contains(where: {
        $0.lowerBound <= piece.lowerBound && piece.upperBound <= $0.upperBound
      })
    else { return false }
    return Self.gap(otherCue, piece) < Self.gap(cue, piece)
  }

  private static func gap(_ cue: Range<Int>, _ piece: Range<Int>) -> Int {
    max(cue.lowerBound - piece.upperBound, piece.lowerBound - cue.upperBound, 0)
  }

  /// A statement shares words with one of so many before or after it.
  private static let near = 3
}
