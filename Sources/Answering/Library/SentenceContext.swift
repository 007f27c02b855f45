/// What a library knows about a sentence beyond its words.
public struct SentenceContext: Sendable {
  /// For each term of the question, how surely the sentence is about it though it may not say so:
  /// by a pronoun that was resolved, the headline, the sentences before.
  public var support: [Double]
  /// The same for references within the sentence alone.
  public var resolved: [Double]
  /// What stands around the sentence, for each term of the question.
  public var around = Surroundings()
  /// Whether the sentence reports words of the speaker that the question asks about.
  public var reportsSpeaker = false
  /// Whether it gives some of these words as they were spoken.
  public var quotesSpeaker = false
  /// Whether the sentence shows a stance that the question asks for.
  public var showsStance = false
  /// Whether the sentence says what the question wants defined.
  public var defines = false
  /// Whether it can be shown as a sentence: no heading, caption or fragment.
  public var isSound = true
  /// Which sentence of its article it is, from 0.
  public var position: Int

  /// For each term of a question, how well the text around a sentence holds it; empty where nothing is known.
  public struct Surroundings: Sendable {
    /// The sentence before, or the headline of a first sentence.
    public var before: [Double] = []
    /// The three sentences before.
    public var near: [Double] = []
    /// Headline and opening.
    public var head: [Double] = []

    /// Creates surroundings that hold nothing.
    public init() {}
  }

  /// Creates a context.
  public init(support: [Double], resolved: [Double], position: Int) {
    self.support = support
    self.resolved = resolved
    self.position = position
  }
}
