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
    var outer: [(draft: StatementDraft, speaker: ResolvedSpeaker)] = []
    for draft in drafts {
      guard let content = NonEmpty(draft.content.flatMap(pieces)) else { continue }
      let report = draft.isInside ? holder(of: draft, in: outer) : nil
      if draft.isInside, report == nil { continue }
      let speaker = resolver.resolve(draft)
      if let report, !isRelayed(draft, speaker, by: report) { continue }
      if !draft.isInside { outer.append((draft, speaker)) }
      var channel = channels.channel(draft)
      // "X reportedly objected, warning that ...": the warning is hearsay too.
      if channel == nil, let source = draft.source, source == hearsay { channel = "reportedly" }
      hearsay = channel == "reportedly" ? draft.source : hearsay
      statements.append(
        Statement(
          id: "s\(statements.count)", speaker: speaker.entity,
          source: draft.source.map(pieces) ?? [], cue: draft.cue.map(pieces) ?? [],
          content: content, form: form(draft), footing: speaker.footing,
          channel: channel,
          via: channels.via(draft, speaker: speaker.entity) ?? report?.speaker.entity))
    }
    return RelayChain(statements).noted()
  }

  /// The statement in whose content a cue stands.
  private func holder(
    of draft: StatementDraft, in outer: [(draft: StatementDraft, speaker: ResolvedSpeaker)]
  ) -> (draft: StatementDraft, speaker: ResolvedSpeaker)? {
    guard let cue = draft.cue?.lowerBound else { return nil }
    return outer.suffix(Self.reach).last { $0.draft.content.contains { $0.contains(cue) } }
  }

  /// Whether what is said inside what somebody says is a statement of its own: an outlet relays it, or somebody tells
  /// what another, who is known by name, has said.
  private func isRelayed(
    _ draft: StatementDraft, _ speaker: ResolvedSpeaker,
    by report: (draft: StatementDraft, speaker: ResolvedSpeaker)
  ) -> Bool {
    if report.speaker.footing == .outlet { return true }
    guard let source = draft.source, let cue = draft.cue, let entity = speaker.entity,
      speaker.footing == .named, entity != report.speaker.entity,
      entities.entity(at: source.upperBound - 1) == entity
    else { return false }
    return Self.speech.contains(draft.force) && !isQuoted(cue)
  }

  /// Whether the words stand in a quotation.
  private func isQuoted(_ tokens: Range<Int>) -> Bool {
    let sentence = words.sentence(of: tokens.lowerBound)
    let marks = (sentence.lowerBound..<tokens.lowerBound).filter { words.has($0, .quoteMark) }
    return !marks.count.isMultiple(of: 2)
  }

  private static let speech: Set<String> = [
    "say", "report", "announce", "claim", "deny", "confirm", "propose", "promise", "warn", "demand",
    "accuse", "threaten", "oppose", "support",
  ]

  /// A statement belongs to one of so many before it.
  private static let reach = 4

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
