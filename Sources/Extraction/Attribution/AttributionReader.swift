import Linguistics

/// Finds statements with the trained networks: the cues of a text, then the source and the content of each.
///
/// Needs an annotator that gives syntax; `StatementFinder` reads texts without.
struct AttributionReader: Sendable {
  /// The reader with the networks of the program; nil when they cannot be read.
  static let builtIn: AttributionReader? = AttributionEnsemble.builtIn.map {
    AttributionReader(network: $0, lexicon: .english)
  }

  let network: AttributionEnsemble
  let lexicon: CueLexicon

  /// The statements of a text, in order of their first token; nil when the text has no syntax.
  func drafts(_ words: ArticleWords) -> [StatementDraft]? {
    guard let syntax = words.annotated.syntax else { return nil }
    let text = AttributionText(words, syntax, lexicon)
    let features = TokenFeatures(text, names: words.names, dependencies: syntax.dependencies)
    let reading = network.read(features.rows(), count: text.count)
    let path = network.tokenTransitions.best(reading.scores)
    let drafts = LabelTransitions.runs(path, starting: Self.cueLabel)
      .filter { CueWords.english.report($0, words, syntax) }
      .compactMap { draft(cue: $0, text, reading, syntax) }
    return Self.joined(Self.nested(drafts), words, syntax).sorted(by: StatementDraft.isBefore)
  }

  /// Marks what somebody says that somebody else says: the reporter's own attribution is the outer one.
  private static func nested(_ drafts: [StatementDraft]) -> [StatementDraft] {
    drafts.enumerated().map { number, draft in
      guard let cue = draft.cue?.lowerBound else { return draft }
      // Statements around a cue are found from cues nearby: a window is less than these many cues long.
      let near = max(0, number - reach)..<min(drafts.count, number + reach)
      var draft = draft
      draft.isInside = near.contains { other in
        other != number && drafts[other].content.contains { $0.contains(cue) }
      }
      return draft
    }
  }

  /// So many cues before and after one are looked at.
  private static let reach = 128

  /// Gives a participle without a source of its own the speaker before it: `Holm said ..., adding that ...`.
  private static func joined(
    _ drafts: [StatementDraft], _ words: ArticleWords, _ syntax: Syntax
  ) -> [StatementDraft] {
    var drafts = drafts
    for number in drafts.indices.dropFirst() where drafts[number].source == nil {
      guard let cue = drafts[number].cue?.lowerBound, let before = drafts[number - 1].cue,
        words.sentenceOf[cue] == words.sentenceOf[before.lowerBound], syntax.tags[cue] == "VBG"
      else { continue }
      drafts[number].followsPrevious = true
    }
    return drafts
  }

  /// Labels of tokens: none, source, cue, content, each but the first as its start and its rest.
  private static let cueLabel: UInt8 = 3
  /// Labels in the window of a cue: none, source, content.
  private static let sourceLabel: UInt8 = 1
  private static let contentLabel: UInt8 = 3

  private func draft(
    cue: Range<Int>, _ text: AttributionText, _ reading: AttributionEnsemble.Reading,
    _ syntax: Syntax
  ) -> StatementDraft? {
    let paragraph = text.paragraph(of: cue.lowerBound)
    let cue = withoutArticle(cue.lowerBound..<min(cue.upperBound, paragraph.upperBound), syntax)
    let features = PairFeatures(text, cue: cue)
    let scores = network.roleScores(
      reading, window: features.window, cue: cue.lowerBound, rows: features.rows())
    let path = network.roleTransitions.best(scores)
    let first = features.window.lowerBound
    let content = LabelTransitions.runs(path, starting: Self.contentLabel, from: first)
    guard !content.isEmpty else { return nil }
    let sources = LabelTransitions.runs(path, starting: Self.sourceLabel, from: first)
    // A source in two pieces is rare; the longer one names who speaks.
    let source = sources.max { $0.count < $1.count }.flatMap { withoutLoneMarks($0, text) }
    return StatementDraft(
      source: source, cue: cue, content: content, force: force(of: cue, text, syntax))
  }

  /// A cue that ends within a phrase is cut before it: `said in a` is `said`.
  private func withoutArticle(_ cue: Range<Int>, _ syntax: Syntax) -> Range<Int> {
    guard cue.count > 1, syntax.tags[cue.upperBound - 1] == "DT" else { return cue }
    let isAfterPreposition = cue.count > 2 && syntax.tags[cue.upperBound - 2] == "IN"
    return cue.dropLast(isAfterPreposition ? 2 : 1)
  }

  /// A source without the mark of a quotation that starts or ends in it.
  private func withoutLoneMarks(_ source: Range<Int>, _ text: AttributionText) -> Range<Int>? {
    let states = text.quotations.states
    let marks = source.filter { [.opening, .closing, .stray].contains(states[$0]) }
    guard marks.count == 1, let mark = marks.first else { return source }
    let kept =
      mark == source.lowerBound
      ? mark + 1..<source.upperBound
      : mark == source.upperBound - 1 ? source.lowerBound..<mark : source
    return kept.isEmpty ? nil : kept
  }

  /// The kind of act by the cue's verb.
  private func force(of cue: Range<Int>, _ text: AttributionText, _ syntax: Syntax) -> String {
    for token in cue {
      if let force = lexicon.force(ofBase: syntax.lemmas[token].asciiLowercased) { return force }
    }
    return cue.lazy.compactMap { lexicon.form(text.words.lower[$0])?.verb.force }.first ?? "say"
  }
}
