import NewsModel
import Primitives

/// What has changed in a topic as JSON, for the command and the API.
public struct TopicChangesDocument: Sendable, Encodable {
  /// Who speaks for the first time.
  public struct Voice: Sendable, Encodable {
    let speaker: String
    let sentence: Citation
  }

  let topic: TopicID
  let name: String
  let since: String
  let articles: [ArticleID]
  let origins: Int
  let searched: Int
  let isNewTopic: Bool
  let newVoices: [Voice]
  let reversals: [PositionDocument]
  let stages: [ProgrammeDocument]
  let claims: [ContestedClaimDocument]
  let happenings: [FollowedEventDocument]
  let corrections: [Citation]

  /// Makes the document of a topic's changes.
  public init(_ changes: TopicChanges) {
    topic = changes.topic.id
    name = changes.topic.name
    since = changes.since.description
    articles = changes.articles.map(\.id)
    origins = changes.originCount
    searched = changes.searched
    isNewTopic = changes.isNewTopic
    newVoices = changes.newVoices.map { Voice(speaker: $0.speaker.name, sentence: $0.sentence) }
    reversals = changes.reversals.map(PositionDocument.init)
    stages = changes.stages.map(ProgrammeDocument.init)
    claims = changes.claims.map(ContestedClaimDocument.init)
    happenings = changes.happenings.map(FollowedEventDocument.init)
    corrections = changes.corrections.map(\.sentence)
  }
}
