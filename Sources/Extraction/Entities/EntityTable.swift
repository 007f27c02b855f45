import NewsModel

/// The entities of an article and the entity of each name.
struct EntityTable {
  let entities: [Entity]
  /// The entity of each name of the annotated text.
  let entityOfName: [EntityIndex?]
  /// The name that each token belongs to, -1 for none.
  let nameOf: [Int32]

  /// The entity that a phrase names: the first of its names.
  func entity(in phrase: Range<Int>) -> EntityIndex? {
    for token in phrase where nameOf[token] >= 0 {
      if let entity = entityOfName[Int(nameOf[token])] { return entity }
    }
    return nil
  }
}
