/// Groups articles by happening: single pass over TF-IDF vectors, earliest article first.
struct StoryGrouping {
  /// The groups, by the places of their articles; groups and members earliest first.
  let groups: [[Int]]

  /// The least cosine to a story's mean at which an article joins it.
  private static let threshold: Float = 0.25

  /// Groups articles that are given in order of publication.
  init(_ articles: [ArticleFeatures]) {
    var frequency: [UInt64: Float] = [:]
    for article in articles {
      for term in article.terms { frequency[term.hash, default: 0] += 1 }
    }
    let total = Float(articles.count)
    var groups: [[Int]] = []
    var sums: [[UInt64: Float]] = []
    for (index, article) in articles.enumerated() {
      let vector = Self.vector(article, frequency, total)
      var best = (group: -1, score: Self.threshold)
      for (group, sum) in sums.enumerated() {
        let score = Self.cosine(vector, sum)
        if score > best.score { best = (group, score) }
      }
      if best.group >= 0 {
        groups[best.group].append(index)
        for term in vector { sums[best.group][term.hash, default: 0] += term.weight }
      } else {
        groups.append([index])
        sums.append(
          Dictionary(vector.map { ($0.hash, $0.weight) }, uniquingKeysWith: { $0 + $1 }))
      }
    }
    self.groups = groups
  }

  private static func vector(
    _ article: ArticleFeatures, _ frequency: [UInt64: Float], _ total: Float
  ) -> [ArticleFeatures.Term] {
    article.terms.map { term in
      let rarity = logarithm((1 + total) / (1 + (frequency[term.hash] ?? 0)))
      return .init(hash: term.hash, weight: (1 + logarithm(term.weight)) * rarity)
    }
  }

  private static func cosine(_ a: [ArticleFeatures.Term], _ b: [UInt64: Float]) -> Float {
    var dot: Float = 0
    var lengthA: Float = 0
    for term in a {
      dot += term.weight * (b[term.hash] ?? 0)
      lengthA += term.weight * term.weight
    }
    let lengthB = b.sorted { $0.key < $1.key }.reduce(into: Float(0)) { $0 += $1.value * $1.value }
    return lengthA > 0 && lengthB > 0 ? dot / (lengthA * lengthB).squareRoot() : 0
  }
}
