import Linguistics

/// What is mended in statements that the networks found, by the tree and by the statements beside.
extension StatementFinder {
  /// Whether a cue only names or orders something: `a technique called "seesaw"`, `share it with a friend`.
  func reportsNothing(_ draft: StatementDraft) -> Bool {
    guard let trees = words.trees, let cue = draft.cue else { return false }
    let verbs = cue.filter { trees.syntax.tags[$0].hasPrefix("VB") }
    guard let verb = verbs.last else { return false }
    if isNaming(verb, draft, trees) { return true }
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
