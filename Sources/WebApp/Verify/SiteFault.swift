/// Something in an exported site that does not hold.
public struct SiteFault: Hashable, Sendable, Codable {
  /// The file in which it shows.
  public let file: String
  /// The article that it concerns, by headline and outlet.
  public let article: String?
  /// The sentence that does not hold.
  public let sentence: String?
  /// What is wrong.
  public let reason: String

  init(file: String, article: String? = nil, sentence: String? = nil, reason: String) {
    self.file = file
    self.article = article
    self.sentence = sentence
    self.reason = reason
  }
}

extension SiteFault: CustomStringConvertible {
  /// The fault on one line.
  public var description: String {
    var line = "\(file): "
    if let sentence { line += "\"\(sentence)\" " }
    if let article { line += "(\(article)) " }
    return line + reason
  }
}
