/// What sentences that fit a question name as its answer, counted together.
///
/// An answer that several sentences give is more likely right than one that a single sentence gives.
struct AnswerVotes {
  private var votes: [String: Double] = [:]
  private var most = 0.0

  init(_ matches: [SentenceMatch], fits: [Double]) {
    for (match, fit) in zip(matches, fits) {
      for spelling in Set(match.candidates.filter(\.isSure).map(\.spelling)).sorted() {
        votes[spelling, default: 0] += fit * fit
      }
    }
    most = votes.values.max() ?? 0
  }

  /// The votes of the best answer of a sentence over those of the best of all.
  func share(of match: SentenceMatch) -> Double {
    guard most > 0 else { return 0 }
    return match.candidates.filter(\.isSure).compactMap { votes[$0.spelling] }.max().map {
      $0 / most
    } ?? 0
  }
}
