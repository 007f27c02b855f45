/// Something in a library that does not hold.
public struct VerificationFault: Hashable, Sendable, Codable {
  /// Where: an article, a story, a dossier.
  public let place: String
  /// The sentence that does not hold, when it is one.
  public let sentence: String?
  /// What is wrong, in one sentence.
  public let reason: String

  /// Creates a fault.
  public init(place: String, sentence: String? = nil, reason: String) {
    self.place = place
    self.sentence = sentence
    self.reason = reason
  }
}

extension VerificationFault: CustomStringConvertible {
  /// The fault on one line.
  public var description: String {
    sentence.map { "\(place): \(reason): “\($0)”" } ?? "\(place): \(reason)"
  }
}
