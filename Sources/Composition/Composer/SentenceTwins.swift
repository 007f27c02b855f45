/// Which sentences of a topic say the same in different articles, worked out once for all.
///
/// Prefix filter (Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007): of two sets
/// with a Jaccard index of t or more, any (1 - t)k + 1 of the k words of one hold a word of the other. The rarest
/// words are looked up, so that no sentence is compared with all.
struct SentenceTwins {
  /// By sentence the places of those that say the same, in order.
  private var twins: [[Int32]]
  private var articles: [Int]

  /// Compares sentences whose words have numbers below `words`.
  init(_ sentences: [Material.Sentence], words: Int) {
    twins = Array(repeating: [], count: sentences.count)
    articles = Array(repeating: 0, count: sentences.count)
    guard let last = sentences.last, last.article > 0 else { return }
    let places = Self.places(sentences, words: words)
    var seen = [Int32](repeating: -1, count: sentences.count)
    for (index, sentence) in sentences.enumerated() {
      var found: [Int32] = []
      for word in Self.rarest(sentence.content, places) {
        for place in places[Int(word)].reversed() {
          if Int(place) <= index { break }
          guard seen[Int(place)] != Int32(index) else { continue }
          seen[Int(place)] = Int32(index)
          if Self.saysTheSame(sentence, sentences[Int(place)]) { found.append(place) }
        }
      }
      found.sort()
      for place in found { twins[Int(place)].append(Int32(index)) }
      twins[index] += found
    }
    for index in sentences.indices { articles[index] = firstOfEach(index, sentences).count }
  }

  /// In how many other articles something says the same.
  func articleCount(_ place: Int) -> Int { articles[place] }

  /// The first sentence of each other article that says the same, in order.
  func firstOfEach(_ place: Int, _ sentences: [Material.Sentence]) -> [Int] {
    var article = -1
    return twins[place].compactMap { other in
      let next = sentences[Int(other)].article
      defer { article = next }
      return next == article ? nil : Int(other)
    }
  }

  private static func places(_ sentences: [Material.Sentence], words: Int) -> [[Int32]] {
    var places = [[Int32]](repeating: [], count: words)
    for (index, sentence) in sentences.enumerated() {
      for word in sentence.content.numbers { places[Int(word)].append(Int32(index)) }
    }
    return places
  }

  /// As many of the rarest words as one that says the same must share one of.
  private static func rarest(_ content: ContentWords, _ places: [[Int32]]) -> ArraySlice<Int32> {
    let ordered = content.numbers.sorted { a, b in
      (places[Int(a)].count, a) < (places[Int(b)].count, b)
    }
    let needed = Int((Double(ordered.count) * Overlap.same).rounded(.up))
    return ordered.prefix(max(1, ordered.count - needed + 1))
  }

  private static func saysTheSame(_ a: Material.Sentence, _ b: Material.Sentence) -> Bool {
    let counts = (Double(a.content.count), Double(b.content.count))
    return a.article != b.article && a.content.figures == b.content.figures
      && min(counts.0, counts.1) / max(counts.0, counts.1) >= Overlap.same
      && Overlap.jaccard(a.content, b.content) >= Overlap.same
  }
}
