import NewsModel
import Primitives

@testable import Knowledge

/// Filed articles for tests, written by hand, one sentence a line.
enum FiledSample {
  /// An article whose sentences are the lines of `text`, in story `s`.
  static func article(
    _ id: String, _ published: String?, _ text: String, entities: [(EntityID, EntityKind)] = [],
    isCopy: Bool = false, origin: String? = nil, outlet: String? = nil,
    analyse: (UTF8Text, inout Analysis) -> Void = { _, _ in }
  ) -> FiledArticle {
    let bytes = UTF8Text(text)
    var analysis = Analysis(
      sentences: lines(of: bytes),
      entities: entities.enumerated().map { place, entity in
        Entity(
          id: EntityIndex(place), name: entity.0.rawValue, kind: entity.1,
          mentions: mentions(of: entity.0.rawValue, in: bytes))
      })
    analyse(bytes, &analysis)
    let version = Sample.article(
      id, nil, text, outlet: outlet ?? "Outlet of \(id)", published: published, analysis: analysis
    ).version
    return FiledArticle(
      version: version, analysis: analysis, entities: entities.map(\.0),
      origin: OriginID(origin ?? id), isCopy: isCopy, isCurrent: true, story: StoryID("s"))
  }

  /// Where words stand in a text; nil when they do not.
  static func range(of words: String, in text: UTF8Text) -> ByteRange? {
    mentions(of: words, in: text).first
  }

  private static func mentions(of words: String, in text: UTF8Text) -> [ByteRange] {
    let wanted = Array(words.utf8)
    guard !wanted.isEmpty, text.count >= wanted.count else { return [] }
    return (0...(text.count - wanted.count)).filter {
      text.bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }.map { ByteRange($0, $0 + wanted.count) }
  }

  private static func lines(of text: UTF8Text) -> [ByteRange] {
    var start = 0
    var found: [ByteRange] = []
    for index in 0...text.count where index == text.count || text.bytes[index] == 0x0A {
      if start < index { found.append(ByteRange(start, index)) }
      start = index + 1
    }
    return found
  }
}
