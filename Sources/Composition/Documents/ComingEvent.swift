public import Primitives

/// Something that is planned for a day after the latest article, as the calendar shows it.
public struct ComingEvent: Hashable, Sendable, Codable {
  /// The first day.
  public let first: CivilTime
  /// The last day; the same for an event of one day.
  public let last: CivilTime
  /// The date as readers see it: "1 June 2023", "June 2023".
  public let date: String
  /// The sentence that announces it.
  public let text: CitedText

  /// Creates a coming event.
  public init(first: CivilTime, last: CivilTime, date: String, text: CitedText) {
    self.first = first
    self.last = last
    self.date = date
    self.text = text
  }
}
