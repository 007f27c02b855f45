import NewsModel
import Primitives

/// A day of a timeline as JSON, for the command and the API.
public struct TimelineDocument: Sendable, Encodable {
  let date: String
  let text: [String]
  let score: Double
  let citations: [Citation]

  /// Makes the document of a day.
  public init(_ view: TimelineView) {
    date = view.entry.day.description
    text = view.citations.map(\.exact)
    score = view.entry.score
    citations = Array(view.citations)
  }
}
