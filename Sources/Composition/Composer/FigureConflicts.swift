import NewsModel
import Primitives

/// Pairs of sentences of different origins that tell the same but for one figure.
struct FigureConflicts {
  /// Two sentences, their figures and what is counted.
  struct Pair {
    let first: Material.Sentence
    let second: Material.Sentence
    let figures: (String, String)
    let unit: String
  }

  /// The share of other words that both must have. Set by reading: below it the sentences tell of
  /// different things that are counted alike.
  private static let sameMatter = 0.5

  /// Only so many of the most central sentences are compared with one another.
  private static let compared = 400

  /// The pairs, most central first.
  let pairs: [Pair]

  init(_ material: Material) {
    let counted = material.ranked().prefix(Self.compared).compactMap {
      sentence -> (Material.Sentence, [CountedNoun])? in
      let text = material.originals[sentence.article].text
      let figures = CountedNoun.all(in: WordScanner.words(of: text, in: sentence.range))
      return figures.isEmpty ? nil : (sentence, figures)
    }
    var pairs: [Pair] = []
    for (index, (first, figures)) in counted.enumerated() {
      for (second, others) in counted.dropFirst(index + 1) {
        guard Self.couldConflict(first, second, material),
          let pair = Self.conflict(first, figures, second, others)
        else { continue }
        pairs.append(pair)
      }
    }
    self.pairs = pairs
  }

  /// Different origins, published at most a day apart: later reports update earlier ones.
  private static func couldConflict(
    _ a: Material.Sentence, _ b: Material.Sentence, _ material: Material
  ) -> Bool {
    guard a.article != b.article, let left = material.day(a), let right = material.day(b) else {
      return false
    }
    return abs(left.daysSinceEpoch - right.daysSinceEpoch) <= 1
  }

  private static func conflict(
    _ first: Material.Sentence, _ figures: [CountedNoun], _ second: Material.Sentence,
    _ others: [CountedNoun]
  ) -> Pair? {
    for figure in figures {
      let rivals = others.filter { $0.unit == figure.unit }
      guard let rival = rivals.first, rivals.count == 1, rival.value != figure.value,
        figures.count(where: { $0.unit == figure.unit }) == 1
      else { continue }
      let numbers: Set<String> = [figure.value, rival.value]
      let overlap = Overlap.jaccard(
        first.content.subtracting(numbers), second.content.subtracting(numbers))
      guard overlap >= sameMatter else { continue }
      return Pair(
        first: first, second: second, figures: (figure.value, rival.value),
        unit: figure.shownUnit)
    }
    return nil
  }
}
