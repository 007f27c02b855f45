import NewsModel
import Primitives

/// Turns drafts into statements: bytes for tokens, form, footing and speaker.
struct StatementBuilder {
  let words: ArticleWords
  let entities: EntityTable

  /// The statements of the drafts, named in order.
  func statements(_ drafts: [StatementDraft]) -> [Statement] {
    var statements: [Statement] = []
    var resolver = SpeakerResolver(words: words, entities: entities)
    let channels = ChannelFinder(words: words, entities: entities)
    var hearsay: Range<Int>?
    for draft in drafts {
      guard let content = NonEmpty(draft.content.flatMap(pieces)) else { continue }
      let speaker = resolver.resolve(draft)
      var channel = channels.channel(draft)
      // "X reportedly objected, warning that ...": the warning is hearsay too.
      if channel == nil, let source = draft.source, source == hearsay { channel = "reportedly" }
      hearsay = channel == "reportedly" ? draft.source : hearsay
      statements.append(
        Statement(
          id: "s\(statements.count)", speaker: speaker.entity,
          source: draft.source.map(pieces) ?? [], cue: draft.cue.map(pieces) ?? [],
          content: content, form: form(draft), footing: speaker.footing,
          channel: channel, via: channels.via(draft, speaker: speaker.entity)))
    }
    return RelayChain(statements).noted()
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
}
