import NewsModel
import Primitives

/// What is known of an entity over time as JSON, for the command and the API.
public struct EntityDocument: Sendable, Encodable {
  /// A title or office with its days.
  public struct Role: Sendable, Encodable {
    let role: String
    let articles: Int
    let heldFrom: String?
    let heldUntil: String?
    let formerSince: String?
    let first: Citation
    let last: Citation
  }

  /// A link to another entity with its sentences.
  public struct Link: Sendable, Encodable {
    let from: EntityID
    let to: EntityID
    let kind: Relation.Kind
    let origins: Int
    let sentences: [Citation]
  }

  let profile: EntityProfile
  let roles: [Role]
  let held: [PositionDocument]
  let towards: [PositionDocument]
  let relations: [Link]

  /// Makes the document of an entity.
  public init(_ dossier: EntityDossier) {
    profile = dossier.profile
    roles = dossier.roles.map { role in
      Role(
        role: role.history.role, articles: role.history.sightings.elements.count,
        heldFrom: role.history.held?.lowerBound.description,
        heldUntil: role.history.held?.upperBound.description,
        formerSince: role.history.former?.lowerBound.description, first: role.first,
        last: role.last)
    }
    held = dossier.held.map(PositionDocument.init)
    towards = dossier.towards.map(PositionDocument.init)
    relations = dossier.links.map { link in
      Link(
        from: link.relation.from, to: link.relation.to, kind: link.relation.kind,
        origins: link.relation.originCount, sentences: Array(link.sentences))
    }
  }
}
