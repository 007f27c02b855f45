import NewsModel
import Primitives

/// A sentence of an article, read for the claims in it.
struct ClaimSentence {
  let filed: FiledArticle
  let range: ByteRange
  let words: [ClaimWord]
  let scene: ClaimScene
  /// The telling words, by hash.
  let telling: Set<UInt64>

  init(_ filed: FiledArticle, _ range: ByteRange, places: [ByteRange: EntityID]) {
    self.filed = filed
    self.range = range
    words = ClaimWord.words(of: filed.text, in: range)
    telling = Set(words.filter(\.isTelling).map(\.matter))
    let published = filed.version.article.published?.date
    let times = filed.analysis.times.filter { range.contains($0.range) }
    let isBackground = times.contains { time in
      guard time.type == .date else { return time.type != .time }
      guard DateSpan.days(time.value) == nil, let year = Int(time.value.prefix(4)) else {
        return false
      }
      return year != published?.year || time.value.count == 4
    }
    let days = times.compactMap { $0.type == .date ? DateSpan.days($0.value) : nil }
    let isOfTwoTimes = days.enumerated().contains { place, day in
      days.dropFirst(place + 1).contains { !$0.overlaps(day) }
    }
    let isSupposed = words.contains { ClaimLanguage.supposingWords.contains($0.lower) }
    scene = ClaimScene(
      version: filed.version.id, sentence: range, origin: filed.origin,
      outlet: filed.version.article.outlet, published: published,
      days: days, isBackground: isBackground || isOfTwoTimes || isSupposed,
      places: Set(places.filter { range.contains($0.key) }.map(\.value)))
  }

  /// Who says the words at a place: the speaker of the innermost statement that holds them.
  func speaker(of words: ByteRange) -> EntityID? {
    let holding = filed.analysis.statements.filter { statement in
      statement.speaker != nil && statement.content.contains { $0.contains(words) }
    }
    return holding.min { $0.extent.count < $1.extent.count }?.speaker.map { filed.entity($0) }
  }

  /// The sentences of an article that are not empty, in order.
  /// - Complexity: O(length of the article + sentences · findings).
  static func all(of filed: FiledArticle) -> [ClaimSentence] {
    var places: [ByteRange: EntityID] = [:]
    for (entity, id) in zip(filed.analysis.entities, filed.entities) where entity.kind == .place {
      for mention in entity.mentions { places[mention] = id }
    }
    return filed.analysis.sentences.filter { !$0.isEmpty }.map {
      ClaimSentence(filed, $0, places: places)
    }
  }
}
