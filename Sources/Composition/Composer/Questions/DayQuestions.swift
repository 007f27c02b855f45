import NewsModel
import Primitives

/// "What happened on 6 June 2023?": the days that the articles turn on.
struct DayQuestions {
  let material: Material
  let findings: Findings
  private static let days = 2
  /// How near a reporting verb the date is that dates the report and not the happening.
  private static let reach = 3

  func drafts() -> [QuestionComposer.Draft] {
    let best = findings.chronology.entries
      .filter {
        !$0.isFuture && !$0.isQuotation && $0.span.granularity == .day && !datesReport($0)
          && !isExpected($0) && $0.sentence.isLikely
      }
      .sorted { a, b in
        if a.score != b.score { return a.score > b.score }
        return a.span.first < b.span.first
      }
    var seen: Set<CalendarSpan> = []
    let chosen = best.filter { seen.insert($0.span).inserted }.prefix(Self.days)
    return chosen.sorted { $0.span.first < $1.span.first }.compactMap { entry in
      material.cited(entry.sentence).map {
        .init(question: "What happened on \(entry.span.newspaperStyle)?", answer: [$0])
      }
    }
  }

  /// Whether the sentence tells of what was still to come: "are expected to speak on 14 April", "was to be issued".
  private func isExpected(_ entry: Chronology.Entry) -> Bool {
    let words = entry.sentence.words.filter { !$0.isQuoted }
    return words.firstUnquoted(EnglishWords.futureWords) != nil
      || zip(words, words.dropFirst()).contains {
        ["is", "are", "was", "were"].contains($0.lower) && $1.lower == "to"
      }
  }

  /// Whether the date stands beside a verb of saying: "said on Tuesday that ...".
  private func datesReport(_ entry: Chronology.Entry) -> Bool {
    let words = entry.sentence.words
    guard let place = words.firstIndex(where: { entry.expression.overlaps($0.range) }) else {
      return true
    }
    let near = words[max(0, place - Self.reach)..<min(words.count, place + Self.reach + 1)]
    return near.contains { EnglishWords.sayingVerbs.contains($0.lower) }
  }
}
