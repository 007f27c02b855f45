import Linguistics
import NewsModel
import Primitives

/// Finds named plans, agreements and offices whose stage a sentence tells in so many words, without grammar.
struct ProgrammeFinder {
  let words: ArticleWords
  let entities: EntityTable

  /// The programmes, in order of their entities.
  func programmes() -> [Programme] {
    var names: [EntityIndex: [Int]] = [:]
    for (number, entity) in entities.entityOfName.enumerated() {
      if let entity, entities.kind(entity) == .programme {
        names[entity, default: []].append(number)
      }
    }
    return entities.entities.compactMap { entity in
      names[entity.id].flatMap { programme(entity, $0) }
    }
  }

  private func programme(_ entity: Entity, _ names: [Int]) -> Programme? {
    var evidence: [ByteRange] = []
    var parties: [EntityIndex] = []
    var stage: String?
    for sentence in sentences(of: names) {
      guard let found = self.stage(in: sentence, of: entity.id) else { continue }
      stage = found
      evidence.append(words.range(sentence))
      for party in self.parties(in: sentence) where !parties.contains(party) {
        parties.append(party)
      }
    }
    guard let stage, let ranges = NonEmpty(evidence) else { return nil }
    return Programme(entity: entity.id, stage: stage, parties: parties, evidence: ranges)
  }

  private func sentences(of names: [Int]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for name in names {
      let sentence = words.sentence(of: words.names[name].tokens.lowerBound)
      if found.last != sentence, sentence.count <= 200 { found.append(sentence) }
    }
    return found
  }

  /// The stage word nearest to the name, within a few words of it.
  private func stage(in sentence: Range<Int>, of entity: EntityIndex) -> String? {
    let places = sentence.filter { entities.entity(at: $0) == entity }
    var best: (distance: Int, stage: String)?
    for token in sentence {
      guard let stage = ProgrammeLexicon.english.stage(words.lower[token]),
        !words.has(token - 1, .negation),
        let distance = places.map({ abs($0 - token) }).min(), distance <= 10
      else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, stage) }
    }
    return best?.stage
  }

  private func parties(in sentence: Range<Int>) -> [EntityIndex] {
    var found: [EntityIndex] = []
    for token in sentence {
      guard let entity = entities.entity(at: token), !found.contains(entity),
        [.government, .organisation].contains(entities.kind(entity))
      else { continue }
      found.append(entity)
    }
    return Array(found.prefix(8))
  }
}
