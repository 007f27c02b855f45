import NewsModel
import Primitives

/// Turns drafts into statements: bytes for tokens, form, footing and speaker.
struct StatementBuilder {
  let words: ArticleWords
  let entities: EntityTable

  /// The statements of the drafts, named in order.
  func statements(_ drafts: [StatementDraft]) -> [Statement] {
    var statements: [Statement] = []
    for draft in drafts {
      guard let content = NonEmpty(draft.content.flatMap(pieces)) else { continue }
      statements.append(
        Statement(
          id: "s\(statements.count)", speaker: speaker(draft),
          source: draft.source.map(pieces) ?? [], cue: draft.cue.map(pieces) ?? [],
          content: content, form: form(draft), footing: footing(draft)))
    }
    return statements
  }

  /// The bytes of a token range, cut where a paragraph ends.
  private func pieces(_ tokens: Range<Int>) -> [ByteRange] {
    var pieces: [ByteRange] = []
    var start = tokens.lowerBound
    for token in tokens where token > start && words.startsParagraph(token) {
      pieces.append(words.range(start..<token))
      start = token
    }
    if start < tokens.upperBound { pieces.append(words.range(start..<tokens.upperBound)) }
    return pieces
  }

  private func form(_ draft: StatementDraft) -> StatementForm {
    let isQuoted = draft.content.allSatisfy { piece in
      words.has(piece.lowerBound, .quoteMark) && words.has(piece.upperBound - 1, .quoteMark)
    }
    if isQuoted { return .direct }
    return draft.content.contains { $0.contains { words.has($0, .quoteMark) } } ? .mixed : .indirect
  }

  private func speaker(_ draft: StatementDraft) -> EntityIndex? {
    guard let source = draft.source else { return nil }
    return entities.entity(in: source)
  }

  private func footing(_ draft: StatementDraft) -> Footing {
    guard let source = draft.source else { return .unstated }
    if entities.entity(in: source) != nil { return .named }
    if source.contains(where: { words.has($0, .document) }) { return .document }
    if source.contains(where: { words.has($0, [.role, .institution]) }) { return .role }
    return .unstated
  }
}
