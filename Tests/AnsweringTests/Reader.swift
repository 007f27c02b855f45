import Answering
import Linguistics
import Primitives

/// Reads with the trained pipeline; only for tests that are enabled when its model is there.
enum Reader {
  static let isAvailable = (try? ModelLocation.find()) != nil

  static func ranker() throws -> AnswerRanker { AnswerRanker(try trained()) }

  /// Reads with the trained pipeline, which is opened once for all tests.
  static func trained() throws -> AnswerRanker.Annotator {
    let pipeline = try pipeline.get()
    return { pipeline.annotate($0) }
  }

  private static let pipeline = Result { try Pipeline(modelAt: try ModelLocation.find()) }

  /// Reads without grammar.
  static let surface: AnswerRanker.Annotator = {
    let annotator = SurfaceAnnotator()
    return { annotator.annotate($0) }
  }()

  /// A ranker without grammar, which needs no model.
  static let plain: AnswerRanker = {
    let annotator = SurfaceAnnotator()
    return AnswerRanker { annotator.annotate($0) }
  }()
}
