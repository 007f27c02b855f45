/// Finds the sentences that could say the same as one, without comparing it with all.
///
/// Prefix filter (Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007): of two sets
/// with a Jaccard index of t or more, any (1 - t)k + 1 of the k words of one hold a word of the other. The rarest
/// words are looked up.
struct SentenceIndex {
  private var places: [String: [Int]] = [:]

  init(_ sentences: [Material.Sentence]) {
    for (index, sentence) in sentences.enumerated() {
      for word in sentence.content { places[word, default: []].append(index) }
    }
  }

  /// The indices of the sentences that can reach the Jaccard index, in order; the sentence's own included.
  func candidates(for content: Set<String>, jaccard: Double) -> [Int] {
    let ordered = content.sorted { a, b in
      let counts = (places[a]?.count ?? 0, places[b]?.count ?? 0)
      return counts.0 == counts.1 ? a < b : counts.0 < counts.1
    }
    let needed = Int((Double(ordered.count) * jaccard).rounded(.up))
    let looked = ordered.prefix(max(1, ordered.count - needed + 1))
    return Set(looked.flatMap { places[$0] ?? [] }).sorted()
  }
}
