import NewsModel
import Primitives

/// Decides whether a statement is shown as what its speaker said.
struct Reportability {
  private let filed: FiledArticle
  /// Fewer bytes of content say too little. Set by reading.
  private static let leastContent = 30

  /// A statement that takes a smaller share of its sentence is beside the point there. Set by reading.
  private static let leastShare = 0.55

  init(_ filed: FiledArticle) {
    self.filed = filed
  }

  /// What is known of a statement.
  struct Report {
    /// Whether a verb of saying reports it.
    let isSaid: Bool
    /// Whether its source is its speaker, not something described by the speaker's name.
    let isSpoken: Bool
    /// Whether it can be shown as what the speaker said: spoken, in more than a few words, and not in somebody else's report
    /// ("The ministry confirmed that Quill has proposed ...").
    let isReportable: Bool
  }

  /// What is known of the statement.
  func report(of statement: Statement) -> Report {
    let said = isSaid(statement)
    let spoken = said && isSpokenBySource(statement)
    let length = statement.content.reduce(0) { $0 + $1.count }
    let isWhole = length >= Self.leastContent && fillsSentence(statement) && tells(statement)
    return Report(
      isSaid: said, isSpoken: spoken, isReportable: spoken && isWhole && !isRelayed(statement))
  }

  /// Whether it stands in what somebody else, not an outlet, is reported to say.
  private func isRelayed(_ statement: Statement) -> Bool {
    filed.analysis.statements.contains { other in
      other.id != statement.id && other.footing != .outlet && other.speaker != statement.speaker
        && other.content.contains { $0.contains(statement.extent) }
    }
  }

  /// Whether the sentence is about the statement and does not only hold it.
  private func fillsSentence(_ statement: Statement) -> Bool {
    let extent = statement.extent
    guard let sentence = filed.analysis.sentence(at: extent.start) else { return false }
    let before = WordScanner.words(of: filed.text, in: ByteRange(sentence.start, extent.start))
    // "Hours after Quill said ..., the lock broke": the sentence tells of the lock.
    if let last = before.last, before.count < 4, EnglishWords.subordinators.contains(last.lower) {
      return false
    }
    return Double(extent.count) >= Self.leastShare * Double(sentence.count)
  }

  /// Whether the content is a clause or a quotation: "called an emergency meeting" tells nobody's words.
  private func tells(_ statement: Statement) -> Bool {
    guard statement.form == .indirect else { return true }
    return statement.content.contains { range in
      let words = WordScanner.words(of: filed.text, in: range)
      return words.first?.lower == "to"
        || words.contains { word in
          word.isQuoted || EnglishWords.commonVerbs.contains(word.lower)
            || (word.lower.utf8.count > 4 && word.lower.hasSuffix("ed"))
        }
    }
  }

  private func isSaid(_ statement: Statement) -> Bool {
    statement.cue.contains { cue in
      WordScanner.words(of: filed.text, in: cue).contains {
        EnglishWords.sayingVerbs.contains($0.lower)
      }
    }
  }

  /// Whether the source is the speaker, and not something described by the speaker's name.
  ///
  /// "London" is not who speaks in "London Mayor Sadiq Khan". A source that has no name speaks for whom the analysis says: "the foreign ministry"
  /// for its country, "he" for the person named before; so does a quotation that goes on.
  private func isSpokenBySource(_ statement: Statement) -> Bool {
    guard let speaker = statement.speaker,
      filed.analysis.entities.indices.contains(speaker.rawValue)
    else { return false }
    if statement.footing == .role || statement.footing == .anonymous || isUnnamed(statement.source)
    {
      return true
    }
    let entity = filed.analysis.entities[speaker.rawValue]
    return entity.mentions.contains { mention in
      statement.source.contains { source in
        source.overlaps(mention) && !isModifier(mention, of: source, entity.kind)
      }
    }
  }

  /// Whether a source is a pronoun, or not there at all.
  private func isUnnamed(_ source: [ByteRange]) -> Bool {
    source.allSatisfy { range in
      WordScanner.words(of: filed.text, in: range).allSatisfy { Pronouns.all.contains($0.lower) }
    }
  }

  /// Whether a noun follows the mention within the source.
  private func isModifier(_ mention: ByteRange, of source: ByteRange, _ kind: EntityKind) -> Bool {
    guard mention.end < source.end else { return false }
    let rest = WordScanner.words(of: filed.text, in: ByteRange(mention.end, source.end))
    guard let next = rest.first, !next.followsPause else { return false }
    if next.lower == "s" { return kind != .government && kind != .place }
    return next.isCapitalised || !EnglishWords.functionWords.contains(next.lower)
  }
}
