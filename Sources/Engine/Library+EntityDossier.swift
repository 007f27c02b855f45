import Knowledge
public import NewsModel
import Primitives
import Storage

extension Library {
  /// What the library knows of an entity over time; nil when there is no such entity.
  public func entityDossier(_ id: EntityID) throws -> EntityDossier? {
    guard let profile = try store.entity(id) else { return nil }
    let articles = try store.filed(store.articles(mentioning: profile.id))
    let evidence = CitedArticles(articles)
    let positions = try positions(in: articles)
    return EntityDossier(
      profile: profile,
      roles: RoleBuilder().roles(of: profile.id, in: articles).compactMap { history in
        guard let first = evidence.citation(history.sightings.first.passage),
          let passage = history.sightings.elements.last?.passage,
          let last = evidence.citation(passage), let sentence = evidence.sentence(passage)
        else { return nil }
        return EntityDossier.Role(history: history, first: first, last: last, sentence: sentence)
      },
      held: positions.filter { $0.holder.id == profile.id },
      towards: positions.filter { $0.target.id == profile.id },
      links: try RelationBuilder().relations(of: profile.id, in: articles).compactMap { relation in
        let other = relation.from == profile.id ? relation.to : relation.from
        let sentences = relation.passages.compactMap(evidence.sentence)
        guard let known = try store.entity(other), let cited = NonEmpty(sentences) else {
          return nil
        }
        return EntityDossier.Link(relation: relation, other: known, sentences: cited)
      })
  }
}
