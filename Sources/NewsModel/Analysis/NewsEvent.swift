public import Primitives

/// Whether something took place.
public enum EventStatus: String, Codable, Sendable, CaseIterable {
  case happened, scheduled, conditional, denied
}

/// Something that happened, is scheduled, is conditional or is denied, with its date.
public struct NewsEvent: Hashable, Sendable, Codable {
  /// The words that report it.
  public let range: ByteRange
  /// Its TIMEX3 date.
  public let when: String
  /// Whether it took place.
  public let status: EventStatus
  /// Who took part.
  public let participants: [EntityIndex]
  /// Where it took or is to take place, when the words say so: a place or a country.
  public let place: EntityIndex?

  /// Creates an event.
  public init(
    range: ByteRange, when: String, status: EventStatus, participants: [EntityIndex],
    place: EntityIndex? = nil
  ) {
    self.range = range
    self.when = when
    self.status = status
    self.participants = participants
    self.place = place
  }
}
