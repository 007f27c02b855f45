public import NewsModel
import Primitives

/// Finds questions of fact to which the articles of a story give different answers.
///
/// Two sentences answer one question when they count the same, in the same words around the figure, and their days and places can meet; they
/// contest it when the answers cannot both be true (numbers compared after normalisation, with rounding and bounds such as "at least"
/// allowed for) and different voices give them. Nothing is adjudicated.
public struct ContestedClaimFinder: Sendable {
  /// How many mentions of one story are compared with one another at most: the earliest.
  private static let compared = 1_500
  /// How many days apart two reports contest one another; a later one revises.
  private static let sameTime = 1

  /// Creates a finder.
  public init() {}

  /// The contested and revised claims, contested ones first, then those with most reports.
  /// - Complexity: O(length of the articles + mentions² of each story).
  public func claims(in articles: [FiledArticle]) -> [ContestedClaim] {
    let usable = articles.filter { $0.isCurrent && !$0.isCopy }
    let stories = Dictionary(grouping: usable) { $0.story }
    let found = stories.flatMap { story, members in claims(of: members, story) }
    return found.sorted { a, b in
      if a.relation != b.relation { return a.relation == .contested }
      let counts = (Self.reportCount(a), Self.reportCount(b))
      if counts.0 != counts.1 { return counts.0 > counts.1 }
      return (Self.firstWords(a), a.slot.rawValue) < (Self.firstWords(b), b.slot.rawValue)
    }
  }

  private static func reportCount(_ claim: ContestedClaim) -> Int {
    claim.answers.reduce(0) { $0 + $1.reports.elements.count }
  }

  private static func firstWords(_ claim: ContestedClaim) -> Passage {
    claim.answers[0].reports.first.words
  }

  private func claims(of articles: [FiledArticle], _ story: StoryID?) -> [ContestedClaim] {
    var mentions: [ClaimMention] = []
    var sentences: [ClaimSentence] = []
    var denials: [ClaimMention] = []
    for filed in articles.inOrderOfPublication {
      let own = ClaimSentence.all(of: filed)
      mentions += own.flatMap { FigureReader.mentions(in: $0) }
      mentions += HappeningReader.dates(in: filed, own)
      mentions += HappeningReader.culprits(in: filed, own)
      denials += HappeningReader.denials(in: filed, own)
      sentences += own
    }
    if !denials.isEmpty {
      mentions += denials + HappeningReader.assertions(sentences, of: denials)
    }
    return group(mentions, story)
  }

  /// Joins the mentions that answer one question, slot by slot.
  private func group(_ mentions: [ClaimMention], _ story: StoryID?) -> [ContestedClaim] {
    ContestedClaim.Slot.allCases.flatMap { slot in
      let all = Array(mentions.filter { $0.value.slot == slot }.prefix(Self.compared))
      var claimed = Set<Int>()
      var found: [ContestedClaim] = []
      for index in all.indices where !claimed.contains(index) {
        let rivals = all.indices.filter { other in
          other > index && !claimed.contains(other)
            && ClaimComparison.answersSame(all[index], all[other])
        }
        guard let claim = claim(all[index], rivals.map { all[$0] }, story) else { continue }
        claimed.insert(index)
        claimed.formUnion(rivals)
        found.append(claim)
      }
      return found
    }
  }

  /// The claim of a mention and those that answer the same question; nil when their answers agree or one voice gives them all.
  private func claim(_ first: ClaimMention, _ others: [ClaimMention], _ story: StoryID?)
    -> ContestedClaim?
  {
    var answers: [[ClaimMention]] = [[first]]
    for mention in others {
      if let place = answers.firstIndex(where: { $0[0].value.isSame(as: mention.value) }) {
        answers[place].append(mention)
      } else {
        answers.append([mention])
      }
    }
    guard answers.count > 1, let relation = relation(of: answers) else { return nil }
    return ContestedClaim(
      slot: first.value.slot, relation: relation, answers: answers.compactMap(answer),
      story: story)
  }

  private func answer(_ mentions: [ClaimMention]) -> ContestedClaim.Answer? {
    var seen: Set<Voice> = []
    let once = mentions.filter {
      seen.insert(Voice(version: $0.scene.version, speaker: $0.speaker)).inserted
    }
    guard let first = once.first, let reports = NonEmpty(once.map(\.report)) else {
      return nil
    }
    return ContestedClaim.Answer(
      value: first.value.normalised, shown: first.shown, reports: reports)
  }

  /// One voice of one article: what it repeats is one report.
  private struct Voice: Hashable {
    let version: VersionID
    let speaker: EntityID?
  }

  private func relation(of answers: [[ClaimMention]]) -> ContestedClaim.Relation? {
    var isRevised = false
    for (index, group) in answers.enumerated() {
      for other in answers.dropFirst(index + 1) {
        for a in group {
          for b in other where !a.value.isCompatible(with: b.value) {
            guard let first = a.scene.published, let second = b.scene.published else { continue }
            let apart = abs(first.daysSinceEpoch - second.daysSinceEpoch)
            if apart <= Self.sameTime, a.hasOtherVoice(than: b) { return .contested }
            // Who blames two has not taken the blame from one.
            let isRevision = a.value.slot != .responsibility || a.hasOtherVoice(than: b)
            if apart > Self.sameTime, isRevision { isRevised = true }
          }
        }
      }
    }
    return isRevised ? .revised : nil
  }
}
