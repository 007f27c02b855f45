import Engine
import NewsModel
import Primitives

/// A statement as the API gives it.
struct StatementDocument: Encodable {
  let speaker: EntityID?
  let speakerName: String?
  let form: StatementForm
  let footing: Footing
  let channel: String?
  let content: String
  let citation: Citation

  init(_ view: StatementView) {
    speaker = view.speaker?.id
    speakerName = view.speakerName
    form = view.statement.form
    footing = view.statement.footing
    channel = view.statement.channel
    content = view.citation.exact
    citation = view.sentence
  }
}

/// An event as the API gives it.
struct EventDocument: Encodable {
  let when: String
  let status: EventStatus
  let participants: [EntityID]
  let citation: Citation

  init(_ view: EventView) {
    when = view.event.when
    status = view.event.status
    participants = view.participants.map(\.id)
    citation = view.citation
  }
}

/// A sentence that a search found.
struct HitDocument: Encodable {
  let citation: Citation
  let matches: [ByteRange]
  let speaker: EntityID?
  let footing: Footing?

  init(_ hit: SearchHit) {
    citation = hit.citation
    matches = hit.matches
    speaker = hit.speaker?.id
    footing = hit.statement?.footing
  }
}

/// An article with its analysis; all ranges are bytes of `text`.
struct ArticleDocument: Encodable {
  let article: Article
  let version: VersionID
  let ordinal: Int
  let origin: OriginID
  let isCopy: Bool
  let analysis: Analysis

  init(_ filed: FiledArticle) {
    article = filed.version.article
    version = filed.version.id
    ordinal = filed.version.ordinal
    origin = filed.origin
    isCopy = filed.isCopy
    analysis = filed.analysis
  }
}
