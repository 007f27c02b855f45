public import Primitives

/// What one article says: the findings, each with its ranges into the article's text.
public struct Analysis: Hashable, Sendable {
  /// The sentences, in order, without surrounding white space.
  public var sentences: [ByteRange]
  /// The entities; an entity's index is its place here.
  public var entities: [Entity]
  /// The attributed statements, in order.
  public var statements: [Statement]
  /// The time expressions, in order.
  public var times: [TimeExpression]
  /// The stances, in order of their evidence.
  public var stances: [Stance]
  /// The events, in order.
  public var events: [NewsEvent]
  /// The programmes.
  public var programmes: [Programme]
  /// What entities are, in the order of the text.
  public var definitions: [Definition]
  /// Why things are as they are, in the order of the text.
  public var reasons: [Reason]

  /// Creates an analysis.
  public init(
    sentences: [ByteRange] = [], entities: [Entity] = [], statements: [Statement] = [],
    times: [TimeExpression] = [], stances: [Stance] = [], events: [NewsEvent] = [],
    programmes: [Programme] = [], definitions: [Definition] = [], reasons: [Reason] = []
  ) {
    self.sentences = sentences
    self.entities = entities
    self.statements = statements
    self.times = times
    self.stances = stances
    self.events = events
    self.programmes = programmes
    self.definitions = definitions
    self.reasons = reasons
  }

  /// The sentence that holds the offset, or nil between sentences.
  /// - Complexity: O(log n) in the number of sentences.
  public func sentence(at offset: Int) -> ByteRange? {
    var low = 0
    var high = sentences.count
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    guard low < sentences.count, sentences[low].contains(offset) else { return nil }
    return sentences[low]
  }
}
