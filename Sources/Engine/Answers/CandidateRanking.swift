import Answering
import Linguistics
import Primitives

/// Ranks sentences that are given with a question, by the code that ranks for readers.
public struct CandidateRanking: Sendable {
  private let ranker: AnswerRanker

  /// Opens the trained pipeline; without one, sentences are compared without grammar.
  public init() {
    ranker = AnswerRanker(AnnotatorChoice.best())
  }

  /// The indices of the sentences, best first.
  ///
  /// `<num>` stands for a figure whose digits were taken out; it is read as one.
  public func ranking(question: String, sentences: [String]) -> [Int] {
    ranker.ranking(ranker.question(Self.filled(question)), read(sentences))
  }

  /// The features of each sentence by name, and the order by score; for training and for diagnosis.
  public func features(question: String, sentences: [String]) -> [[String: Double]] {
    ranker.features(ranker.question(Self.filled(question)), read(sentences)).map { values in
      Dictionary(uniqueKeysWithValues: Feature.allCases.map { ($0.rawValue, values[$0]) })
    }
  }

  /// What the question asks for.
  public func kind(of question: String) -> String {
    ranker.question(Self.filled(question)).kind.rawValue
  }

  private func read(_ sentences: [String]) -> [ReadText] {
    sentences.map { ranker.read(Self.filled($0)) }
  }

  /// A figure in place of `<num>`; four digits fit a year as well as an amount.
  private static let figure = "1987"

  private static func filled(_ text: String) -> String {
    text.split(separator: "<num>", omittingEmptySubsequences: false).joined(separator: figure)
  }
}

/// Which annotator reads questions and sentences.
enum AnnotatorChoice {
  /// The trained pipeline when its model is installed, else the surface annotator.
  static func best() -> AnswerRanker.Annotator {
    // Without a model answers are poorer, not impossible; `doctor` says what is missing.
    if let path = try? ModelLocation.find(), let pipeline = try? Pipeline(modelAt: path) {
      return { pipeline.annotate($0) }
    }
    let surface = SurfaceAnnotator()
    return { surface.annotate($0) }
  }
}
