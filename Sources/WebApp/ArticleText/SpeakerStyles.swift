import Composition
import NewsModel
import Primitives

/// Who says a statement, as the margin shows it.
struct Speaker: Hashable {
  /// The library's entity, when the article lets us know.
  let entity: EntityID?
  /// The shown name: the entity's, else the words by which the article names the source.
  let name: String
  /// The class of the colour and pattern of the rule: `k1` to `k6`; `k0` when nobody is named.
  let style: Int
}

/// The speakers of an article, each with a colour and pattern of its own in the order of their first words.
struct SpeakerStyles {
  /// The speaker of each statement, in the order of the analysis.
  let speakers: [Speaker]

  private static let styleCount = 6

  init(_ filed: FiledArticle, profiles: [EntityID: EntityProfile]) {
    var styles: [String: Int] = [:]
    speakers = filed.analysis.statements.map { statement in
      let entity = statement.speaker.flatMap { index in
        filed.entities.indices.contains(index.rawValue) ? filed.entity(index) : nil
      }
      let profile = entity.flatMap { profiles[$0] }
      let words = Self.sourceWords(statement, in: filed.text)
      let known = statement.speaker.flatMap { index in
        filed.analysis.entities.indices.contains(index.rawValue)
          ? filed.analysis.entities[index.rawValue].name : nil
      }
      let name = profile?.name ?? known ?? words
      guard !name.isEmpty else {
        return Speaker(entity: nil, name: "Source not named", style: 0)
      }
      let key = entity?.rawValue ?? "words:" + name.lowercased()
      let style = styles[key] ?? styles.count % Self.styleCount + 1
      styles[key] = style
      return Speaker(entity: profile?.id, name: name, style: style)
    }
  }

  /// The words that name the source, without the comma that closes "the official, who spoke up,".
  static func sourceWords(_ statement: Statement, in text: UTF8Text) -> String {
    let pieces = statement.source.compactMap { range -> String? in
      guard var words = text.words(at: range) else { return nil }
      while let last = words.last, last == "," || last == ";" || last == " " { words.removeLast() }
      return words.isEmpty ? nil : words
    }
    return pieces.joined(separator: " … ")
  }
}
