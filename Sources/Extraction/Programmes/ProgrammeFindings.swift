import NewsModel

/// The programmes of an article, the entities that they add, and how each is referred to.
struct ProgrammeFindings {
  /// Entities that are no names of the text, in order; their numbers follow those of the table.
  private(set) var added: [Entity] = []
  /// Entities of the table that turned out to be programmes.
  private(set) var renamed: Set<EntityIndex> = []
  private(set) var programmes: [Programme] = []
  /// The tokens that refer to each programme, with its entity.
  private(set) var mentions: [(tokens: Range<Int>, entity: EntityIndex)] = []
  /// The entities that were added only because somebody is for or against them: no stage is told.
  private(set) var unstaged: Set<EntityIndex> = []

  /// Finds the programmes: by trees where there are any, else by the words near a name.
  init(words: ArticleWords, entities: EntityTable) {
    guard let finder = TrainedProgrammeFinder(words: words, entities: entities) else {
      programmes = ProgrammeFinder(words: words, entities: entities).programmes()
      return
    }
    for draft in finder.drafts() {
      let index = draft.entity ?? EntityIndex(entities.entities.count + added.count)
      guard let programme = finder.programme(draft, index) else {
        // What somebody is for or against is worth a name, even where no stage is told.
        guard draft.entity == nil, finder.isTakenSidesOn(draft),
          let entity = finder.entity(draft, index, parties: [])
        else { continue }
        added.append(entity)
        unstaged.insert(index)
        mentions += draft.mentions.map { ($0.core, index) }
        continue
      }
      if draft.entity != nil {
        renamed.insert(index)
      } else if let entity = finder.entity(draft, index, parties: programme.parties) {
        added.append(entity)
      } else {
        continue
      }
      programmes.append(programme)
      mentions += draft.mentions.map { ($0.core, index) }
    }
    mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// All entities of the article: those of the table, then those added.
  func entities(_ table: EntityTable) -> [Entity] {
    table.entities.map { renamed.contains($0.id) ? $0.asProgramme : $0 } + added
  }
}

extension Entity {
  /// The same entity with the kind `programme`.
  fileprivate var asProgramme: Entity {
    Entity(
      id: id, name: name, kind: .programme, mentions: mentions, aliases: aliases,
      descriptions: descriptions, country: country)
  }
}
