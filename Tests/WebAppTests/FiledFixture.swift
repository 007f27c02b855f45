import NewsModel
import Primitives

/// Filed articles from text in which statements are marked.
enum FiledFixture {
  /// A filed article with sentences and statements given by their words.
  static func filed(
    _ text: String, sentences: [String] = [],
    statements: [(said: String, form: StatementForm)] = [],
    speaker: String? = nil
  ) throws -> FiledArticle {
    let entities = speaker.map {
      [Entity(id: EntityIndex(0), name: $0, kind: .person, mentions: [])]
    }
    let analysis = Analysis(
      sentences: sentences.compactMap { range(of: $0, in: text) }, entities: entities ?? [],
      statements: statements.enumerated().compactMap { place, statement in
        range(of: statement.said, in: text).map {
          Statement(
            id: "s\(place)", speaker: speaker == nil ? nil : EntityIndex(0), source: [], cue: [],
            content: NonEmpty($0), form: statement.form, footing: .named)
        }
      })
    let version = try ArticleVersion(Article(title: "T", text: text), ordinal: 1)
    return FiledArticle(
      version: version, analysis: analysis, entities: speaker.map { [EntityID($0)] } ?? [],
      origin: OriginID("o"), isCopy: false, isCurrent: true, story: nil)
  }

  /// Where the words stand in the text, in bytes.
  static func range(of words: String, in text: String) -> ByteRange? {
    let needle = Array(words.utf8)
    let bytes = Array(text.utf8)
    guard needle.count <= bytes.count else { return nil }
    let start = (0...(bytes.count - needle.count)).first {
      bytes[$0..<$0 + needle.count].elementsEqual(needle)
    }
    return start.map { ByteRange($0, $0 + needle.count) }
  }
}
