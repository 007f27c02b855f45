public import NewsModel
public import Primitives

/// A sentence, table cell or label that readers see, with the passages that it rests on.
///
/// It cannot be built without a citation. Its runs tell the source's words from what was put in:
/// ```swift
/// CitedText(
///   NonEmpty(.inserted("South Korea's foreign ministry"), [.source(" declined to comment.")]),
///   citations: NonEmpty(citation))      // "[South Korea's foreign ministry] declined to comment."
/// ```
public struct CitedText: Hashable, Sendable, Identifiable {
  /// A stretch of words of one provenance.
  public enum Run: Hashable, Sendable {
    /// The source's own words, unchanged.
    case source(String)
    /// Words that were put in, shown in square brackets; white space at the ends stays outside them.
    case inserted(String)
    /// Words that were worked out from the cited passages: a count, a name, a date.
    case computed(String)

    /// The words, without brackets.
    public var words: String {
      switch self {
      case .source(let words), .inserted(let words), .computed(let words): words
      }
    }
  }

  /// The stable name: a digest of the runs and the passages.
  public let id: String
  /// The words in order.
  public let runs: NonEmpty<Run>
  /// The passages that the words rest on, the one whose words are shown first.
  public let citations: NonEmpty<Citation>
  /// Passages of other origins that say the same.
  public let corroborating: [Citation]

  /// Creates a cited text; the id follows from runs and passages.
  public init(
    _ runs: NonEmpty<Run>, citations: NonEmpty<Citation>, corroborating: [Citation] = []
  ) {
    self.runs = runs
    var seen: Set<Passage> = [citations.first.passage]
    let others = citations.elements.dropFirst().filter { seen.insert($0.passage).inserted }
    let own = NonEmpty(citations.first, others)
    self.citations = own
    self.corroborating = corroborating
    id = Self.identifier(runs, own.elements + corroborating)
  }

  /// Creates a text that was worked out from its passages.
  public init(
    computed words: String, citations: NonEmpty<Citation>, corroborating: [Citation] = []
  ) {
    self.init(NonEmpty(.computed(words)), citations: citations, corroborating: corroborating)
  }

  /// The words as readers see them, with square brackets around what was put in.
  public var text: String { runs.map(Self.shown).joined() }

  /// The correction of the first cited sentence that its article has no more; nil when all still stand.
  ///
  /// A text that holds no word of a source says something of the article and is not corrected with it.
  public var correction: Correction? {
    let isQuoted = runs.contains { run in
      if case .source = run { true } else { false }
    }
    return isQuoted ? citations.lazy.compactMap(\.correction).first : nil
  }

  /// How many origins support the text.
  public var originCount: Int {
    Set((citations.elements + corroborating).map(\.origin)).count
  }

  /// The white space before, the words and the white space after, of a run that was put in.
  static func bracketed(_ words: String) -> (before: String, words: String, after: String) {
    let bytes = UTF8Text(words)
    let inner = bytes.trimmed(bytes.fullRange)
    return (
      bytes[ByteRange(0, inner.start)], bytes[inner], bytes[ByteRange(inner.end, bytes.count)]
    )
  }

  static func shown(_ run: Run) -> String {
    guard case .inserted(let words) = run else { return run.words }
    let parts = bracketed(words)
    return "\(parts.before)[\(parts.words)]\(parts.after)"
  }

  private static func identifier(_ runs: NonEmpty<Run>, _ citations: [Citation]) -> String {
    var fields: [String] = []
    for run in runs {
      switch run {
      case .source(let words): fields += ["source", words]
      case .inserted(let words): fields += ["inserted", words]
      case .computed(let words): fields += ["computed", words]
      }
    }
    for passage in citations.map(\.passage) {
      fields += [passage.version.rawValue, passage.range.description]
    }
    return Digest(fields: fields).short(12)
  }
}

extension CitedText: Codable {
  private enum CodingKeys: String, CodingKey {
    case id, text, runs, citations, corroborating
  }

  /// Reads runs and citations; the id and the text are worked out anew.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      try fields.decode(NonEmpty<Run>.self, forKey: .runs),
      citations: try fields.decode(NonEmpty<Citation>.self, forKey: .citations),
      corroborating: try fields.decodeIfPresent([Citation].self, forKey: .corroborating) ?? [])
  }

  /// Writes the id and the text beside runs and citations, for readers of the JSON.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(id, forKey: .id)
    try fields.encode(text, forKey: .text)
    try fields.encode(runs, forKey: .runs)
    try fields.encode(citations, forKey: .citations)
    if !corroborating.isEmpty { try fields.encode(corroborating, forKey: .corroborating) }
  }
}

extension CitedText.Run: Codable {
  private enum CodingKeys: String, CodingKey {
    case source, inserted, computed
  }

  /// Reads an object with one key: `source`, `inserted` or `computed`.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    if let words = try fields.decodeIfPresent(String.self, forKey: .source) {
      self = .source(words)
    } else if let words = try fields.decodeIfPresent(String.self, forKey: .inserted) {
      self = .inserted(words)
    } else {
      self = .computed(try fields.decode(String.self, forKey: .computed))
    }
  }

  /// Writes an object with one key.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .source(let words): try fields.encode(words, forKey: .source)
    case .inserted(let words): try fields.encode(words, forKey: .inserted)
    case .computed(let words): try fields.encode(words, forKey: .computed)
    }
  }
}
