/// The articles as vectors of their words, weighted by how rare a word is in the library.
///
/// The weight is (1 + ln count) · ln((articles + 10) / (articles with the word + 0.5)), at length 1. The 10
/// stands for articles that are not there: without them, a handful of articles on one happening would
/// have no telling word in common; with many more of them, a library on one subject would be one story.
struct TermVectors {
  /// A word, by its number in this library, and its weight.
  struct Component {
    let term: Int32
    let weight: Float
  }

  private static let unseenArticles: Float = 10

  /// Headline and text of each article, by number of the word.
  let whole: [[Component]]
  /// The headline of each article, by number of the word.
  let headlines: [[Component]]
  /// In how many articles each word occurs.
  let frequencies: [Int]
  private let numbers: [UInt64: Int32]

  /// Weighs the words of the articles.
  /// - Complexity: O(words log words).
  init(_ articles: [ArticleFeatures]) {
    var numbers: [UInt64: Int32] = [:]
    var frequencies: [Int] = []
    for article in articles {
      for term in article.terms {
        if let number = numbers[term.hash] {
          frequencies[Int(number)] += 1
        } else {
          numbers[term.hash] = Int32(frequencies.count)
          frequencies.append(1)
        }
      }
    }
    let total = Float(articles.count) + Self.unseenArticles
    let rarity = frequencies.map { logarithm(total / (Float($0) + 0.5)) }
    func vector(_ terms: [ArticleFeatures.Term]) -> [Component] {
      let raw = terms.compactMap { term in
        numbers[term.hash].map {
          Component(term: $0, weight: (1 + logarithm(term.count)) * rarity[Int($0)])
        }
      }
      return Self.normalised(raw.sorted { $0.term < $1.term })
    }
    whole = articles.map { vector($0.terms) }
    headlines = articles.map { vector($0.headline) }
    self.frequencies = frequencies
    self.numbers = numbers
  }

  /// In how many articles a word occurs, by the hash of its stem.
  func frequency(of stem: UInt64) -> Int {
    numbers[stem].map { frequencies[Int($0)] } ?? 0
  }

  private static func normalised(_ vector: [Component]) -> [Component] {
    let length = vector.reduce(Float(0)) { $0 + $1.weight * $1.weight }.squareRoot()
    guard length > 0 else { return [] }
    return vector.map { Component(term: $0.term, weight: $0.weight / length) }
  }

  /// The mean of some articles' vectors at length 1.
  func centroid(of articles: [Int]) -> [Component] {
    let all = articles.flatMap { whole[$0] }.enumerated().sorted {
      ($0.element.term, $0.offset) < ($1.element.term, $1.offset)
    }
    var sums: [Component] = []
    for (_, component) in all {
      if let last = sums.last, last.term == component.term {
        sums[sums.count - 1] = Component(
          term: last.term, weight: last.weight + component.weight)
      } else {
        sums.append(component)
      }
    }
    return Self.normalised(sums)
  }

  /// The cosine of two vectors of length 1.
  /// - Complexity: O(a + b).
  static func cosine(_ a: [Component], _ b: [Component]) -> Float {
    var (i, j) = (0, 0)
    var sum: Float = 0
    while i < a.count, j < b.count {
      if a[i].term == b[j].term {
        sum += a[i].weight * b[j].weight
        i += 1
        j += 1
      } else if a[i].term < b[j].term {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }
}
