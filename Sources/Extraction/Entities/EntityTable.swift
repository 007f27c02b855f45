import NewsModel

/// The entities of an article, and the entity of each name in it.
struct EntityTable {
  let entities: [Entity]
  /// The entity of each name of the annotated text.
  let entityOfName: [EntityIndex?]
  /// The name that each token belongs to, -1 for none.
  let nameOf: [Int32]
  /// The country entities by their code.
  let countries: [String: EntityIndex]
  /// By which pronoun each entity is meant, where the article or its name tells.
  let pronouns: [PersonPronoun?]

  /// The entity that a token is part of a name of.
  func entity(at token: Int) -> EntityIndex? {
    guard nameOf.indices.contains(token), nameOf[token] >= 0 else { return nil }
    return entityOfName[Int(nameOf[token])]
  }

  /// The government that a capital stands for where it acts: `Seoul said`; the entity itself otherwise, or when the article does not
  /// name the country.
  func actor(_ entity: EntityIndex) -> EntityIndex {
    guard entities.indices.contains(entity.rawValue), kind(entity) == .place,
      let code = entities[entity.rawValue].country
    else { return entity }
    return countries[code] ?? entity
  }

  /// The kind of an entity.
  func kind(_ entity: EntityIndex) -> EntityKind { entities[entity.rawValue].kind }
}

/// The third-person pronoun of a person.
enum PersonPronoun { case he, she }
