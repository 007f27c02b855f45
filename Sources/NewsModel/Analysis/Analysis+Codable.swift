import Primitives

extension Analysis: Codable {
  private enum CodingKeys: String, CodingKey {
    case sentences, entities, statements, times, stances, events, programmes, definitions, reasons
  }

  /// Writes all fields.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(sentences, forKey: .sentences)
    try fields.encode(entities, forKey: .entities)
    try fields.encode(statements, forKey: .statements)
    try fields.encode(times, forKey: .times)
    try fields.encode(stances, forKey: .stances)
    try fields.encode(events, forKey: .events)
    try fields.encode(programmes, forKey: .programmes)
    try fields.encode(definitions, forKey: .definitions)
    try fields.encode(reasons, forKey: .reasons)
  }

  /// Reads a record; one that was written before a field was added has none of it.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      sentences: try fields.decode([ByteRange].self, forKey: .sentences),
      entities: try fields.decode([Entity].self, forKey: .entities),
      statements: try fields.decode([Statement].self, forKey: .statements),
      times: try fields.decode([TimeExpression].self, forKey: .times),
      stances: try fields.decode([Stance].self, forKey: .stances),
      events: try fields.decode([NewsEvent].self, forKey: .events),
      programmes: try fields.decode([Programme].self, forKey: .programmes),
      definitions: try fields.decodeIfPresent([Definition].self, forKey: .definitions) ?? [],
      reasons: try fields.decodeIfPresent([Reason].self, forKey: .reasons) ?? [])
  }
}
