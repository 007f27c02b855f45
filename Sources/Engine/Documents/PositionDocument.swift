import NewsModel
import Primitives

/// A position over time as JSON, for the command and the API.
public struct PositionDocument: Sendable, Encodable {
  /// One stance with its sentence.
  public struct Dated: Sendable, Encodable {
    let polarity: Polarity
    let day: String?
    let sentence: Citation
  }

  /// A change of side.
  public struct Reversal: Sendable, Encodable {
    let from: String?
    let to: String?
    let polarity: Polarity
  }

  let holder: EntityID
  let target: EntityID
  let newest: Polarity
  let stances: [Dated]
  let reversals: [Reversal]
  let silentAfter: [ArticleID]

  /// Makes the document of a position.
  public init(_ view: PositionView) {
    holder = view.holder.id
    target = view.target.id
    newest = view.position.newest.polarity
    stances = view.stances.map {
      Dated(
        polarity: $0.stance.polarity, day: $0.stance.day?.description, sentence: $0.sentence)
    }
    reversals = view.position.reversals.map {
      Reversal(
        from: $0.before.day?.description, to: $0.after.day?.description,
        polarity: $0.after.polarity)
    }
    silentAfter = view.position.silentAfter
  }
}
