/// The pairs of the question's words that stand together, or hang together, in a sentence too.
struct WordPairs {
  private let match: SentenceMatch

  init(_ match: SentenceMatch) {
    self.match = match
  }

  /// Words of a pair stand together when at most so many others are between them.
  private static let window = 3

  /// The share of neighbouring terms of the question that stand together in the sentence.
  var together: Double {
    let count = match.question.terms.count - 1
    guard count > 0 else { return 0 }
    let found = (0..<count).count { index in
      guard isShared(index), isShared(index + 1), let a = match.places[index],
        let b = match.places[index + 1]
      else { return false }
      return abs(a - b) <= Self.window
    }
    return Double(found) / Double(count)
  }

  /// The share of arcs between terms of the question that the sentence has too.
  var arcs: Double {
    let terms = match.question.terms
    var wanted = 0
    var found = 0
    for (index, term) in terms.enumerated() {
      guard let head = contentHead(of: term, in: match.question.read),
        let other = terms.firstIndex(of: head)
      else { continue }
      wanted += 1
      guard isShared(index), isShared(other), let a = match.places[index],
        let b = match.places[other]
      else { continue }
      if contentHead(of: a, in: match.sentence) == b || contentHead(of: b, in: match.sentence) == a
      {
        found += 1
      }
    }
    return wanted > 0 ? Double(found) / Double(wanted) : 0
  }

  private func isShared(_ index: Int) -> Bool { match.likenesses[index] >= SentenceMatch.exact }

  /// The next content word up the tree; prepositions and auxiliaries are passed over.
  private func contentHead(of place: Int, in text: ReadText) -> Int? {
    var current = place
    for _ in 0..<4 {
      let head = text.words[current].head
      if head == current { return nil }
      if text.words[head].isContent { return head }
      current = head
    }
    return nil
  }
}
