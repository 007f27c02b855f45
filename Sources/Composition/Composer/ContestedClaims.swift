import NewsModel
import Primitives

/// The claims that a topic's articles give different answers to, with the sentences that can be shown.
struct ContestedClaims {
  /// One answer with its sentence.
  struct Answer {
    let answer: ContestedClaim.Answer
    /// The first report's sentence, when one can stand alone.
    let sentence: Material.Sentence?
    /// One citation a report, the earliest first.
    let citations: NonEmpty<Citation>
    /// Who says so: speakers, and outlets that say it themselves.
    let voices: [String]
  }

  /// One claim.
  struct Claim {
    let claim: ContestedClaim
    let answers: [Answer]

    /// The answers in a row: "25 people or 27 people".
    var words: String {
      answers.map { NewspaperStyle.withinSentence($0.words) }.joined(separator: " or ")
    }
  }

  /// More answers than this to one claim tell the reader nothing.
  private static let mostAnswers = 5

  /// The contested claims first, then the revised ones.
  let all: [Claim]

  init(_ material: Material) {
    var places: [VersionID: Int] = [:]
    for (index, filed) in material.originals.enumerated() { places[filed.version.id] = index }
    all = material.evidence.contested.compactMap { claim in
      let answers = claim.answers.compactMap { Self.answer($0, material, places) }
      // Where no sentence can be shown, nobody could tell what the numbers are of.
      guard answers.count > 1, Set(answers.map(\.words)).count == answers.count,
        answers.contains(where: { $0.sentence != nil })
      else { return nil }
      return Claim(claim: claim, answers: Array(answers.prefix(Self.mostAnswers)))
    }
  }

  /// Those that different voices answer differently at the same time.
  var contested: [Claim] { all.filter { $0.claim.relation == .contested } }

  private static func answer(
    _ answer: ContestedClaim.Answer, _ material: Material, _ places: [VersionID: Int]
  ) -> Answer? {
    var sentence: Material.Sentence?
    var citations: [Citation] = []
    var voices: [String] = []
    for report in answer.reports {
      guard let place = places[report.sentence.version],
        let citation = Citation(
          material.originals[place].text.trimmed(report.sentence.range),
          of: material.originals[place])
      else { continue }
      citations.append(citation)
      sentence = sentence ?? material.sentence(in: place, holding: report.words.range)
      let voice = report.speaker.map { material.naming.inSentence($0) } ?? citation.outlet
      if !voices.contains(voice) { voices.append(voice) }
    }
    return NonEmpty(citations).map {
      Answer(answer: answer, sentence: sentence, citations: $0, voices: voices)
    }
  }
}

extension ContestedClaims.Answer {
  /// The answer as readers see it.
  var words: String {
    switch answer.value {
    case "denied", "asserted": return answer.value
    default:
      // A weekday says nothing without its week.
      return CivilTime(iso8601: answer.value).map { NewspaperStyle.day($0.date) } ?? answer.shown
    }
  }

  /// The words behind the number: "people" of "at least 12 people"; nil when there are none.
  var unit: String? {
    let words = answer.shown.split(separator: " ")
    guard
      let number = words.lastIndex(where: { word in word.utf8.contains(where: \.isASCIIDigit) }),
      number + 1 < words.count
    else { return nil }
    return words[(number + 1)...].joined(separator: " ")
  }
}
