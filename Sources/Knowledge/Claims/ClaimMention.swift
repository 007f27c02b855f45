import NewsModel
import Primitives

/// One answer to a question of fact, as one sentence gives it.
struct ClaimMention {
  /// What an answer is.
  enum Value: Hashable {
    /// How many or how much.
    case figure(Quantity)
    /// The days of a happening, with its TIMEX3 value.
    case days(ClosedRange<CivilDate>, timex: String)
    /// Who is held responsible.
    case culprit(EntityID)
    /// Whether it is said to be so.
    case isSo(Bool)

    /// Whether both can be true.
    func isCompatible(with other: Value) -> Bool {
      switch (self, other) {
      case (.figure(let a), .figure(let b)): a.isCompatible(with: b)
      case (.days(let a, _), .days(let b, _)): a.overlaps(b)
      case (.culprit(let a), .culprit(let b)): a == b
      case (.isSo(let a), .isSo(let b)): a == b
      default: true
      }
    }

    /// Whether both are one answer, however firmly they are given.
    func isSame(as other: Value) -> Bool {
      if case .figure(let a) = self, case .figure(let b) = other { return a.value == b.value }
      return isCompatible(with: other)
    }

    /// The slot that it answers.
    var slot: ContestedClaim.Slot {
      switch self {
      case .figure: .figure
      case .days: .date
      case .culprit: .responsibility
      case .isSo: .status
      }
    }

    /// The answer after normalisation.
    var normalised: String {
      switch self {
      case .figure(let quantity): quantity.normalised
      case .days(_, let timex): timex
      case .culprit(let entity): entity.rawValue
      case .isSo(let isSo): isSo ? "asserted" : "denied"
      }
    }
  }

  /// The answer.
  let value: Value
  /// What the answer is about: words that both must share, by hash.
  let key: Set<UInt64>
  /// The group of words that say what became of what is counted ("killed", "hurt").
  let group: String?
  /// The telling words around the answer, by hash.
  let context: Set<UInt64>
  /// The telling words of the whole sentence, by hash.
  let sentenceWords: Set<UInt64>
  /// The words that give the answer.
  let words: ByteRange
  /// The sentence.
  let scene: ClaimScene
  /// Who says so; nil when the article says it itself.
  let speaker: EntityID?
  /// The words that give the answer, as written.
  let shown: String

  /// Whether another voice gives the other answer: another speaker, or a text of another outlet in its own voice.
  func hasOtherVoice(than other: ClaimMention) -> Bool {
    if let speaker, let second = other.speaker { return speaker != second }
    if speaker == nil, other.speaker == nil {
      return scene.origin != other.scene.origin && scene.outlet != other.scene.outlet
    }
    return true
  }

  /// The report as it is shown.
  var report: ContestedClaim.Report {
    ContestedClaim.Report(
      words: Passage(version: scene.version, range: words),
      sentence: Passage(version: scene.version, range: scene.sentence), speaker: speaker,
      day: scene.published, origin: scene.origin)
  }
}

/// A sentence with what it says of time and place.
struct ClaimScene {
  let version: VersionID
  let sentence: ByteRange
  let origin: OriginID
  let outlet: String?
  let published: CivilDate?
  /// The days that the sentence names.
  let days: [ClosedRange<CivilDate>]
  /// Whether it tells of a stretch of time or of another year: its figures sum up.
  let isBackground: Bool
  /// The places that it names.
  let places: Set<EntityID>

  /// How many days apart two reports of one story can be that name no day.
  private static let sameStory = 7

  /// Whether both sentences can tell of one happening by their days and places.
  func canMeet(_ other: ClaimScene) -> Bool {
    if !places.isEmpty, !other.places.isEmpty, places.isDisjoint(with: other.places) {
      return false
    }
    guard let mine = published, let its = other.published else { return true }
    if days.isEmpty, other.days.isEmpty {
      return abs(mine.daysSinceEpoch - its.daysSinceEpoch) <= Self.sameStory
    }
    let first = days.isEmpty ? [mine...mine] : days
    let second = other.days.isEmpty ? [its...its] : other.days
    return first.contains { a in
      second.contains { b in
        let slack = days.isEmpty != other.days.isEmpty ? 3 : 1
        return a.lowerBound.daysSinceEpoch - slack <= b.upperBound.daysSinceEpoch
          && b.lowerBound.daysSinceEpoch - slack <= a.upperBound.daysSinceEpoch
      }
    }
  }
}
