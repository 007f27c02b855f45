import Extraction
import Linguistics
import NewsModel
import Primitives
import Testing

/// Reads test sentences with the trained model, as the command does when it is installed.
struct TrainedExtractor {
  /// The engine of this machine; nil without a model.
  private static let pipeline = (try? ModelLocation.find()).flatMap { try? Pipeline(modelAt: $0) }

  /// Whether there is a model; tests that need one are skipped without it.
  static var isInstalled: Bool { pipeline != nil }

  let text: UTF8Text
  let analysis: Analysis

  init(_ text: String, published: String? = nil) throws {
    let pipeline = try #require(Self.pipeline)
    self.text = UTF8Text(text)
    let day = published.flatMap { CivilTime(iso8601: $0) }
    analysis = Extractor(annotate: NewsAnnotator(pipeline: pipeline).annotate)
      .analyse(Article(published: day, text: text))
  }

  /// The names of the speakers, statement by statement.
  var speakers: [String?] {
    analysis.statements.map { statement in
      statement.speaker.map { analysis.entities[$0.rawValue].name }
    }
  }

  /// The kind of the entity with a name.
  func kind(_ name: String) -> EntityKind? {
    analysis.entities.first { $0.name == name }?.kind
  }

  /// What an entity is said to be.
  func definitions(of name: String) -> [String] {
    analysis.definitions.filter { analysis.entities[$0.entity.rawValue].name == name }
      .map { text[$0.range] }
  }
}
